import { formatMoney } from '../present/format-money.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { posturesOf } from '../present/side-by-side.ts';
import type { NamedResult } from '../present/side-by-side.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { postureRole } from './posture-look.ts';
import { quantileDotplot } from './quantile-dotplot.ts';
import type { DotplotRow } from './quantile-dotplot.ts';
import type { Scene } from './scene.ts';

/** What is set side by side: the cost of a posture, or what is saved against it. */
export interface ShownFigure {
  readonly kind: 'cost' | 'saving';
  readonly posture: string;
}

/** The same figure of several scenarios, as one dotplot each on a common axis. */
export function scenarioDotplot(
  scenarios: readonly NamedResult[],
  { kind, posture }: ShownFigure,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const postures = posturesOf(scenarios);
  const role = postureRole(
    Math.max(
      0,
      postures.findIndex(({ id }) => id === posture),
    ),
  );
  const rows = scenarios.flatMap(({ name, result }): DotplotRow[] => {
    const found = kind === 'cost' ? result.outputs['tco']?.[posture] : result.saving[posture];
    return found === undefined ? [] : [{ ...found, label: name, role }];
  });
  if (rows.length === 0) return null;
  const label = postures.find(({ id }) => id === posture)?.label ?? posture;
  const money = (hkd: number) => formatMoney(hkd, { currency, error: 1e4 * currency.rate });
  const { words } = moneyScale(
    rows.flatMap((row) => row.dots),
    currency,
  );
  const isSaving = kind === 'saving';
  const ranked = rows.toSorted((a, b) => a.p50 - b.p50);
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  const what = isSaving ? 'saving' : 'cost';
  return {
    width,
    ...quantileDotplot(rows, {
      width,
      currency,
      read: (row, count, hkd) =>
        `${row.label}: in ${count} of 100 futures the ${what} is below ${money(hkd)}`,
      ...(isSaving ? { zero: { below: 'costs more', above: 'costs less' } } : {}),
    }),
    title: claim(label, isSaving, lowest, highest, money),
    subtitle: isSaving
      ? `Saving against ${label} in each scenario, ${words}`
      : `Total cost of ${label} in each scenario, ${words}`,
    hint: 'Each dot is 2 of 100 simulated futures. The bar under the dots spans 8 of 10 futures, the tick is the median.',
    description: [
      `Dotplot with ${rows.length} rows of 50 dots on one axis.`,
      ...rows.map(
        (row) =>
          `${row.label}: half of the futures lie below ${money(row.p50)}, 8 of 10 between ${money(row.p10)} and ${money(row.p90)}.`,
      ),
    ].join(' '),
    table: {
      head: ['Scenario', '1 of 100 below', '10 of 100', 'Half', '90 of 100', '99 of 100'],
      rows: rows.map((row) => [
        row.label,
        ...[row.dots[0] ?? row.p10, row.p10, row.p50, row.p90, row.dots.at(-1) ?? row.p90].map(
          money,
        ),
      ]),
    },
  };
}

function claim(
  label: string,
  isSaving: boolean,
  lowest: DotplotRow | undefined,
  highest: DotplotRow | undefined,
  money: (hkd: number) => string,
): string {
  if (lowest === undefined || highest === undefined) return '';
  const [low, high] = [money(lowest.p50), money(highest.p50)];
  if (low === high)
    return isSaving
      ? `The median saving against ${label} is ${low} in each`
      : `${label} costs ${low} in the median future of each`;
  return isSaving
    ? `The median saving against ${label} is ${low} in ${lowest.label}, ${high} in ${highest.label}`
    : `The median cost of ${label} is ${low} in ${lowest.label}, ${high} in ${highest.label}`;
}
