import { expect, test } from 'vitest';
import { approximateMetalog } from '../../src/numeric/distributions/approximate-metalog.ts';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import {
  fitMetalog,
  isFeasibleMetalog,
  metalogDistribution,
} from '../../src/numeric/distributions/metalog-distribution.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';

/** Quantiles of a lognormal at ten probabilities. */
const probabilities = [0.01, 0.05, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.95, 0.99];
const lognormal = makeDistribution({ dist: 'lognormal', median: 5, sigma: 0.5 });
const percentiles = probabilities.map((p) => [p, lognormal.quantile(p)] as const);

test.each([2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'a metalog of %d terms goes through as many percentiles',
  (terms) => {
    const some = percentiles.slice(0, terms);
    const found = metalogDistribution(fitMetalog(some, 0, Infinity));
    for (const [p, value] of some) expect(found.quantile(p)).toBeCloseTo(value, 8);
  },
);

test('the slope, distribution function and mean of many terms are those of its quantile function', () => {
  const shape = fitMetalog(percentiles, 0, Infinity);
  expect(isFeasibleMetalog(shape)).toBe(true);
  const found = metalogDistribution(shape);
  const quantile = (p: number, upper = false) => found.quantile(p, upper);
  for (const p of [0.002, 0.03, 0.2, 0.5, 0.7, 0.97, 0.998]) {
    const step = 1e-6 * Math.min(p, 1 - p);
    const rise = (quantile(p + step) - quantile(p - step)) / (2 * step);
    expect(found.slope(p) / rise).toBeCloseTo(1, 6);
    expect(found.cdf(quantile(p))).toBeCloseTo(p, 10);
    expect(quantile(1 - p, true)).toBeCloseTo(quantile(p), 10);
  }
  expect(found.mean / lognormal.mean).toBeCloseTo(1, 3);
});

const approximated: readonly (readonly [DistributionSpec, number])[] = [
  [{ dist: 'uniform', min: 1, max: 3 }, 1e-12],
  [{ dist: 'normal', mean: 5, sd: 2 }, 0.01],
  [{ dist: 'lognormal', mean: 971_250, cv: 0.3 }, 0.01],
  [{ dist: 'pert', min: 0.13, mode: 0.27, max: 0.41 }, 0.001],
  [{ dist: 'triangular', min: 0, mode: 1, max: 3 }, 0.005],
  [{ dist: 'gamma', mean: 2, cv: 1.5 }, 0.04],
  [{ dist: 'exponential', mean: 2 }, 0.03],
];

test.each(approximated)('%o is followed by a metalog within %f of its spread', (spec, most) => {
  const found = approximateMetalog(makeDistribution(spec));
  if (found === null) throw new Error('no metalog was found');
  expect(found.largestError).toBeLessThan(most);
  const [wanted, fitted] = [makeDistribution(spec), metalogDistribution(found)];
  const sd = Math.sqrt(wanted.variance);
  for (const p of [0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999])
    expect(Math.abs(fitted.quantile(p) - wanted.quantile(p)) / sd).toBeLessThan(
      1.01 * most + 1e-12,
    );
  expect([found.min, found.max]).toEqual([wanted.min, wanted.max]);
});

test('seven percentiles that mirror one another are refused: they leave a term open', () => {
  const spec = { p5: 1, p10: 2, p25: 3, p50: 4, p75: 5, p90: 6, p95: 7 };
  const [problem] = checkDistribution({ dist: 'metalog', ...spec });
  expect(problem?.message).toMatch(/seven percentiles that mirror one another/);
  const { p25: _, ...six } = spec;
  expect(checkDistribution({ dist: 'metalog', ...six, p20: 2.7 })).toEqual([]);
});
