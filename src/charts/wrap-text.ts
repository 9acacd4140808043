import type { Role } from './scene.ts';
import { textWidth } from './text-look.ts';

/** A text in lines no wider than `width`; a word that is wider has a line of its own. */
export function wrapText(text: string, role: Role, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(longer, role) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The same in as many lines, which are about equally long. */
export function balancedText(text: string, role: Role, width: number): readonly string[] {
  let lines = wrapText(text, role, width);
  for (let narrower = width - 8; narrower > width / 2; narrower -= 8) {
    const next = wrapText(text, role, narrower);
    const fits = next.length === lines.length;
    if (!fits || next.some((line) => textWidth(line, role) > narrower)) break;
    lines = next;
  }
  return lines;
}
