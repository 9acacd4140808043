import { formatMoney } from '../present/format-money.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { formatPercent } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ChoiceMap, ChoiceMapAxis } from '../schema/choice-map.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { postureRole } from './posture-look.ts';
import { belowNames, postureNames } from './posture-names.ts';
import type { Mark, Scene } from './scene.ts';
import { textWidth } from './text-look.ts';

const cellHeight = 26;
const gap = 1;

/** Who is best over two inputs: a cell for each pair of values, in the colour and letter of the best. */
export function choiceGrid(
  map: ChoiceMap,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const [across, up] = map.axes;
  if (across === undefined || up === undefined) return null;
  const columns = across.values.length;
  const show = (axis: ChoiceMapAxis, value: number) => formatQuantity(value, axis.unit, currency);
  const name = (id: string | null) =>
    map.postures.find((posture) => posture.id === id)?.label ?? 'none makes sense';
  const upLabels = up.values.map((value) => show(up, value));
  const left = 12 + Math.max(...upLabels.map((text) => textWidth(text, 'label')));
  const cellWidth = (width - left - 12) / columns;
  const top = belowNames(map.postures.length);
  const bottom = top + cellHeight * up.values.length;
  const yOf = (row: number) => bottom - cellHeight * (row + 1);
  const cells = map.best.map((best, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const index = map.postures.findIndex(({ id }) => id === best);
    const unsure = (map.leads[cell] ?? 0) < 2 * (map.leadErrors[cell] ?? 0);
    return { best, cell, row, column, index, unsure };
  });
  const shares = map.postures
    .map(({ id, label }) => ({
      id,
      label,
      share: map.best.filter((best) => best === id).length / map.best.length,
    }))
    .toSorted((a, b) => b.share - a.share);
  const [first] = shares;
  const now = `Now: ${across.label} ${show(across, across.now)}, ${up.label} ${show(up, up.now)}.`;
  const widest = Math.max(...across.values.map((value) => textWidth(show(across, value), 'label')));
  const step = Math.max(1, Math.ceil((widest + 12) / cellWidth));
  const nearest = (axis: ChoiceMapAxis) => {
    const far = axis.values.map((value) => Math.abs(value - axis.now));
    return far.indexOf(Math.min(...far));
  };
  const here = nearest(up) * columns + nearest(across);
  const title =
    shares.filter(({ share }) => share > 0).length === 1
      ? `${first?.label ?? ''} stays best over the whole map of \u201c${across.label}\u201d and \u201c${up.label}\u201d`
      : first?.id === map.best[here]
        ? `${first?.label ?? ''} costs least where things are now, and in ${formatPercent(first?.share ?? 0)} of the map`
        : `${name(map.best[here] ?? null)} costs least where things are now, ${first?.label ?? ''} in ${formatPercent(first?.share ?? 0)} of the map`;
  return {
    width,
    height: bottom + 44,
    title,
    subtitle: `Posture that costs least on average; across: ${across.label}, upwards: ${up.label}`,
    hint: `Each cell is one pair of values, all else as it is and with the same luck. A question mark: not told apart by ${map.trials} futures. In brackets: the cell nearest to how things are now.`,
    description: `${title}. ${now} ${shares.map(({ label, share }) => `${label} is best in ${formatPercent(share)} of the cells.`).join(' ')}`,
    marks: [
      {
        kind: 'group',
        name: 'cells',
        marks: cells.flatMap(({ cell, column, index, row, unsure }): Mark[] => {
          const x = left + column * cellWidth;
          if (index < 0) return [];
          const letter = unsure ? '?' : letterOf(index);
          const middle = { x: x + cellWidth / 2, y: yOf(row) + cellHeight / 2 };
          return [
            {
              kind: 'rect',
              x: x + gap,
              y: yOf(row) + gap,
              width: cellWidth - 2 * gap,
              height: cellHeight - 2 * gap,
              role: postureRole(index),
            },
            {
              kind: 'text',
              x: middle.x,
              y: middle.y + 4,
              text: cell === here ? `[${letter}]` : letter,
              anchor: 'middle',
              role: 'inside',
            },
          ];
        }),
      },
      {
        kind: 'group',
        name: 'axis',
        marks: [
          ...up.values.map((_, row): Mark => ({
            kind: 'text',
            x: left - 6,
            y: yOf(row) + cellHeight / 2 + 4,
            text: upLabels[row] ?? '',
            anchor: 'end',
            role: 'label',
          })),
          ...across.values.flatMap((value, column): Mark[] =>
            column % step === 0
              ? [
                  {
                    kind: 'text',
                    x: Math.min(left + (column + 0.5) * cellWidth, width - widest / 2),
                    y: bottom + 18,
                    text: show(across, value),
                    anchor: 'middle',
                    role: 'label',
                  },
                ]
              : [],
          ),
        ],
      },
      postureNames(
        map.postures.map(({ label }, index) => ({
          text: fitText(`${letterOf(index)}: ${label}`, 'strong', width - 30),
          role: postureRole(index),
        })),
      ),
    ],
    stops: cells.map(({ best, cell, column, row, unsure }) => ({
      x: left + (column + 0.5) * cellWidth,
      y: yOf(row) + cellHeight / 2,
      series: up.values.length - 1 - row,
      text: `${show(across, across.values[column] ?? 0)} and ${show(up, up.values[row] ?? 0)}: ${name(best)}${best === null ? '' : ` by ${formatMoney(map.leads[cell] ?? 0, { currency, error: map.leadErrors[cell] })}`}${unsure ? ', not told apart' : ''}`,
    })),
    table: {
      head: [`${up.label} / ${across.label}`, ...across.values.map((value) => show(across, value))],
      rows: up.values
        .map((_, row) => [
          upLabels[row] ?? '',
          ...across.values.map((__, column) => name(map.best[row * columns + column] ?? null)),
        ])
        .toReversed(),
    },
  };
}

function letterOf(index: number): string {
  return 'ABCDEFGH'[index] ?? '+';
}
