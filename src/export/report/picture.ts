import type { Scene } from '../../charts/scene.ts';
import { toSvgString } from '../../charts/to-svg-string.ts';
import { Markup, markup, table } from './markup.ts';

/** Widths to draw at, in pixels: half of a page, and a phone. */
const [halfWidth, phoneWidth] = [480, 340];

/**
 * A picture with what it says above it and its numbers as a table below it; drawn twice, so that
 * its letters can be read on a phone too.
 */
export function picture(draw: (width: number) => Scene | null): Markup {
  const [wide, narrow] = [draw(halfWidth), draw(phoneWidth)];
  if (wide === null || narrow === null) return markup``;
  const { hint, subtitle, table: twin, title } = wide;
  const [, ...columns] = twin.head;
  return markup`<figure><figcaption><h3>${title}</h3><p>${subtitle}</p></figcaption><div class="wide">${svg(wide)}</div><div class="narrow">${svg(narrow)}</div><p class="quiet screen">${hint}</p><details><summary>The same numbers as a table</summary>${table(subtitle, [twin.head[0] ?? '', ...columns], twin.rows, 'figures')}</details></figure>`;
}

function svg(scene: Scene): Markup {
  return new Markup(toSvgString(scene, 'both').trimEnd());
}
