import { scaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import type { Mark, Scene } from './scene.ts';

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly error: number;
}

const most = 10;
const rowHeight = 40;
const barHeight = 14;

/** What knowing each input, a group of them, or everything before choosing would be worth. */
export function informationBars(
  { drivers, everything, groups }: Decision,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const single = drivers.flatMap(({ information, label }): Bar[] =>
    information === null ? [] : [{ label, ...information }],
  );
  const all = groups.find(({ id }) => id === 'all-inputs');
  if (single.length === 0 || all === undefined) return null;
  const together = groups
    .filter(({ id, inputs }) => id !== 'all-inputs' && inputs.length > 1)
    .map(({ information, label }): Bar => ({ label: `${label}, together`, ...information }));
  // What is worth nothing is told by the bar of all of them.
  const found = [...single, ...together]
    .filter(({ error, value }) => value > 2 * error)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most - 2);
  const shown: readonly Bar[] = [
    { label: 'Everything, luck included', ...everything },
    { label: `All ${single.length} uncertain inputs, together`, ...all.information },
    ...found,
  ];
  const scale = moneyScale([everything.value], currency);
  const money = ({ error, value }: Bar) =>
    value <= 2 * error
      ? 'next to nothing'
      : formatMoney(value, { currency, scale, error: Math.max(error, scale.size / 100) });
  const x = scaleLinear()
    .domain(niceMoney([0, Math.max(everything.value, 1)], currency))
    .range([12, width - 16]);
  const bottom = shown.length * rowHeight + 4;
  const at = (index: number) => index * rowHeight + 20;
  const [best] = found;
  const title =
    best === undefined
      ? 'Nothing that can be found out beforehand would change the choice'
      : `${best.label} is most worth knowing: ${money(best)}`;
  return {
    width,
    height: bottom + moneyAxisHeight,
    title,
    subtitle: `Mean saving from knowing it before choosing, ${scale.words}`,
    hint: 'Each bar is how much better one would choose, on average, if it were known first. The line at its end spans two standard errors each way.',
    description: `${title}. ${shown.map((bar) => `${bar.label}: ${money(bar)}.`).join(' ')}`,
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
      ...shown.map((bar, index): Mark => ({
        kind: 'group',
        name: bar.label,
        marks: [
          {
            kind: 'text',
            x: 12,
            y: at(index) - 6,
            text: fitText(`${bar.label}: ${money(bar)}`, 'label', width - 20),
            anchor: 'start',
            role: 'label',
          },
          {
            kind: 'rect',
            x: 12,
            y: at(index),
            width: Math.max(1, Math.round(x(bar.value)) - 12),
            height: barHeight,
            role: index === 0 ? 'total' : 'less',
          },
          {
            kind: 'rule',
            x1: x(Math.max(0, bar.value - 2 * bar.error)),
            y1: at(index) + barHeight / 2,
            x2: x(bar.value + 2 * bar.error),
            y2: at(index) + barHeight / 2,
            role: 'axis',
          },
        ],
      })),
    ],
    stops: shown.map((bar, index) => ({
      x: Math.max(12, x(bar.value)),
      y: at(index) + barHeight / 2,
      series: index,
      text: `To know ${bar.label} is worth ${money(bar)}`,
    })),
    table: {
      head: ['To know', 'Worth', 'Error'],
      rows: shown.map((bar) => [bar.label, money(bar), formatMoney(bar.error, { currency })]),
    },
  };
}
