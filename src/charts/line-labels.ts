import { postureMark } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole } from './scene.ts';
import { spreadLabels } from './spread-labels.ts';

/** A line's name and where the line ends. */
export interface LineEnd {
  readonly label: string;
  readonly role: PostureRole;
  readonly y: number;
}

/** Names at the ends of the lines, moved apart where they would lie on one another. */
export function endLabels(ends: readonly LineEnd[], fan: string, x: number): GroupMark {
  const rows = ends.flatMap(({ label, role, y }) => [
    { role, y, text: label },
    ...(label === fan ? [{ role: null, y: y + 1, text: '8 of 10 futures in its fan' }] : []),
  ]);
  const places = spreadLabels(
    rows.map(({ y }) => y),
    19,
  );
  return {
    kind: 'group',
    name: 'names',
    marks: rows.flatMap(({ role, text }, index): Mark[] => {
      const at = Math.round(places[index] ?? 0);
      return [
        ...(role === null ? [] : [postureMark(role, x + 16, at, 5)]),
        {
          kind: 'text',
          x: x + 28,
          y: at + 4,
          text,
          anchor: 'start',
          role: role === null ? 'label' : 'strong',
        },
      ];
    }),
  };
}

/** Where there is no room beside the lines: names above them. */
export function labelsAbove(ends: readonly LineEnd[], fan: string): GroupMark {
  return {
    kind: 'group',
    name: 'names',
    marks: ends.flatMap(({ label, role }, index): Mark[] => [
      postureMark(role, 14, 12 + 20 * index, 5),
      {
        kind: 'text',
        x: 26,
        y: 16 + 20 * index,
        text: label === fan ? `${label}, with 8 of 10 futures in the fan` : label,
        anchor: 'start',
        role: 'strong',
      },
    ]),
  };
}
