import type { Result, Summary } from '../schema/result.ts';
import { csvText } from '../schema/csv-text.ts';
import type { CsvCell } from '../schema/csv-text.ts';

type Line = readonly CsvCell[];

const figures = [
  'mean',
  'sd',
  'min',
  'max',
  'p1',
  'p5',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
  'p999',
  'cvar95',
] as const;
const yearFigures = [
  'mean',
  'p10',
  'p50',
  'p90',
  'cumulativeMean',
  'cumulativeP10',
  'cumulativeP50',
  'cumulativeP90',
] as const;

export const resultCsvHead: Line = [
  'section',
  'name',
  'posture',
  'year',
  'statistic',
  'value',
  'standard_error',
];

/** A result in long form, one figure a row: section, name, posture, year, statistic, value, error. Amounts are HK$. */
export function resultCsv(result: Result): string {
  return csvText([resultCsvHead, ...resultLines(result)]);
}

export function resultLines(result: Result): Line[] {
  return [
    ...manifestLines(result),
    ...nested(result.outputs).flatMap(([name, posture, summary]) =>
      summaryLines('output', name, posture, summary),
    ),
    ...nested(result.components).map(([posture, name, mean]): Line => [
      'component',
      name,
      posture,
      null,
      'mean',
      mean,
      result.componentErrors[posture]?.[name] ?? null,
    ]),
    ...nested(result.lines).map(([posture, name, line]): Line => [
      'line',
      name,
      posture,
      null,
      'mean',
      line.mean,
      line.standardError,
    ]),
    ...yearLines(result),
    ...Object.entries(result.cheapest).map(([posture, value]): Line => [
      'cheapest',
      'tco',
      posture,
      null,
      'probability',
      value,
      result.cheapestErrors[posture] ?? null,
    ]),
    ...Object.entries(result.saving).flatMap(([posture, saving]): Line[] => [
      ...summaryLines('saving', 'tco', posture, saving),
      [
        'saving',
        'tco',
        posture,
        null,
        'probabilityPositive',
        saving.probabilityPositive,
        saving.probabilityPositiveError,
      ],
    ]),
    ...nested(result.roi).flatMap(([name, posture, ratio]): Line[] => [
      ['roi', name, posture, null, 'value', ratio.value, ratio.standardError],
      ...(['p10', 'p50', 'p90'] as const).map((figure): Line => [
        'roi',
        name,
        posture,
        null,
        figure,
        ratio[figure],
        null,
      ]),
    ]),
    ...Object.entries(result.payback).flatMap(([posture, payback]): Line[] => [
      ['payback', 'month', posture, null, 'value', payback.months, payback.standardError],
      [
        'payback',
        'month',
        posture,
        null,
        'probabilityWithinHorizon',
        payback.probabilityWithinHorizon,
        null,
      ],
      ...(['p10', 'p50', 'p90'] as const).map((figure): Line => [
        'payback',
        'month',
        posture,
        null,
        figure,
        payback[figure],
        null,
      ]),
    ]),
    ...nested(result.events).flatMap(([posture, name, event]): Line[] => [
      ['event', name, posture, null, 'mean', event.mean, event.standardError],
      ['event', name, posture, null, 'probabilityNone', event.probabilityNone, null],
    ]),
    ...result.warnings.map((warning): Line => [
      'warning',
      warning.code,
      null,
      null,
      'message',
      warning.message,
      null,
    ]),
  ];
}

function manifestLines({ manifest }: Result): Line[] {
  const entries: readonly (readonly [string, CsvCell])[] = [
    ['scenario', manifest.scenario.name],
    ['scenarioHash', manifest.scenario.hash],
    ['model', manifest.model.id],
    ['modelVersion', manifest.model.version],
    ['modelHash', manifest.model.hash],
    ['tandem', manifest.tandem],
    ['asOf', manifest.asOf],
    ['seed', manifest.seed],
    ['sampling', manifest.sampling],
    ['coupling', manifest.coupling],
    ['trials', manifest.trials],
    ['replicates', manifest.replicates],
    ['years', manifest.years],
    ['amounts', 'HKD'],
    ['resultHash', manifest.resultHash],
  ];
  return entries.map(([name, value]) => ['manifest', name, null, null, null, value, null]);
}

function summaryLines(section: string, name: string, posture: string, summary: Summary): Line[] {
  return figures.flatMap((figure): Line[] => {
    // Far percentiles are not told by every run.
    const value = summary[figure];
    return value === undefined
      ? []
      : [[section, name, posture, null, figure, value, errorOf(summary, figure)]];
  });
}

function errorOf(summary: Summary, figure: (typeof figures)[number]): number | null {
  if (figure === 'mean') return summary.standardError;
  return figure === 'min' || figure === 'max' || figure === 'p999'
    ? null
    : (summary.errors[figure] ?? null);
}

function yearLines(result: Result): Line[] {
  return Object.entries(result.byYear).flatMap(([posture, years]) =>
    years.flatMap((year): Line[] => [
      ...yearFigures.map((figure): Line => [
        'year',
        'total',
        posture,
        year.year,
        figure,
        year[figure],
        figure === 'mean' ? year.standardError : null,
      ]),
      ...Object.entries(year.components).map(([category, mean]): Line => [
        'year',
        category,
        posture,
        year.year,
        'mean',
        mean,
        null,
      ]),
    ]),
  );
}

function nested<T>(
  record: Readonly<Record<string, Readonly<Record<string, T>>>>,
): [string, string, T][] {
  return Object.entries(record).flatMap(([outer, members]) =>
    Object.entries(members).map(([inner, value]): [string, string, T] => [outer, inner, value]),
  );
}
