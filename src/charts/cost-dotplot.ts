import { formatMoney, formatMoneyRange } from '../present/format-money.ts';
import { inYears } from '../present/in-years.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result, Summary } from '../schema/result.ts';
import { quantileDotplot } from './quantile-dotplot.ts';
import { postureRole } from './posture-look.ts';
import type { Scene } from './scene.ts';

export interface ChartSize {
  readonly width: number;
}

/** What each posture costs, as one dotplot each on a common axis. */
export function costDotplot(result: Result, { width }: ChartSize, currency: ShownCurrency): Scene {
  const summaries = result.outputs['tco'] ?? {};
  const rows = result.postures.flatMap(({ id, label }, index) => {
    const summary = summaries[id];
    return summary === undefined
      ? []
      : [{ ...summary, figure: `tco.${id}`, label, role: postureRole(index) }];
  });
  const money = (hkd: number) => formatMoney(hkd, { currency, error: 1e4 * currency.rate });
  const years = inYears(result.manifest.years);
  const { words } = moneyScale(
    rows.flatMap((row) => row.dots),
    currency,
  );
  return {
    width,
    ...quantileDotplot(rows, {
      width,
      currency,
      read: (row, count, hkd) =>
        `${row.label}: ${count} of 100 futures cost less than ${money(hkd)}`,
    }),
    title: claim(rows, currency),
    subtitle: `Total cost of each posture over ${years}, ${words}`,
    hint: 'Each dot is 2 of 100 simulated futures. The bar under the dots spans 8 of 10 futures, the tick is the median.',
    description: [
      `Dotplot with ${rows.length === 1 ? 'one row' : `${rows.length} rows`} of 50 dots on one axis of cost.`,
      ...rows.map(
        (row) =>
          `${row.label}: half of the futures cost less than ${money(row.p50)}; 8 of 10 lie between ${money(row.p10)} and ${money(row.p90)}; 1 of 100 costs more than ${money(row.dots.at(-1) ?? row.p95)}.`,
      ),
    ].join(' '),
    table: {
      head: ['Posture', '1 of 100 costs less than', '10 of 100', 'Half', '90 of 100', '99 of 100'],
      rows: rows.map((row) => [
        row.label,
        ...[row.dots[0] ?? row.p5, row.p10, row.p50, row.p90, row.dots.at(-1) ?? row.p95].map(
          money,
        ),
      ]),
    },
  };
}

/** Which costs vary most and which least: what the widths of the dotplots show. */
function claim(
  rows: readonly (Summary & { readonly label: string })[],
  currency: ShownCurrency,
): string {
  const width = (row: Summary) => row.p90 - row.p10;
  const ranked = rows.toSorted((a, b) => width(a) - width(b));
  const [narrowest, widest] = [ranked[0], ranked.at(-1)];
  if (narrowest === undefined || widest === undefined) return 'What it may cost';
  if (rows.length === 1)
    return `${narrowest.label} costs ${formatMoneyRange(narrowest.p10, narrowest.p90, currency)} in 8 of 10 futures`;
  if (width(widest) <= 0) return 'No posture has a cost that is uncertain';
  const alike = ranked.filter((row) => width(row) <= 1.15 * width(narrowest));
  const times = width(widest) / width(narrowest);
  if (times < 1.5) return 'The postures are about equally uncertain';
  const [first, ...others] = alike.map(({ label }) => label);
  const names = others.length > 1 ? `${first} and others` : [first, ...others].join(' and ');
  const are = others.length === 0 ? 'is' : 'are';
  if (width(narrowest) <= 0)
    return `${names} ${others.length === 0 ? 'costs' : 'cost'} the same in 8 of 10 futures, ${widest.label} ${formatMoneyRange(widest.p10, widest.p90, currency)}`;
  return `${names} ${are} the most predictable: ${widest.label} spreads ${inTimes(times)} as wide`;
}

function inTimes(times: number): string {
  if (times < 1.75) return 'one and a half times';
  if (times >= 9.5) return 'more than nine times';
  return `${spelled[Math.round(times) - 2] ?? 'several'} times`;
}

const spelled = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
