import { expect, test } from 'vitest';
import { cheapestOf } from '../../src/analysis/compare.ts';
import { replicationOf } from '../../src/analysis/replicates.ts';
import { summarise } from '../../src/analysis/summarise.ts';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import { runBlocks } from '../../src/engine/run-blocks.ts';
import { decisionPlan } from '../../src/language/decision-plan.ts';
import { normalCdf, normalQuantile } from '../../src/numeric/normal.ts';
import { studentQuantileOfTail } from '../../src/numeric/student.ts';
import { outputOf, prepareSmall } from '../helpers/prepare-model.ts';

/** PIPL only costs a normal amount, PDPO only another, dual more than either ever will. */
const { prepared } = prepareSmall({
  inputs: {
    a: { default: { dist: 'normal', mean: 500, sd: 60 }, unit: 'HKD/year', range: [-1e6, 1e6] },
    b: { default: { dist: 'normal', mean: 520, sd: 40 }, unit: 'HKD/year', range: [-1e6, 1e6] },
    fee: {
      default: { 'pipl-only': 0, 'pdpo-only': 0, dual: 5000 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 1e6],
    },
  },
  lines: { bill: { formula: 'fee + (posture == "pipl-only" ? a : b)' } },
});
const seeds = 200;
const trials = 2048;
const t = studentQuantileOfTail(0.025, 15);

/**
 * Of 200 intervals of 95 %, 190 cover the truth on average, with a standard deviation of 3.1:
 * between 92 % and 98 % with a chance of 95 % for each figure by luck alone. The seeds are fixed.
 */
test.each(['sobol', 'random'] as const)(
  'with %s points, 95 in 100 intervals of mean, P90 and chance of cheapest cover the truth 92 to 98 times in 100',
  (sampling) => {
    const { plan } = decisionPlan(prepared!.compiled.source, 'costs');
    const layout = layOutBlocks(trials);
    const truth = {
      mean: 1000,
      p90: 1000 + 120 * normalQuantile(0.9),
      cheapest: normalCdf(20 / Math.hypot(60, 40)),
    };
    const covered = { mean: 0, p90: 0, cheapest: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const recording = runBlocks(plan, { seed, sampling }, layout.blocks);
      const columns = mergeRecordings(plan, layout, [recording]);
      const replication = replicationOf(columns, sampling);
      const costs = Object.fromEntries(
        ['pipl-only', 'pdpo-only', 'dual'].map((id) => [id, outputOf(columns, 'tco', id)]),
      );
      const { errors, mean, p90, standardError } = summarise(
        costs['pipl-only']!,
        replication,
        'large',
      );
      const chance = cheapestOf(costs, replication);
      const count = (figure: keyof typeof covered, value: number, error: number, times: number) => {
        if (Math.abs(value - truth[figure]) <= times * error) covered[figure]++;
      };
      // Independent trials tell their error by their spread: as good as known.
      count('mean', mean, standardError, sampling === 'random' ? 1.96 : t);
      count('p90', p90, errors.p90 ?? 0, t);
      const times = sampling === 'random' ? 1.96 : t;
      count('cheapest', chance.probabilities['pipl-only']!, chance.errors['pipl-only']!, times);
    }
    for (const [figure, times] of Object.entries(covered)) {
      expect(times, figure).toBeGreaterThanOrEqual(0.92 * seeds);
      // Of two ways to tell the error of a percentile the larger is stated.
      expect(times, figure).toBeLessThanOrEqual((figure === 'p90' ? 0.995 : 0.98) * seeds);
    }
  },
);
