import type { Role } from './scene.ts';

/** Letters of a drawing, in pixels. */
export const textSize = 13;
export const headingSize = 18;
/** How far the page's colour reaches around letters, so that lines behind them do not cut them. */
export const haloWidth = 4;
export const fontFamily = 'system-ui, sans-serif';

export function sizeOf(role: Role): number {
  return role === 'heading' ? headingSize : textSize;
}

export function isBold(role: Role): boolean {
  return role === 'strong' || role === 'heading';
}

/** Letters on a coloured mark have no margin of the page's colour. */
export function hasHalo(role: Role): boolean {
  return role !== 'inside';
}

/** Measured once: texts are measured again and again while numbers change. */
const widths = new Map<string, number>();

/**
 * About how wide a text is: fonts differ, and a layout without a browser cannot measure. Rather too
 * wide than too narrow, so that what is kept apart by it stays apart.
 */
export function textWidth(text: string, role: Role): number {
  let width = 0;
  for (const letter of text) {
    let own = widths.get(letter);
    if (own === undefined) widths.set(letter, (own = letterWidth(letter)));
    width += own;
  }
  return width * sizeOf(role) * (isBold(role) ? 1.08 : 1);
}

/** In parts of the font's size; what is not Latin is as wide as it is high. */
function letterWidth(letter: string): number {
  if (letter > '\u2fff') return 1;
  if ("iljtfrI.,:;'|!()[] \u00a0".includes(letter)) return 0.34;
  if ('mwMW%@'.includes(letter)) return 0.92;
  return /[A-Z$\u2192\u2190]/.test(letter) ? 0.72 : 0.59;
}
