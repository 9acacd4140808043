import { formatMoney } from '../present/format-money.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyMeasure } from './measure.ts';
import type { Scene } from './scene.ts';
import { valueBars } from './value-bars.ts';
import type { ValueBar } from './value-bars.ts';

const most = 10;

/** What knowing each input, a group of them, or everything before choosing would be worth at least. */
export function informationBars(
  { drivers, everything, groups }: Decision,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const scale = moneyScale([everything.value], currency);
  const money = (value: number, error: number) =>
    value <= 2 * error
      ? 'nothing that can be told'
      : formatMoney(value, { currency, scale, error: Math.max(error, scale.size / 100) });
  const bar = (label: string, { error, value }: { value: number; error: number }): ValueBar => ({
    label,
    value,
    error,
    words: money(value, error),
    role: 'less',
  });
  const single = drivers.flatMap(({ information, label }) =>
    information === null ? [] : [bar(label, information)],
  );
  const all = groups.find(({ id }) => id === 'all-inputs');
  if (single.length === 0 || all === undefined) return null;
  const together = groups
    .filter(({ id, inputs }) => id !== 'all-inputs' && inputs.length > 1)
    .map(({ information, label }) => bar(`All of \u201c${label}\u201d`, information));
  // What is worth nothing is told by the bar of all of them.
  const found = [...single, ...together]
    .filter(({ error, value }) => value > 2 * (error ?? 0))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most - 2);
  const [best] = found;
  const count = single.length;
  const hasLuck = drivers.some(({ kind }) => kind !== 'input');
  return valueBars(
    {
      title:
        best === undefined
          ? 'No uncertain input by itself is worth anything that can be told'
          : `${best.label} is most worth knowing: at least ${best.words}`,
      subtitle: `Mean saving from knowing it before choosing, at least, ${scale.words}`,
      hint: 'Each bar is how much better one would choose, on average, if it were known first: at least so much, but for its error. The line at its end spans two standard errors each way.',
      bars: [
        { ...bar(hasLuck ? 'Everything, luck included' : 'Everything', everything), role: 'total' },
        bar(
          count === 1 ? 'The uncertain input' : `All ${count} uncertain inputs, together`,
          all.information,
        ),
        ...found,
      ],
      measure: moneyMeasure([everything.value], currency),
      head: ['To know', 'Worth at least'],
      read: ({ label, words }) => `To know ${label}: ${words}`,
    },
    size,
  );
}
