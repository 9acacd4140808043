import { formatPercent, formatPercents } from '../present/format-share.ts';
import { headline } from '../present/headline.ts';
import type { Model } from '../schema/model.ts';
import type { Result } from '../schema/result.ts';
import { comparisonRows } from './comparison-rows.ts';
import { alignedRows, money, moneyRow, unitOf } from './figures.ts';
import { formatNumber } from '../present/format-number.ts';
import { lawName } from '../present/lawfulness-in-words.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import { aside, strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** Categories that are shown also where they cost nothing. */
const alwaysShown = ['fines', 'audits', 'remediations', 'attrition'];

const percentileLabels = {
  p5: '5 in 100 futures cost less than',
  p10: '10 in 100',
  p25: '25 in 100',
  p50: '50 in 100 (median)',
  p75: '75 in 100',
  p90: '90 in 100',
  p95: '95 in 100',
  p99: '99 in 100',
  cvar95: 'Mean of the worst 5 in 100',
} as const;
type Percentile = keyof typeof percentileLabels;

/** A result as a table for people, with its names from the model. */
export function resultTable(
  result: Result,
  model: Model,
  hkdPerUnit: number,
  styled: boolean,
): string {
  const { manifest } = result;
  const means = result.postures.map(({ id }) => result.outputs['tco']?.[id]?.mean ?? 0);
  const scale = moneyScale(means, { code: manifest.currency, rate: hkdPerUnit });
  const said = headline(result, { code: manifest.currency, rate: hkdPerUnit });
  const rows = [
    ...costRows(result, scale),
    ...componentRows(result, model, scale),
    ...yearRows(result, scale),
    ...eventRows(result, model),
    ...comparisonRows(result, model, scale),
  ];
  const remarks = result.warnings.map((warning) => wrapped(`Warning: ${warning.message}`));
  return [
    strong(wrapped(manifest.scenario.name), styled),
    '',
    strong(wrapped(said.sentence), styled),
    ...(said.detail === '' ? [] : [wrapped(said.detail)]),
    '',
    textTable(rows, styled).trimEnd(),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
    '',
    aside(provenance(result), styled),
    '',
  ].join('\n');
}

function costRows(result: Result, scale: MoneyScale): Row[] {
  const tco = result.outputs['tco'] ?? {};
  const all = tco['all'];
  const amountsOf = (figure: 'mean' | Percentile) =>
    result.postures.flatMap(({ id }) => {
      const summary = tco[id] ?? all;
      if (summary === undefined) return [];
      // A single replicate knows no error of a percentile; it is at least about that of the mean.
      const error =
        figure === 'mean'
          ? summary.standardError
          : (summary.errors[figure] ?? summary.standardError);
      const hkd = summary[figure];
      return hkd === undefined ? [] : [{ hkd, error }];
    });
  // A spread is read, not added up: one decimal tells its ends apart.
  const coarse = { ...scale, decimals: Math.min(1, scale.decimals) };
  // A short run does not tell the 99th.
  const told = Object.entries(percentileLabels).flatMap(([key, label]) => {
    const amounts = amountsOf(key as Percentile);
    return amounts.length < result.postures.length ? [] : [{ label, amounts }];
  });
  const percentiles = alignedRows(told.map(({ amounts }) => moneyRow(amounts, coarse)));
  const row = (label: string, cells: readonly string[], isStrong = false): Row => ({
    kind: 'row',
    label,
    cells,
    strong: isStrong,
  });
  const errors = result.postures.map(
    ({ id }) =>
      `±${formatNumber(((tco[id] ?? all)?.standardError ?? 0) / scale.size, scale.decimals + 2)}`,
  );
  const cheapest = formatPercents(result.postures.map(({ id }) => result.cheapest[id] ?? 0));
  return [
    {
      kind: 'heading',
      text: `Cost over ${result.manifest.years} years, ${unitOf(scale)}`,
      cells: result.postures.map(({ label }) => label),
    },
    row('Mean', moneyRow(amountsOf('mean'), scale), true),
    row('standard error of the mean', errors),
    ...told.map(({ label }, index) => row(label, percentiles[index] ?? [])),
    row('Chance of being cheapest', cheapest, true),
    ...lawfulRow(result),
  ];
}

/** Each posture before the law, in the fewest words; `diagnose` says which article. */
function lawfulRow({ law, postures }: Result): Row[] {
  if (law === undefined) return [];
  const cells = postures.map(({ id }) => {
    const own = law.postures[id];
    if (own === undefined) return '-';
    if (own.status === 'lawful') return own.exceeds.length > 0 ? 'lawful, more' : 'lawful';
    const ids = own.status === 'not known' ? own.open : own.leavesOut;
    const names = ids.map(({ regime }) => lawName(law, regime)).join(', ');
    return own.status === 'not known' ? `${names}: not known` : `leaves out ${names}`;
  });
  return [{ kind: 'row', label: 'Before the law', cells, strong: true }];
}

function componentRows(result: Result, model: Model, scale: MoneyScale): Row[] {
  const costOf = (posture: string, category: string) => result.components[posture]?.[category] ?? 0;
  const categories = Object.entries(model.categories).filter(
    ([category]) =>
      alwaysShown.includes(category) ||
      result.postures.some(({ id }) => costOf(id, category) !== 0),
  );
  const named = categories.toSorted(([a], [b]) => rank(a) - rank(b));
  return [
    { kind: 'gap' },
    { kind: 'heading', text: `What it is made of, means, ${unitOf(scale)}` },
    ...named.map(([category, { label }]): Row => {
      const cells = result.postures.map(({ id }) => {
        const cost = costOf(id, category);
        return cost === 0 ? '-' : money(cost, scale, result.componentErrors[id]?.[category]);
      });
      return { kind: 'row', label, cells };
    }),
  ];
}

function rank(category: string): number {
  const place = alwaysShown.indexOf(category);
  return place < 0 ? alwaysShown.length : place;
}

function yearRows(result: Result, scale: MoneyScale): Row[] {
  const years = Array.from({ length: result.manifest.years }, (_, index) => index);
  const rows = years.map((index): Row => {
    const amounts = result.postures.flatMap(({ id }) => {
      const year = result.byYear[id]?.[index];
      // The whole cost is less certain than the cost up to a year before its end.
      const error = result.outputs['tco']?.[id]?.standardError;
      return year === undefined ? [] : [{ hkd: year.cumulativeMean, error }];
    });
    const cells = moneyRow(amounts, scale);
    return { kind: 'row', label: `Year ${index + 1}`, cells };
  });
  return [
    { kind: 'gap' },
    { kind: 'heading', text: `Paid by the end of the year, means, ${unitOf(scale)}` },
    ...rows,
  ];
}

function eventRows(result: Result, model: Model): Row[] {
  // What cannot happen under any posture says nothing.
  const events = Object.entries(model.events).filter(([name]) =>
    result.postures.some(({ id }) => result.events[id]?.[name]?.mean !== 0),
  );
  if (events.length === 0) return [];
  const rows = events.flatMap(([name, { label }]): Row[] => {
    const of = (
      cell: (event: { mean: number; standardError: number; probabilityNone: number }) => string,
    ) =>
      result.postures.map(({ id }) => {
        const event = result.events[id]?.[name];
        return event === undefined ? '' : event.mean === 0 ? '-' : cell(event);
      });
    return [
      {
        kind: 'row',
        label,
        cells: of((event) => (event.mean < 0.01 ? '< 0.01' : formatNumber(event.mean, 2))),
      },
      {
        kind: 'row',
        label: '  chance of none',
        cells: of((event) => formatPercent(event.probabilityNone)),
      },
    ];
  });
  return [
    { kind: 'gap' },
    { kind: 'heading', text: `Events in ${result.manifest.years} years, mean number` },
    ...rows,
  ];
}

function provenance({ manifest }: Result): string {
  const { model, trials, replicates, seed, sampling, coupling, asOf, resultHash } = manifest;
  const luck =
    coupling === 'common' ? 'the same luck under every posture' : 'separate luck for each posture';
  return [
    `${formatNumber(trials, 0)} futures (${sampling}, ${replicates} replicate${replicates === 1 ? '' : 's'}, seed ${seed}), ${luck} (coupling ${coupling})`,
    `model ${model.id} ${model.version}, law of ${asOf}, Tandem ${manifest.tandem}, result ${resultHash.slice(0, 16)}`,
  ].join('\n');
}
