import type { GroupMark, Mark } from './scene.ts';
import { textWidth } from './text-look.ts';

/** What amounts on either side of zero mean. */
export interface ZeroWords {
  readonly below: string;
  readonly above: string;
}

/** Room that the words above the drawing take. */
export const zeroHeight = 24;

/** The line at zero, and what it parts, in words above the drawing where there is room for them. */
export function zeroLine(
  at: number,
  bottom: number,
  width: number,
  { above, below }: ZeroWords,
): GroupMark {
  const x = Math.round(at);
  const marks: Mark[] = [{ kind: 'rule', x1: x, y1: 0, x2: x, y2: bottom, role: 'zero' }];
  const right = `${above} \u2192`;
  const left = `\u2190 ${below}`;
  if (x + 6 + textWidth(right, 'note') <= width)
    marks.push({ kind: 'text', x: x + 6, y: 12, text: right, anchor: 'start', role: 'note' });
  if (x - 6 - textWidth(left, 'note') >= 0)
    marks.push({ kind: 'text', x: x - 6, y: 12, text: left, anchor: 'end', role: 'note' });
  return { kind: 'group', name: 'zero', marks };
}
