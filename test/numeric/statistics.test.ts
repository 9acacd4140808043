import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor, spearmanToPearson } from '../../src/numeric/cholesky.ts';
import {
  poissonDistribution,
  negativeBinomialDistribution,
} from '../../src/numeric/distributions/discrete-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { mergeMoments, momentsOf } from '../../src/numeric/moments.ts';
import { bernoulliCount, negativeBinomialCount } from '../../src/numeric/other-counts.ts';
import { fillPoissonCounts, poissonCount } from '../../src/numeric/poisson-count.ts';
import { selectQuantiles, selectRank } from '../../src/numeric/quantile-select.ts';
import { makeSampler, uniformOfDraw } from '../../src/numeric/sampler.ts';
import { fillRandom } from '../../src/numeric/threefry.ts';

describe('selectQuantiles', () => {
  const sorted = (values: Float64Array, p: number) => {
    const list = values.slice().sort();
    const h = p * (list.length - 1);
    const low = list[Math.floor(h)]!;
    return h === Math.floor(h)
      ? low
      : low + (h - Math.floor(h)) * (list[Math.min(list.length - 1, Math.floor(h) + 1)]! - low);
  };
  const shapes: Record<string, (u: number, i: number) => number> = {
    uniform: (u) => u,
    'heavy tail': (u) => (1 - u) ** -3,
    'one far outlier': (u, i) => (i === 17 ? 1e12 : u),
    constant: () => 5,
    'few distinct values': (u) => Math.floor(u * 4),
    'many zeros': (u) => (u < 0.9 ? 0 : u),
    'both signs': (u) => (u - 0.5) * 1e6,
  };
  it.each(Object.entries(shapes))('gives exactly what sorting gives: %s', (_, shape) => {
    const n = 20_011;
    const draws = new Int32Array(n);
    fillRandom(draws, n, 3, 4, 0);
    const values = Float64Array.from(draws, (draw, i) => shape(uniformOfDraw(draw), i));
    const probabilities = [0, 0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999, 1];
    expect(selectQuantiles(values, probabilities)).toEqual(
      probabilities.map((p) => sorted(values, p)),
    );
    expect(selectRank(values, 1234)).toBe(values.slice().sort()[1234]);
  });
  it('works on part of a column, and on few values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
          minLength: 1,
          maxLength: 50,
        }),
        (list) => {
          const values = Float64Array.from([7, ...list, -7]);
          const part = values.subarray(1, values.length - 1);
          expect(selectQuantiles(values, [0, 0.3, 1], 1, values.length - 1)).toEqual(
            [0, 0.3, 1].map((p) => sorted(part, p)),
          );
        },
      ),
      { seed: 3 },
    );
  });
});

describe('moments', () => {
  it('mergeMoments of two parts are the moments of the whole', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => 1e6 + Math.sqrt(i));
    const merged = mergeMoments(momentsOf(values, 0, 300), momentsOf(values, 300, 1000));
    const whole = momentsOf(values);
    expect(merged.mean).toBeCloseTo(whole.mean, 6);
    expect(merged.m2 / whole.m2).toBeCloseTo(1, 10);
  });
});

describe('choleskyFactor', () => {
  it('multiplies back to the matrix', () => {
    const matrix = [
      [1, 0.5, 0.2],
      [0.5, 1, -0.3],
      [0.2, -0.3, 1],
    ];
    const result = choleskyFactor(matrix);
    if ('failed' in result) throw new Error('failed');
    for (const [i, row] of matrix.entries()) {
      for (const [j, value] of row.entries()) {
        const product = result.factor[i]!.reduce(
          (sum, own, k) => sum + own * (result.factor[j]![k] ?? 0),
          0,
        );
        expect(product).toBeCloseTo(value, 12);
      }
    }
  });
  it('takes a matrix that is only just possible: two inputs that are one', () => {
    expect(
      choleskyFactor([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ factor: [[1], [1, 0]] });
  });
  it('names the rows that cannot agree, and only them', () => {
    const impossible = [
      [1, 0, 0, 0],
      [0, 1, 0.9, -0.9],
      [0, 0.9, 1, 0.9],
      [0, -0.9, 0.9, 1],
    ];
    expect(choleskyFactor(impossible)).toEqual({ failed: [1, 2, 3] });
  });
  it('spearmanToPearson keeps -1, 0 and 1', () => {
    expect([-1, 0, 1].map(spearmanToPearson)).toEqual([-1, 0, 1].map((r) => expect.closeTo(r, 12)));
  });
});

describe('counts by inversion', () => {
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  it.each([0.001, 0.3, 1, 7, 31.9, 32.1, 100, 1000, 250_000])(
    'poissonCount(u, %d) is the smallest k whose cumulative probability reaches u',
    (rate) => {
      const distribution = poissonDistribution(rate);
      fc.assert(
        fc.property(probability, (u) => {
          const k = poissonCount(u, rate);
          expect(distribution.cdf(k)).toBeGreaterThanOrEqual(u - 1e-9);
          if (k > 0) expect(distribution.cdf(k - 1)).toBeLessThan(u + 1e-9);
        }),
        { numRuns: 200, seed: 4 },
      );
    },
  );
  it('rises with u and with the rate', () => {
    fc.assert(
      fc.property(
        probability,
        probability,
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (a, b, rate, more) => {
          expect(poissonCount(Math.max(a, b), rate)).toBeGreaterThanOrEqual(
            poissonCount(Math.min(a, b), rate),
          );
          expect(poissonCount(a, rate + more)).toBeGreaterThanOrEqual(poissonCount(a, rate));
        },
      ),
      { numRuns: 2000, seed: 5 },
    );
  });
  it('fillPoissonCounts gives what poissonCount gives, and NaN for a rate below 0', () => {
    const draws = new Int32Array(4096);
    fillRandom(draws, 4096, 8, 9, 0);
    const rates = Float64Array.from(draws, (_, i) => [0, 0.01, 1.1, 12, 40, -1][i % 6]!);
    const out = new Float64Array(4096);
    fillPoissonCounts(out, draws, rates, 4096);
    for (const [i, count] of out.entries())
      expect(count).toBe(poissonCount(uniformOfDraw(draws[i]!), rates[i]!));
    expect(poissonCount(0.5, -1)).toBeNaN();
  });
  it('negativeBinomialCount agrees with its distribution; bernoulliCount happens for large u', () => {
    const distribution = negativeBinomialDistribution(3, 0.7);
    fc.assert(
      fc.property(probability, (u) => {
        expect(negativeBinomialCount(u, 3, 0.7)).toBe(distribution.quantile(u));
      }),
      { numRuns: 500, seed: 6 },
    );
    expect([bernoulliCount(0.89, 0.1), bernoulliCount(0.91, 0.1), bernoulliCount(0.5, 2)]).toEqual([
      0,
      1,
      NaN,
    ]);
  });
});

describe('distributions', () => {
  const specs: DistributionSpec[] = [
    {
      dist: 'mixture',
      components: [
        { dist: 'normal', mean: 0, sd: 1, weight: 3 },
        { dist: 'uniform', min: 5, max: 6, weight: 1 },
      ],
    },
    {
      dist: 'mixture',
      components: [
        { dist: 'bernoulli', p: 0.5, weight: 1 },
        { dist: 'lognormal', median: 3, sigma: 0.5, weight: 1 },
      ],
    },
    { dist: 'empirical', values: [5, 1, 3, 3, 9] },
    { dist: 'discrete', values: [10, 20, 30], weights: [1, 2, 1] },
    { dist: 'metalog', p5: 1, p25: 3, p50: 5, p75: 8, p95: 15 },
    { dist: 'normal', mean: 0, sd: 1, min: 3, max: 8 },
    { dist: 'gamma', mean: 1, cv: 0.05 },
  ];
  it.each(specs.map((spec) => [JSON.stringify(spec), spec] as const))(
    '%s: quantiles rise, cdf undoes them, a million draws have its mean within 5 standard errors',
    (_, spec) => {
      const distribution = makeDistribution(spec);
      let last = -Infinity;
      for (let p = 0.002; p < 1; p += 0.002) {
        const x = distribution.quantile(p);
        expect(x).toBeGreaterThanOrEqual(last);
        last = x;
        expect(distribution.cdf(x)).toBeGreaterThanOrEqual(p - 1e-9);
        if (distribution.kind === 'continuous') expect(distribution.cdf(x)).toBeCloseTo(p, 9);
      }
      const n = spec.dist === 'mixture' ? 50_000 : 1_000_000;
      const draws = new Int32Array(n);
      fillRandom(draws, n, 11, 12, 0);
      const values = new Float64Array(n);
      makeSampler(spec).fill(values, draws, n);
      const { mean } = momentsOf(values);
      expect(Math.abs(mean - distribution.mean)).toBeLessThan(
        5 * Math.sqrt(distribution.variance / n) + 1e-12,
      );
    },
  );
  it('a metalog whose tail is too heavy for a mean says so instead of giving a number', () => {
    const heavy = makeDistribution({ dist: 'metalog', p10: 1, p50: 10, p90: 200, min: 0 });
    expect([heavy.mean, heavy.rawMoment(2)]).toEqual([NaN, NaN]);
    const light = makeDistribution({ dist: 'metalog', p10: 8, p50: 10, p90: 13, min: 0 });
    expect(light.mean).toBeGreaterThan(10);
  });
  it('a mixture has the moments of its parts together', () => {
    const mixture = makeDistribution(specs[0]!);
    expect(mixture.mean).toBeCloseTo(0.25 * 5.5, 12);
    expect(mixture.rawMoment(2)).toBeCloseTo(0.75 * 1 + 0.25 * (5.5 ** 2 + 1 / 12), 12);
  });
  it('the same spec gives the same sampler bits as its longer form: pert(0, 1, 2) is 2 beta(3, 3)', () => {
    const draws = Int32Array.of(1, -5, 123456789, -2147483648, 2147483647);
    const [a, b] = [new Float64Array(5), new Float64Array(5)];
    makeSampler({ dist: 'pert', min: 0, mode: 1, max: 2 }).fill(a, draws, 5);
    makeSampler({ dist: 'beta', alpha: 3, beta: 3, min: 0, max: 2 }).fill(b, draws, 5);
    expect(a).toEqual(b);
  });
});
