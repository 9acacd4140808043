import { fitText } from './fit-text.ts';
import { postureMark } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole } from './scene.ts';
import { textWidth } from './text-look.ts';

/** A row of a picture: whose it is, and a figure about it. */
export interface RowHead {
  readonly label: string;
  readonly role: PostureRole;
  readonly note: string;
}

const left = 26;
const right = 8;

/** Whether name and figure of a row stand one under the other: where they have no room beside each other. */
export function isStacked(heads: readonly RowHead[], width: number): boolean {
  return heads.some(
    ({ label, note }) =>
      left + textWidth(label, 'strong') + 24 + textWidth(note, 'label') + right > width,
  );
}

/** Room that the head of a row takes. */
export function headHeight(stacked: boolean): number {
  return stacked ? 42 : 26;
}

/** Mark and name of a row, and its figure beside it or, where there is no room, under it. */
export function rowHead(
  { label, note, role }: RowHead,
  top: number,
  width: number,
  stacked: boolean,
): GroupMark {
  const name = fitText(label, 'strong', width - left - right);
  const marks: Mark[] = [
    postureMark(role, 14, top + 11, 5.5),
    { kind: 'text', x: left, y: top + 16, text: name, anchor: 'start', role: 'strong' },
    {
      kind: 'text',
      x: stacked ? left : width - right,
      y: top + (stacked ? 33 : 16),
      text: fitText(note, 'label', width - left - right),
      anchor: stacked ? 'start' : 'end',
      role: 'label',
    },
  ];
  return { kind: 'group', name: 'head', marks };
}
