import type { Role } from './scene.ts';
import { textWidth } from './text-look.ts';

/** A text that is no wider than `width`: what is too long ends in an ellipsis. */
export function fitText(text: string, role: Role, width: number): string {
  if (textWidth(text, role) <= width) return text;
  let fitting = '';
  for (const letter of text) {
    if (textWidth(`${fitting}${letter}\u2026`, role) > width) break;
    fitting += letter;
  }
  return `${fitting.trimEnd()}\u2026`;
}
