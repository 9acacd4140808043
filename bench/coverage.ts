import { beginCompiledEngine } from '../src/engine/compiled-engine.ts';
import { momentsOf, sampleVariance } from '../src/numeric/moments.ts';
import { studentQuantileOfTail } from '../src/numeric/student.ts';
import { figuresWithErrors, prepareFiles } from './figures-with-errors.ts';

/**
 * How often intervals of 95 % hold the truth: by figure and number of futures, over many seeds.
 * The truth is that of independent draws, of 24 runs of 500,000 futures. Prints a table for
 * docs/performance.md: of the figures of a kind the least covered, and all that are below 92 %.
 *
 *     npm run coverage-table             # 200 seeds
 *     npm run coverage-table -- 50       # fewer
 */
const seeds = Number(process.argv[2] ?? 200);
const counts = [1024, 4096, 10_000, 16_384, 100_000];
const truthRuns = 24;
const truthTrials = 500_000;
const t = studentQuantileOfTail(0.025, 15);

/** What independent runs say together, with the error of that: some figures are known more closely. */
function truthOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const moments = momentsOf(Float64Array.from(values));
  return { mean: moments.mean, error: Math.sqrt(sampleVariance(moments) / values.length) };
}

await beginCompiledEngine();
for (const [name, scenario, model] of [
  ['The published scenario', 'scenarios/published.json', 'models/compliance-tco.json'],
  ['One event in 200 years', 'bench/rare-event-scenario.json', 'bench/rare-event-model.json'],
] as const) {
  const prepared = prepareFiles(scenario, model);
  const told = new Map<string, number[]>();
  for (let run = 0; run < truthRuns; run++)
    for (const [figure, { value }] of figuresWithErrors(
      prepared,
      truthTrials,
      90_001 + run,
      'random',
    ))
      told.set(figure, [...(told.get(figure) ?? []), value]);
  const truths = new Map([...told].map(([figure, values]) => [figure, truthOf(values)]));
  const covered = new Map<string, number[]>();
  for (const [at, trials] of counts.entries()) {
    for (let seed = 1; seed <= seeds; seed++) {
      for (const [figure, { error, value }] of figuresWithErrors(prepared, trials, seed, 'sobol')) {
        const row = covered.get(figure) ?? counts.map(() => 0);
        covered.set(figure, row);
        // Sums of tens of millions that are exact but for rounding have no error to speak of.
        const rounding = 1e-9 * Math.abs(value);
        const truth = truths.get(figure) ?? { mean: NaN, error: NaN };
        if (Math.abs(value - truth.mean) <= t * Math.hypot(error, truth.error) + rounding)
          row[at] = (row[at] ?? 0) + 1;
      }
    }
  }
  console.log(`\n| ${name} | ${counts.map((count) => count.toLocaleString('en')).join(' | ')} |`);
  console.log(`|---|${counts.map(() => '---|').join('')}`);
  for (const [figure, row] of covered)
    console.log(`| ${figure} | ${row.map((each) => (each / seeds).toFixed(3)).join(' | ')} |`);
}
