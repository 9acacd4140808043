import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileReference, runReference } from '../../bench/reference-run.ts';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import { momentsOf, sampleVariance } from '../../src/numeric/moments.ts';
import { selectQuantiles } from '../../src/numeric/quantile-select.ts';
import type { Sampling } from '../../src/schema/resolved.ts';

beforeAll(async () => {
  expect(await beginCompiledEngine()).toBe(true);
});
afterAll(endCompiledEngine);

const trials = 65_536;
const evenRuns = 120;
const randomRuns = 20;

const varianceOf = (values: readonly number[]) =>
  sampleVariance(momentsOf(Float64Array.from(values)));
const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The variance of 120 runs is known to about 13 % (one standard error), that of random points,
 * from sixteen independent parts of each of 20 runs, to about 8 %. A hundred runs gave 6.8 and 5.4
 * for the saving, 2.5 and 1.9 for the percentile. The seeds are fixed: it passes or it never does.
 */
describe.each(['common', 'independent'] as const)('the reference model, %s luck', (coupling) => {
  it('is told far more closely by low-discrepancy points than by as many random ones, and as closely as it says', () => {
    const plan = compileReference('bench', coupling);
    const figures = (sampling: Sampling, runs: number) =>
      Array.from({ length: runs }, (_, index) => {
        const { values, offsets } = runReference(plan, trials, 1 + index, sampling);
        const [pipl, , , , saving] = values as Float64Array[];
        const spread = (figure: (from: number, to: number) => number) => {
          const parts = offsets.slice(1).map((to, part) => figure(offsets[part] ?? 0, to));
          return varianceOf(parts) / parts.length;
        };
        return {
          saving: momentsOf(saving!).mean,
          p90: selectQuantiles(pipl!, [0.9])[0]!,
          spreadOfSaving: spread((from, to) => momentsOf(saving!, from, to).mean),
          spreadOfP90: spread((from, to) => selectQuantiles(pipl!, [0.9], from, to)[0]!),
        };
      });
    const even = figures('sobol', evenRuns);
    const random = figures('random', randomRuns);
    const [saving, p90] = [
      varianceOf(even.map((run) => run.saving)),
      varianceOf(even.map((run) => run.p90)),
    ];
    expect(average(random.map((run) => run.spreadOfSaving)) / saving).toBeGreaterThan(4.5);
    expect(average(random.map((run) => run.spreadOfP90)) / p90).toBeGreaterThan(1.5);
    // Each part is scrambled by itself: the stated errors are right, neither too small nor too large.
    for (const ratio of [
      average(even.map((run) => run.spreadOfSaving)) / saving,
      average(even.map((run) => run.spreadOfP90)) / p90,
    ]) {
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.45);
    }
  });
});
