import { fitText } from './fit-text.ts';
import { postureMark } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole } from './scene.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-look.ts';

/** A line's name and where the line ends. */
export interface LineEnd {
  readonly label: string;
  readonly role: PostureRole;
  readonly y: number;
}

const inFan = '8 of 10 futures in its fan';

/** Room that names take beside the lines. */
export function labelsWidth(ends: readonly Pick<LineEnd, 'label'>[], fan: string): number {
  const names = ends.map(({ label }) => textWidth(label, 'strong'));
  const own = ends.some(({ label }) => label === fan) ? [textWidth(inFan, 'label')] : [];
  return Math.ceil(Math.max(0, ...names, ...own)) + 30;
}

/** Names at the ends of the lines, moved apart where they would lie on one another. */
export function endLabels(ends: readonly LineEnd[], fan: string, x: number): GroupMark {
  const rows = ends.flatMap(({ label, role, y }) => [
    { role, y, text: label },
    ...(label === fan ? [{ role: null, y: y + 1, text: inFan }] : []),
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
export function labelsAbove(ends: readonly LineEnd[], fan: string, width: number): GroupMark {
  return {
    kind: 'group',
    name: 'names',
    marks: ends.flatMap(({ label, role }, index): Mark[] => [
      postureMark(role, 14, 12 + 20 * index, 5),
      {
        kind: 'text',
        x: 26,
        y: 16 + 20 * index,
        text: fitText(label === fan ? `${label}, ${inFan}` : label, 'strong', width - 30),
        anchor: 'start',
        role: 'strong',
      },
    ]),
  };
}
