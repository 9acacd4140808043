import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatQuantity } from '../present/format-quantity.ts';
import { ofHundred } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ChoiceMap } from '../schema/choice-map.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { postureRole } from './posture-look.ts';
import { belowNames, postureNames } from './posture-names.ts';
import type { Mark, Scene } from './scene.ts';

const plotHeight = 240;
const left = 40;
const ticks = 4;

/**
 * The chance that each posture is the best as one input changes: an acceptability curve. `measure`
 * says by what it is the best, where that is not the total cost: `in present value`.
 */
export function acceptabilityCurve(
  map: ChoiceMap,
  { width }: ChartSize,
  currency: ShownCurrency,
  measure = '',
): Scene | null {
  const [axis, other] = map.axes;
  if (axis === undefined || other !== undefined || axis.values.length < 2) return null;
  const first = axis.values[0] ?? 0;
  const last = axis.values.at(-1) ?? 1;
  const show = (value: number) => formatQuantity(value, axis.unit, currency);
  const name = (id: string | null | undefined) =>
    map.postures.find((posture) => posture.id === id)?.label ?? 'none';
  const top = belowNames(map.postures.length);
  const bottom = top + plotHeight;
  const right = width - 24;
  const x = scaleLinear().domain([first, last]).range([left, right]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]);
  const path = line<number>(
    (_, index) => x(axis.values[index] ?? first),
    (chance) => y(chance),
  ).digits(1);
  const chances = (id: string) => map.chances[id] ?? [];
  const turns = map.best.flatMap((best, index) =>
    index > 0 && best !== map.best[index - 1] ? [{ best, value: axis.values[index] ?? last }] : [],
  );
  const counted = measure === '' ? '' : ` ${measure}`;
  const title =
    turns.length === 0
      ? `${name(map.best[0])} stays best on average${counted}, whatever \u201c${axis.label}\u201d is between ${show(first)} and ${show(last)}`
      : `${turns.map(({ best, value }) => `${name(best)} is best from ${show(value)} on`).join(', ')}; ${name(map.best[0])} before${counted === '' ? '' : `,${counted}`}`;
  const at = Math.round(x(Math.min(last, Math.max(first, axis.now))));
  return {
    width,
    height: bottom + 42,
    title,
    subtitle: `Of 100 futures, in how many each posture is best${counted}, by \u201c${axis.label}\u201d`,
    hint: `Read up from a value to the chance of each posture. The line is where it is now: ${show(axis.now)}. All else is as it is, with the same luck.`,
    description: `${title}. ${[0, axis.values.length - 1]
      .map(
        (index) =>
          `At ${show(axis.values[index] ?? 0)}: ${map.postures.map(({ id, label }) => `${label} ${ofHundred(chances(id)[index] ?? 0)}`).join(', ')}.`,
      )
      .join(' ')}`,
    marks: [
      {
        kind: 'group',
        name: 'axis',
        marks: [
          ...[0, 0.25, 0.5, 0.75, 1].flatMap((chance): Mark[] => [
            { kind: 'rule', x1: left, y1: y(chance), x2: right, y2: y(chance), role: 'grid' },
            {
              kind: 'text',
              x: 32,
              y: y(chance) + 4,
              text: `${100 * chance}`,
              anchor: 'end',
              role: 'label',
            },
          ]),
          ...Array.from({ length: ticks + 1 }, (_, k) => first + (k * (last - first)) / ticks)
            .filter((_, k) => width > 480 || k % 2 === 0)
            .map((value): Mark => ({
              kind: 'text',
              x: Math.round(x(value)),
              y: bottom + 18,
              text: show(value),
              anchor: value === first ? 'start' : value === last ? 'end' : 'middle',
              role: 'label',
            })),
        ],
      },
      {
        kind: 'group',
        name: 'curves',
        marks: map.postures.map(({ id }, index): Mark => ({
          kind: 'line',
          d: path([...chances(id)]) ?? '',
          role: postureRole(index),
        })),
      },
      {
        kind: 'group',
        name: 'now',
        marks: [{ kind: 'rule', x1: at, y1: top - 6, x2: at, y2: bottom, role: 'zero' }],
      },
      postureNames(
        map.postures.map(({ label }, index) => ({ text: label, role: postureRole(index) })),
      ),
    ],
    stops: map.postures.flatMap(({ id, label }, series) =>
      axis.values.map((value, index) => ({
        x: x(value),
        y: y(chances(id)[index] ?? 0),
        series,
        text: `At ${show(value)}: ${label} is best in ${ofHundred(chances(id)[index] ?? 0)} futures`,
      })),
    ),
    table: {
      head: [axis.label, ...map.postures.map(({ label }) => label), 'Best on average'],
      rows: axis.values.map((value, index) => [
        show(value),
        ...map.postures.map(({ id }) => ofHundred(chances(id)[index] ?? 0)),
        name(map.best[index]),
      ]),
    },
  };
}
