import { postureMark } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole } from './scene.ts';

const rowHeight = 20;

/** Where a plot begins below the names of so many postures, from the top of the picture. */
export function belowNames(count: number): number {
  return rowHeight * count + 12;
}

/** Names of postures one under the other above a plot, each with its mark. */
export function postureNames(
  names: readonly { readonly text: string; readonly role: PostureRole }[],
): GroupMark {
  return {
    kind: 'group',
    name: 'names',
    marks: names.flatMap(({ role, text }, index): Mark[] => [
      postureMark(role, 14, 10 + rowHeight * index, 5),
      { kind: 'text', x: 26, y: 14 + rowHeight * index, text, anchor: 'start', role: 'strong' },
    ]),
  };
}
