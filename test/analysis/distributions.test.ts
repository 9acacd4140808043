import { expect, test } from 'vitest';
import { distributionsOf } from '../../src/analysis/distributions.ts';
import { distributionProbabilities } from '../../src/schema/distribution-probabilities.ts';

const evenly = (low: number, high: number, trials = 10_001) =>
  Float64Array.from({ length: trials }, (_, index) => low + ((high - low) * index) / (trials - 1));

test('distributionsOf counts every future once, in bins that all columns share', () => {
  const { a, b } = distributionsOf({ a: evenly(0, 1000), b: evenly(500, 3000) });
  for (const each of [a, b]) {
    const { shares, below, above } = each?.bins ?? { shares: [], below: NaN, above: NaN };
    expect(shares.reduce((sum, share) => sum + share, below + above)).toBeCloseTo(1, 12);
  }
  expect([a?.bins.start, a?.bins.width]).toEqual([b?.bins.start, b?.bins.width]);
  expect(a?.bins.width).toBe(50);
  expect(a?.bins.shares[0]).toBeCloseTo(0.05, 3);
});

test('distributionsOf gives quantiles from the least to the most', () => {
  const { a } = distributionsOf({ a: evenly(0, 1000) });
  expect(a?.quantiles).toHaveLength(distributionProbabilities.length);
  for (const [index, probability] of distributionProbabilities.entries())
    expect(a?.quantiles[index]).toBeCloseTo(1000 * probability, 6);
});

test('distributionsOf leaves a far outlier out of the picture, and says so', () => {
  const { a } = distributionsOf({ a: Float64Array.of(...evenly(0, 1000), 1e9) });
  expect(a?.bins.width).toBe(10);
  expect(a?.bins.above).toBeGreaterThan(0);
});

test('distributionsOf shows a constant as one bin', () => {
  const { a } = distributionsOf({ a: new Float64Array(100).fill(5) });
  expect(a?.bins).toEqual({ start: 5, width: 1, shares: [1], below: 0, above: 0 });
});
