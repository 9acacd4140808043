import { areaOpacity, dashes, lineWidth, ruleWidth } from './line-look.ts';
import { lightPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import type { LineMark, Mark, RuleMark, Scene, TextMark } from './scene.ts';
import { fontFamily, haloWidth, hasHalo, headingSize, isBold, textSize } from './text-look.ts';

/**
 * How marks get their colours: from a palette, or from the style sheet of the page by their classes;
 * `both`, from a style sheet where it is there, and else light.
 */
export type Paint = Palette | 'classes' | 'both';

/**
 * A scene as an SVG document. Colours are attributes, which no policy on styles refuses; or each
 * mark has its role as its class, and the page that it stands in colours it.
 */
export function toSvgString(scene: Scene, paint: Paint = lightPalette): string {
  const { width, height, title, description } = scene;
  const marks = scene.marks.map((mark) => draw(mark, paint)).join('');
  const surface =
    typeof paint === 'string'
      ? ''
      : `<rect width="${width}" height="${height}" fill="${paint.surface}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${fontFamily}" font-size="${textSize}">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>${surface}${marks}</svg>\n`
  );
}

function draw(mark: Mark, paint: Paint): string {
  if (mark.kind === 'group')
    return `<g${mark.y === undefined ? '' : ` transform="translate(0,${mark.y})"`}>${mark.marks.map((each) => draw(each, paint)).join('')}</g>`;
  const palette = paletteOf(paint);
  const classed = paint === 'both' ? `class="${mark.role}" ` : '';
  const colour = (property: 'fill' | 'stroke') =>
    palette === null ? `class="${mark.role}"` : `${classed}${property}="${palette[mark.role]}"`;
  switch (mark.kind) {
    case 'path':
      return `<path transform="translate(${mark.x},${mark.y})" d="${mark.d}" ${colour('fill')}/>`;
    case 'line':
      return `<path d="${mark.d}" ${lineOf(mark, paint)} fill="none"/>`;
    case 'area':
      return `<path d="${mark.d}" ${palette === null ? `class="${mark.role} ${mark.weight}"` : `${classed}fill="${palette[mark.role]}" fill-opacity="${areaOpacity[mark.weight]}"`}/>`;
    case 'rect':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" ${colour('fill')}/>`;
    case 'dot':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" ${colour('fill')}/>`;
    case 'rule':
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}" ${colour('stroke')}${heavier(mark, paint)}/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" ${colour('fill')}${letters(mark, paint)}>${escaped(mark.text)}</text>`;
  }
  return mark satisfies never;
}

function paletteOf(paint: Paint): Palette | null {
  if (paint === 'classes') return null;
  return paint === 'both' ? lightPalette : paint;
}

function lineOf({ role }: LineMark, paint: Paint): string {
  const palette = paletteOf(paint);
  if (palette === null) return `class="line ${role}"`;
  const dash = dashes[role];
  return `${paint === 'both' ? `class="line ${role}" ` : ''}stroke="${palette[role]}" stroke-width="${lineWidth}" stroke-linejoin="round"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
}

function heavier({ role }: RuleMark, paint: Paint): string {
  const width = ruleWidth(role);
  return paint === 'classes' || width === 1 ? '' : ` stroke-width="${width}"`;
}

function letters({ role }: TextMark, paint: Paint): string {
  const size = role === 'heading' ? ` font-size="${headingSize}"` : '';
  const weight = isBold(role) ? ' font-weight="600"' : '';
  const palette = paletteOf(paint);
  if (palette === null || !hasHalo(role)) return `${size}${weight}`;
  return `${size}${weight} stroke="${palette.surface}" stroke-width="${haloWidth}" stroke-linejoin="round" paint-order="stroke"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// What XML cannot hold, or no reader of a drawing should get, such as codes that steer a terminal.
const unwritable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
