import { afterEach, describe, expect, it } from 'vitest';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import { runBlocks } from '../../src/engine/run-blocks.ts';
import { dealBlocks } from '../../src/runner/deal-blocks.ts';
import { hashOfColumns } from '../helpers/published-run.ts';
import { compileReference, runReference } from '../../bench/reference-run.ts';
import type { Columns } from '../../src/engine/merge.ts';
import { momentsOf } from '../../src/numeric/moments.ts';
import { selectQuantiles } from '../../src/numeric/quantile-select.ts';
import type { Coupling, Sampling } from '../../src/schema/resolved.ts';

const trials = 200_000;

function column(columns: Columns, name: string, posture: string | null): Float64Array {
  const index = columns.observed.findIndex(
    (each) => each.name === name && each.posture === posture,
  );
  return columns.values[index]!;
}

/** A figure and its standard error from the replicates. */
function figure(
  columns: Columns,
  statistic: (from: number, to: number) => number,
): { value: number; error: number } {
  const parts = columns.offsets.slice(1).map((to, index) => statistic(columns.offsets[index]!, to));
  const { count, mean, m2 } = momentsOf(Float64Array.from(parts));
  return { value: mean, error: Math.sqrt(m2 / (count - 1) / count) };
}

/** Truths: means by quadrature; the rest from 40 million trials, rounded as stated. */
const truths: Record<
  Coupling,
  [string, string, string | null, 'mean' | 'sd' | 'p5' | 'p90' | 'positive', number, number][]
> = {
  independent: [
    ['mean TCO A', 'tco', 'pipl-only', 'mean', 12.530541, 0],
    ['mean TCO B', 'tco', 'pdpo-only', 'mean', 12.422998, 0],
    ['mean TCO C', 'tco', 'dual', 'mean', 5.86384, 0],
    ['sd TCO A', 'tco', 'pipl-only', 'sd', 5.476, 0.0005],
    ['P90 TCO A', 'tco', 'pipl-only', 'p90', 19.86, 0.005],
    ['mean saving', 'saving', null, 'mean', 3.95, 0.005],
    ['P5 saving', 'saving', null, 'p5', -3.63, 0.005],
    ['mean return', 'roi', null, 'mean', 1.602, 0.0005],
    ['P(C smallest)', 'saving', null, 'positive', 0.9, 0.00005],
  ],
  common: [
    ['mean TCO A', 'tco', 'pipl-only', 'mean', 12.530541, 0],
    ['mean TCO B', 'tco', 'pdpo-only', 'mean', 12.422998, 0],
    ['mean TCO C', 'tco', 'dual', 'mean', 5.86384, 0],
    ['mean saving', 'saving', null, 'mean', 5.55, 0.005],
    ['P(C smallest)', 'saving', null, 'positive', 0.998, 0.0005],
  ],
};

for (const coupling of ['independent', 'common'] as const) {
  for (const sampling of ['sobol', 'random'] as const satisfies readonly Sampling[]) {
    describe(`the reference model, ${coupling} event luck, ${sampling} points`, () => {
      const columns = runReference(compileReference('bench', coupling), trials, 11, sampling);
      // 15 degrees of freedom: |t| > 5 has a probability of 0.00016; 28 figures, fixed seed.
      it.each(truths[coupling])(
        '%s lies within 5 standard errors of the truth',
        (_, name, posture, kind, truth, rounding) => {
          const values = column(columns, name, posture);
          const { value, error } = figure(columns, (from, to) => {
            const moments = momentsOf(values, from, to);
            if (kind === 'mean') return moments.mean;
            if (kind === 'sd') return Math.sqrt(moments.m2 / (moments.count - 1));
            if (kind === 'positive')
              return (
                values.subarray(from, to).reduce((count, x) => count + (x > 0 ? 1 : 0), 0) /
                (to - from)
              );
            return selectQuantiles(values, [kind === 'p5' ? 0.05 : 0.9], from, to)[0]!;
          });
          expect(Math.abs(value - truth)).toBeLessThanOrEqual(5 * error + rounding);
          expect(error).toBeLessThan(0.02 * Math.abs(truth));
        },
      );
    });
  }
}

describe('the reference model has the same bits', () => {
  afterEach(endCompiledEngine);
  const trials = 20_000;
  const layout = layOutBlocks(trials);

  it.each([
    ['common', 'sobol'],
    ['independent', 'random'],
  ] as const)(
    'for both engines and one, two and three threads: %s luck, %s points',
    async (coupling, sampling) => {
      const plan = compileReference('bench', coupling);
      const hashOf = (threads: number) =>
        hashOfColumns(
          mergeRecordings(
            plan,
            layout,
            dealBlocks(layout, threads).map((blocks) =>
              runBlocks(plan, { seed: 7, sampling }, blocks),
            ),
          ),
        );
      const plain = hashOf(1);
      expect([hashOf(2), hashOf(3)]).toEqual([plain, plain]);
      expect(await beginCompiledEngine()).toBe(true);
      expect([hashOf(1), hashOf(2), hashOf(3)]).toEqual([plain, plain, plain]);
    },
  );
});
