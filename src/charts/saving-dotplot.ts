import { comparedPosture } from '../present/compared-posture.ts';
import { formatMoney } from '../present/format-money.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { postureRole } from './posture-look.ts';
import { quantileDotplot } from './quantile-dotplot.ts';
import type { Scene } from './scene.ts';

/** What the compared posture saves against each of the others in the same future; null where there are none. */
export function savingDotplot(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const compared = result.postures.find(({ id }) => id === comparedPosture(result));
  const rows = result.postures.flatMap(({ id, label }, index) => {
    const saving = result.saving[id];
    if (saving === undefined) return [];
    return [{ ...saving, name: label, label: `against ${label}`, role: postureRole(index) }];
  });
  if (compared === undefined || rows.length === 0) return null;
  const name = compared.label;
  const { words } = moneyScale(
    rows.flatMap((row) => row.dots),
    currency,
  );
  const money = (hkd: number) => formatMoney(hkd, { currency, error: 1e4 * currency.rate });
  const chances = rows.map((row) => `${row.name} in ${ofHundred(row.probabilityPositive)} futures`);
  return {
    width,
    ...quantileDotplot(rows, {
      width,
      currency,
      read: (row, count, hkd) =>
        hkd < 0
          ? `${name} ${row.label}: in ${count} of 100 futures it costs at least ${money(-hkd)} more`
          : `${name} ${row.label}: ${count} of 100 futures save less than ${money(hkd)}`,
      zero: { below: `${name} costs more`, above: `${name} costs less` },
    }),
    title: `${name} costs less than ${chances.join(', than ')}`,
    subtitle: `Cost of a posture less that of ${name} in the same future, ${words}`,
    hint: `Each dot is 2 of 100 simulated futures. Dots left of the line are futures in which ${name} costs more.`,
    description: [
      `Dotplot with ${rows.length} rows of 50 dots on one axis of saving, with a line at zero.`,
      ...rows.map(
        (row) =>
          `Against ${row.name}: half of the futures save more than ${money(row.p50)}; 8 of 10 lie between ${money(row.p10)} and ${money(row.p90)}; ${name} costs less in ${ofHundred(row.probabilityPositive)}.`,
      ),
    ].join(' '),
    table: {
      head: ['Saving', '10 of 100 save less than', 'Half', '90 of 100', 'Mean', 'Costs less in'],
      rows: rows.map((row) => [
        row.label,
        ...[row.p10, row.p50, row.p90].map(money),
        formatMoney(row.mean, { currency, error: row.standardError }),
        ofHundred(row.probabilityPositive),
      ]),
    },
  };
}
