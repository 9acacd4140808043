import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { makeSampler } from '../../src/numeric/sampler.ts';
import { momentsOf } from '../../src/numeric/moments.ts';
import { fillRandom } from '../../src/numeric/threefry.ts';

interface Case {
  spec: DistributionSpec;
  mean?: number;
  variance?: number;
  quantiles: [number, number][];
}

/** Computed with scipy 1.17.1; see the file's own `about`. */
const { cases } = JSON.parse(
  readFileSync(new URL('../reference/distributions.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

const at = (test: Case, p: number) => test.quantiles.find(([q]) => q === p)![1];

/** The sampler's value at the last draw whose probability is not above p. */
function sampled(spec: DistributionSpec, p: number): { value: number; u: number } {
  const draw = Math.floor(p * 4294967296 - 0.5);
  const out = new Float64Array(1);
  makeSampler(spec).fill(out, Int32Array.of(draw | 0), 1);
  return { value: out[0]!, u: (draw + 0.5) / 4294967296 };
}

for (const test of cases) {
  const { spec } = test;
  const discrete = ['poisson', 'binomial', 'negative-binomial', 'bernoulli', 'discrete'].includes(
    spec.dist,
  );
  describe(`sampler of ${JSON.stringify(spec)}`, () => {
    const distribution = makeDistribution(spec);
    const spread = at(test, 0.75) - at(test, 0.25);

    it('gives the reference quantiles between 1e-4 and 1 - 1e-4', () => {
      for (const [p, expected] of test.quantiles) {
        if (p < 1e-4 || p > 1 - 1e-4) continue;
        const { value, u } = sampled(spec, p);
        if (discrete) {
          expect(value, `at ${p}`).toBe(expected);
          continue;
        }
        // The draw lies within 2^-32 of p; what that moves the quantile by is no error of the table.
        const grid = distribution.slope(Math.min(p, 1 - p), p > 0.5) * Math.abs(u - p) * 2;
        const tolerance = 1e-6 * Math.max(Math.abs(expected), spread) + grid;
        expect(
          Math.abs(value - expected),
          `at ${p}: ${value} instead of ${expected}`,
        ).toBeLessThanOrEqual(tolerance);
      }
    });

    it('has a quantile function exact to 1e-9 from 1e-6 to 1 - 1e-6', () => {
      for (const [p, expected] of test.quantiles) {
        const value = distribution.quantile(p);
        const tolerance = discrete ? 0 : 1e-9 * Math.max(Math.abs(expected), spread * 0.01);
        // p itself is rounded near 1: half a unit in the last place of p moves the quantile by slope * 1.1e-16.
        const rounding = discrete ? 0 : distribution.slope(p) * 2.3e-16;
        expect(
          Math.abs(value - expected),
          `at ${p}: ${value} instead of ${expected}`,
        ).toBeLessThanOrEqual(tolerance + rounding);
      }
    });

    it('has sample mean and variance within 5 standard errors at a million draws (false alarm about 1e-6 each; fixed key)', () => {
      const n = 1_000_000;
      const draws = new Int32Array(n);
      fillRandom(draws, n, 20261123, 7, 0);
      const values = new Float64Array(n);
      makeSampler(spec).fill(values, draws, n);
      const { mean, m2 } = momentsOf(values);
      const expectedMean = test.mean ?? distribution.mean;
      const expectedVariance = test.variance ?? distribution.variance;
      let fourth = 0;
      for (const value of values) fourth += (value - expectedMean) ** 4 / n;
      const errorOfMean = Math.sqrt(expectedVariance / n);
      const errorOfVariance = Math.sqrt(Math.max(0, fourth - expectedVariance ** 2) / n);
      expect(Math.abs(mean - expectedMean)).toBeLessThanOrEqual(5 * errorOfMean + 1e-12);
      expect(Math.abs(m2 / n - expectedVariance)).toBeLessThanOrEqual(5 * errorOfVariance + 1e-12);
    });

    it('knows its mean and variance', () => {
      if (test.mean !== undefined)
        expect(distribution.mean).toBeCloseTo(
          test.mean,
          9 - Math.ceil(Math.log10(Math.abs(test.mean) + 1)),
        );
      if (test.variance !== undefined)
        expect(Math.abs(distribution.variance / test.variance - 1)).toBeLessThan(1e-9);
    });
  });
}
