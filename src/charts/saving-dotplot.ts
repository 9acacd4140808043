import { formatMoney } from '../present/format-money.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { quantileDotplot } from './quantile-dotplot.ts';
import { savingClaim, savingRows } from './saving-rows.ts';
import type { Scene } from './scene.ts';

/** What the compared posture saves against each of the others in the same future; null where there are none. */
export function savingDotplot(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const savings = savingRows(result);
  if (savings === null) return null;
  const { name, rows } = savings;
  const { words } = moneyScale(
    rows.flatMap((row) => row.dots),
    currency,
  );
  const money = (hkd: number) => formatMoney(hkd, { currency, error: 1e4 * currency.rate });
  return {
    width,
    ...quantileDotplot(rows, {
      width,
      currency,
      read: ({ label }, count, hkd) => {
        if (hkd === 0) return `${name} ${label}: it costs as much`;
        return hkd < 0
          ? `${name} ${label}: in ${count} of 100 futures it costs at least ${money(-hkd)} more`
          : `${name} ${label}: ${count} of 100 futures save less than ${money(hkd)}`;
      },
      zero: { below: `${name} costs more`, above: `${name} costs less` },
    }),
    title: savingClaim(name, rows),
    subtitle: `Cost of each other posture less that of ${name} in the same future, ${words}`,
    hint: `Each dot is 2 of 100 simulated futures. Dots left of the line are futures in which ${name} costs more.`,
    description: [
      `Dotplot with ${inRows(rows.length)} of 50 dots on one axis of saving, with a line at zero.`,
      ...rows.map(({ chances, name: other, p10, p50, p90 }) => {
        const half =
          p50 < 0
            ? `half of the futures cost at least ${money(-p50)} more`
            : `half of the futures save more than ${money(p50)}`;
        return `Against ${other}: ${half}; 8 of 10 lie between ${money(p10)} and ${money(p90)}; ${name} costs less in ${ofHundred(chances.less)} and more in ${ofHundred(chances.more)}.`;
      }),
    ].join(' '),
    table: {
      head: [
        'Saving',
        '10 of 100 save less than',
        'Half',
        '90 of 100',
        'Mean',
        'Costs less in',
        'Costs more in',
      ],
      rows: rows.map((row) => [
        row.label,
        ...[row.p10, row.p50, row.p90].map(money),
        formatMoney(row.mean, { currency, error: row.standardError }),
        ofHundred(row.chances.less),
        ofHundred(row.chances.more),
      ]),
    },
  };
}

/** `one row`, `2 rows`. */
export function inRows(count: number): string {
  return count === 1 ? 'one row' : `${count} rows`;
}
