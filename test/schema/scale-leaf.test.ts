import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { scaleLeaf } from '../../src/schema/scale-leaf.ts';
import { specOf } from '../../src/schema/spec-of.ts';
import type { DistributionValue, Quantity } from '../../src/schema/value-form.ts';

const { cases } = JSON.parse(readFileSync('test/reference/distributions.json', 'utf8')) as {
  cases: { spec: DistributionSpec }[];
};
const more: readonly DistributionSpec[] = [
  { dist: 'normal', p10: 1, p90: 3, min: 0 },
  { dist: 'lognormal', median: 3, sigma: 0.4 },
  { dist: 'lognormal', mean: 3, sd: 1 },
  { dist: 'gamma', shape: 2, scale: 3 },
  { dist: 'exponential', rate: 4 },
  { dist: 'discrete', values: [1, 2, 5], weights: [1, 2, 1] },
  { dist: 'empirical', values: [3, 4, 5, 9] },
  {
    dist: 'mixture',
    components: [
      { dist: 'uniform', min: 1, max: 2, weight: 3 },
      { dist: 'exponential', rate: 2 },
    ],
  },
];
const counts = ['poisson', 'binomial', 'negative-binomial', 'bernoulli'];

describe('scaleLeaf multiplies every value', () => {
  test.each(
    [...cases.map(({ spec }) => spec), ...more].filter(({ dist }) => !counts.includes(dist)),
  )('of %j', (spec) => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (factor) => {
        const changed = scaleLeaf(spec, factor);
        expect(changed).not.toBeNull();
        const wanted = specOf(changed as DistributionValue);
        expect(checkDistribution(wanted)).toEqual([]);
        const [before, after] = [makeDistribution(spec), makeDistribution(wanted)];
        const spread = before.quantile(0.9) - before.quantile(0.1);
        for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) {
          const error = Math.abs(after.quantile(p) / factor - before.quantile(p));
          expect(error).toBeLessThan(1e-6 * (spread + Math.abs(before.quantile(p))));
        }
      }),
      { numRuns: 20 },
    );
  });
});

test.each<Quantity>([
  { dist: 'poisson', rate: 2 },
  { dist: 'binomial', n: 3, p: 0.5 },
  { dist: 'negative-binomial', mean: 1, size: 2 },
  { dist: 'bernoulli', p: 0.5 },
  {
    dist: 'mixture',
    components: [
      { dist: 'poisson', rate: 1 },
      { dist: 'uniform', min: 0, max: 1 },
    ],
  },
  'mid-year',
])('scaleLeaf refuses %j', (leaf) => {
  expect(scaleLeaf(leaf, 2)).toBeNull();
});

test.each([0, -1, NaN, Infinity, 1e308])('scaleLeaf refuses to multiply by %d', (factor) => {
  expect(scaleLeaf({ dist: 'lognormal', mean: 100, cv: 1 }, factor)).toBeNull();
});

test('scaleLeaf keeps shape, weights, source and note', () => {
  expect(
    scaleLeaf({ dist: 'pert', min: 1, mode: 2, max: 3, shape: 6, source: 'A2', note: 'x' }, 1.1),
  ).toEqual({ dist: 'pert', min: 1.1, mode: 2.2, max: 3.3, shape: 6, source: 'A2', note: 'x' });
  expect(scaleLeaf({ p10: 1, p50: 2, p90: 4, min: 0 }, 2)).toEqual({
    p10: 2,
    p50: 4,
    p90: 8,
    min: 0,
  });
  expect(scaleLeaf(0.1, 3)).toBe(0.3);
});
