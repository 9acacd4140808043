import { formatPercent } from '../present/format-share.ts';
import type { Model } from '../schema/model.ts';
import type { Result } from '../schema/result.ts';
import { moneyRow, unitOf } from './figures.ts';
import { formatNumber } from '../present/format-number.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import type { Row } from './text-table.ts';

/** What the compared posture saves against the others: saving, chance, returns, payback. */
export function comparisonRows(result: Result, model: Model, scale: MoneyScale): Row[] {
  const { of } = model.comparison;
  const labelOf = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const rivals = Object.keys(result.saving);
  if (rivals.length === 0) return [];
  const names = rivals.map((id) => (id === 'bestSingle' ? 'cheaper one*' : labelOf(id)));
  const saving = (cell: (saving: Result['saving'][string]) => string) =>
    rivals.map((id) => {
      const found = result.saving[id];
      return found === undefined ? '' : cell(found);
    });
  const amounts = (figure: 'mean' | 'p10' | 'p90') =>
    moneyRow(
      rivals.flatMap((id) => {
        const found = result.saving[id];
        if (found === undefined) return [];
        const error =
          figure === 'mean' ? found.standardError : (found.errors[figure] ?? found.standardError);
        return [{ hkd: found[figure], error }];
      }),
      scale,
    );
  const row = (label: string, cells: readonly string[], strong = false): Row => ({
    kind: 'row',
    label,
    cells,
    strong,
  });

  const roi = Object.entries(model.ratios).map(([name, ratio]) =>
    row(
      ratio.label,
      rivals.map((id) => {
        const found = result.roi[name]?.[id];
        return found === undefined ? '-' : percentOf(found.value, found.standardError);
      }),
    ),
  );
  const payback = rivals.map((id) => {
    const found = result.payback[id];
    if (found === undefined) return '-';
    return found.months === null ? 'not in time' : formatNumber(found.months, 1);
  });
  const within = rivals.map((id) => {
    const found = result.payback[id];
    return found === undefined ? '-' : formatPercent(found.probabilityWithinHorizon);
  });
  return [
    { kind: 'gap' },
    { kind: 'heading', text: `What ${labelOf(of)} saves, ${unitOf(scale)}, against`, cells: names },
    row('Mean', amounts('mean'), true),
    row('8 in 10 futures lie between', amounts('p10')),
    row('and', amounts('p90')),
    row(
      'Chance that it saves',
      saving((each) => formatPercent(each.probabilityPositive)),
    ),
    ...roi,
    row('Payback, month (of the means)', payback),
    row(`Chance of payback within ${result.manifest.years} years`, within),
    ...(rivals.includes('bestSingle')
      ? [
          {
            kind: 'heading',
            text: '* whichever of them turns out cheaper in each future: known only in hindsight',
          } as const,
        ]
      : []),
  ];
}

/** A return as a percentage with the digits that its error allows. */
function percentOf(value: number, error: number): string {
  const step = error > 0.05 ? 10 : 1;
  return `${formatNumber(step * Math.round((100 * value) / step), 0)} %`;
}
