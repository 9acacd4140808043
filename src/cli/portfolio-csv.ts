import { csvText } from '../schema/csv-text.ts';
import type { CsvCell } from '../schema/csv-text.ts';
import type { Holding, Portfolio } from './portfolio.ts';

const head = [
  'file',
  'scenario',
  'answer',
  'lawfulness',
  'cheapest_chance',
  'cheapest_chance_error',
  'cheapest_on_average',
  'best_mean_cost_hkd',
  'against',
  'saving_p10_hkd',
  'saving_p50_hkd',
  'saving_p90_hkd',
  'saving_mean_hkd',
  'saving_mean_error_hkd',
  'saving_chance',
  'saving_chance_error',
  'top_driver',
  'top_driver_label',
  'top_driver_share',
  'trials',
  'seed',
  'law_date',
  'tandem',
  'scenario_hash',
  'result_hash',
  'problem',
];

/** A portfolio as CSV, one scenario a row; a file that could not be run has only its problem. */
export function portfolioCsv({ failures, holdings }: Portfolio): string {
  return csvText([
    head,
    ...holdings.map(lineOf),
    ...failures.map(({ file, problems }): CsvCell[] => [
      file,
      ...head.slice(2).map(() => null),
      problems.join('; '),
    ]),
  ]);
}

function lineOf({ choice, driver, file, onAverage, result }: Holding): CsvCell[] {
  const { manifest } = result;
  const saving = choice?.saving;
  return [
    file,
    manifest.scenario.name,
    result.answer.option,
    result.answer.lawfulness,
    choice?.chance ?? null,
    choice?.chanceError ?? null,
    onAverage,
    result.outputs['tco']?.[choice?.best ?? onAverage ?? '']?.mean ?? null,
    choice?.rival ?? null,
    saving?.p10 ?? null,
    saving?.p50 ?? null,
    saving?.p90 ?? null,
    saving?.mean ?? null,
    saving?.standardError ?? null,
    saving?.probabilityPositive ?? null,
    saving?.probabilityPositiveError ?? null,
    driver?.id ?? null,
    driver?.label ?? null,
    driver?.share ?? null,
    manifest.trials,
    manifest.seed,
    manifest.asOf,
    manifest.tandem,
    manifest.scenario.hash,
    manifest.resultHash,
    null,
  ];
}
