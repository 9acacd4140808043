import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { roughSketch } from '../../src/schema/rough-sketch.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('roughSketch of a range has its median to within a hundredth of its width', () => {
  fc.assert(
    fc.property(share, (mode) => {
      const leaf = { dist: 'pert', min: 0, mode, max: 1 } as const;
      const quantiles = roughSketch(leaf)?.quantiles ?? [];
      const middle = ((quantiles[24] ?? 0) + (quantiles[25] ?? 0)) / 2;
      expect(Math.abs(middle - makeDistribution(leaf).quantile(0.5))).toBeLessThan(0.01);
      expect(quantiles[0]).toBeGreaterThanOrEqual(0);
      expect(quantiles.at(-1)).toBeLessThanOrEqual(1);
    }),
  );
});

test('roughSketch of percentiles has them where they are', () => {
  const quantiles = roughSketch({ p10: 10, p50: 20, p90: 50 })?.quantiles ?? [];
  const between = (index: number) => ((quantiles[index] ?? 0) + (quantiles[index + 1] ?? 0)) / 2;
  expect(between(4)).toBeCloseTo(10, 0);
  expect(between(24)).toBeCloseTo(20, 0);
  expect(between(44)).toBeCloseTo(50, 0);
});

test('roughSketch keeps to the bounds of percentiles', () => {
  const quantiles = roughSketch({ p10: 0.01, p50: 0.3, p90: 0.9, min: 0, max: 1 })?.quantiles ?? [];
  expect(Math.min(...quantiles)).toBe(0);
  expect(Math.max(...quantiles)).toBe(1);
});

test('roughSketch draws nothing else', () => {
  expect(roughSketch(5)).toBeNull();
  expect(roughSketch('none')).toBeNull();
  expect(roughSketch({ dist: 'lognormal', mean: 1, cv: 1 })).toBeNull();
});
