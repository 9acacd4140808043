import { expect, test } from 'vitest';
import { lognormalDistribution } from '../../src/numeric/distributions/lognormal-distribution.ts';

// median² e^(sigma²) (e^(sigma²) - 1), which a median of 1 would not tell from other powers of it.
test.each([
  [3, 0.5, 3.28226268611],
  [0.25, 1, 0.291923391904],
  [250_000, 0.2, 2654768342.66],
])('a lognormal of median %f and sigma %f has the variance %f', (median, sigma, variance) => {
  const found = lognormalDistribution(median, sigma);
  const square = Math.exp(sigma ** 2);
  expect(found.variance / (median ** 2 * square * (square - 1))).toBeCloseTo(1, 12);
  expect(found.variance / variance).toBeCloseTo(1, 9);
  // The same from its moments, which are made in another way.
  expect((found.rawMoment(2) - found.mean ** 2) / found.variance).toBeCloseTo(1, 9);
});
