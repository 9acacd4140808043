import { describe, expect, test } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';

/*
 * The quantile function of a distribution against its definition: percentiles are finite and rise,
 * cdf(quantile(p)) is p, and the mean and the standard deviation that its quantile function has by
 * integration are those of the formulas of its family, written here anew from their parameters.
 */

interface Definition {
  readonly mean: number;
  /** NaN where only the mean is compared. */
  readonly sd: number;
}

const gammaOf = (x: number): number => {
  // Lanczos' approximation with g = 7, as in Numerical Recipes.
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7,
  ];
  const t = x - 1 + 7.5;
  const sum = c.slice(1).reduce((all, each, i) => all + each / (x + i), c[0]!);
  return Math.sqrt(2 * Math.PI) * Math.pow(t, x - 0.5) * Math.exp(-t) * sum;
};

const scales = [1e-30, 1e-6, 1, 1e9, 1e40];
const spec = <T extends DistributionSpec>(each: T, mean: number, sd: number) =>
  [each, { mean, sd }] as const;

const families: Readonly<Record<string, readonly (readonly [DistributionSpec, Definition])[]>> = {
  normal: scales.flatMap((s) => [
    spec({ dist: 'normal', mean: s, sd: s / 3 }, s, s / 3),
    spec({ dist: 'normal', mean: -s, sd: 20 * s }, -s, 20 * s),
    // Of a standard normal above 0: the half-normal.
    spec(
      { dist: 'normal', mean: 0, sd: s, min: 0 },
      s * Math.sqrt(2 / Math.PI),
      s * Math.sqrt(1 - 2 / Math.PI),
    ),
    spec({ dist: 'normal', p5: -1.6448536269514722 * s, p95: 1.6448536269514722 * s }, 0, s),
  ]),
  lognormal: scales.flatMap((s) =>
    [0.001, 0.5, 1.5].map((cv) => spec({ dist: 'lognormal', mean: s, cv }, s, s * cv)),
  ),
  uniform: scales.map((s) =>
    spec({ dist: 'uniform', min: -s, max: 3 * s }, s, (4 * s) / Math.sqrt(12)),
  ),
  triangular: scales.flatMap((s) =>
    [0, 0.3, 1].map((m) =>
      spec(
        { dist: 'triangular', min: 0, mode: m * s, max: s },
        (s * (1 + m)) / 3,
        s * Math.sqrt((1 + m * m - m) / 18),
      ),
    ),
  ),
  pert: scales.flatMap((s) =>
    [0, 0.25, 1].map((m) => {
      const mean = (1 + 4 * m) / 6;
      return spec(
        { dist: 'pert', min: 0, mode: m * s, max: s },
        s * mean,
        s * Math.sqrt((mean * (1 - mean)) / 7),
      );
    }),
  ),
  beta: [
    [0.3, 0.7],
    [2, 5],
    [1e4, 10],
    [1e8, 1e8],
  ].map(([a = 1, b = 1]) =>
    spec(
      { dist: 'beta', alpha: a, beta: b },
      a / (a + b),
      Math.sqrt((a * b) / (a + b + 1)) / (a + b),
    ),
  ),
  gamma: scales.flatMap((s) => [
    ...[0.001, 0.1, 1, 2].map((cv) => spec({ dist: 'gamma', mean: s, cv }, s, s * cv)),
    ...[0.2, 3, 1e6].map((shape) =>
      spec({ dist: 'gamma', shape, scale: s }, shape * s, Math.sqrt(shape) * s),
    ),
  ]),
  weibull: scales.flatMap((s) =>
    [0.6, 1, 3, 100].map((shape) => {
      const [first, second] = [gammaOf(1 + 1 / shape), gammaOf(1 + 2 / shape)];
      return spec(
        { dist: 'weibull', shape, scale: s },
        s * first,
        s * Math.sqrt(second - first * first),
      );
    }),
  ),
  exponential: scales.flatMap((s) => [
    spec({ dist: 'exponential', mean: s }, s, s),
    spec({ dist: 'exponential', rate: 1 / s }, s, s),
  ]),
  poisson: [1e-3, 0.5, 7, 1e3, 1e6].map((rate) =>
    spec({ dist: 'poisson', rate }, rate, Math.sqrt(rate)),
  ),
  binomial: [
    [1, 0.3],
    [1000, 0.001],
    [1_000_000, 0.5],
  ].map(([n = 1, p = 0]) => spec({ dist: 'binomial', n, p }, n * p, Math.sqrt(n * p * (1 - p)))),
  'negative-binomial': [
    [0.5, 0.5],
    [7, 1e-2],
    [7, 2],
    [7, 1e17],
    [7000, 1e18],
    [1e5, 1e30],
    [1e3, 10],
  ].map(([mean = 1, size = 1]) =>
    spec({ dist: 'negative-binomial', mean, size }, mean, Math.sqrt(mean + (mean * mean) / size)),
  ),
  bernoulli: [0.01, 0.5, 0.999].map((p) =>
    spec({ dist: 'bernoulli', p }, p, Math.sqrt(p * (1 - p))),
  ),
  discrete: scales.map((s) =>
    spec(
      { dist: 'discrete', values: [0, s, 3 * s], weights: [5, 3, 2] },
      0.9 * s,
      s * Math.sqrt(2.1 - 0.81),
    ),
  ),
  empirical: scales.map((s) =>
    spec({ dist: 'empirical', values: [0, 0, s, 5 * s] }, 1.5 * s, s * Math.sqrt(6.5 - 2.25)),
  ),
  metalog: scales.flatMap((s) => {
    // Two percentiles: a logistic curve of scale (P90 - P10) / (2 ln 9); with min 0, a log-logistic one.
    const width = 1 / (2 * Math.log(9));
    const tail = Math.log(1.5) / (2 * Math.log(9));
    const angle = Math.PI * tail;
    const middle = s * Math.sqrt(1.5);
    const mean = (middle * angle) / Math.sin(angle);
    const square = (middle * middle * 2 * angle) / Math.sin(2 * angle);
    return [
      spec({ dist: 'metalog', p10: s, p90: 2 * s }, 1.5 * s, (s * width * Math.PI) / Math.sqrt(3)),
      spec(
        { dist: 'metalog', p10: s, p90: 1.5 * s, min: 0 },
        mean,
        Math.sqrt(square - mean * mean),
      ),
    ];
  }),
  mixture: scales.map((s) =>
    spec(
      {
        dist: 'mixture',
        components: [
          { dist: 'uniform', min: 0, max: s, weight: 3 },
          { dist: 'exponential', mean: 2 * s },
        ],
      },
      0.875 * s,
      s * Math.sqrt(0.75 / 3 + 0.25 * 8 - 0.875 * 0.875),
    ),
  ),
};

/**
 * Mean and standard deviation of a quantile function by integration over the logarithm of the odds,
 * where both tails are drawn out: the trapezoid rule is exact to many digits for smooth tails.
 */
function momentsByIntegration(each: DistributionSpec): Definition {
  const distribution = makeDistribution(each);
  const steps = 10_001;
  const widest = 80;
  let [mass, sum] = [0, 0];
  const values: [number, number][] = [];
  for (let i = 0; i <= steps; i++) {
    const odds = widest * ((2 * i) / steps - 1);
    const tail = 1 / (1 + Math.exp(Math.abs(odds)));
    const value = distribution.quantile(tail, odds > 0);
    const weight = tail * (1 - tail);
    values.push([value, weight]);
    mass += weight;
    sum += weight * value;
  }
  const mean = sum / mass;
  const square = values.reduce((all, [value, weight]) => all + weight * (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(square / mass) };
}

const probabilities = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);

describe.each(Object.entries(families))('%s', (name, all) => {
  test('is covered by its name', () => {
    for (const [each] of all) expect(each.dist).toBe(name);
  });
  test.each(all.map(([each, definition]) => [JSON.stringify(each), each, definition] as const))(
    '%s has the percentiles, the mean and the spread of its definition',
    (_, each, { mean, sd }) => {
      expect(checkDistribution(each)).toEqual([]);
      const distribution = makeDistribution(each);
      const percentiles = probabilities.map((p) => distribution.quantile(p));
      for (const [index, value] of percentiles.entries()) {
        expect(value).toSatisfy(Number.isFinite);
        expect(value).toBeGreaterThanOrEqual(percentiles[index - 1] ?? -Infinity);
        const p = probabilities[index]!;
        // A discrete one jumps over p; a continuous one meets it.
        if (distribution.kind === 'continuous') expect(distribution.cdf(value)).toBeCloseTo(p, 6);
        else expect(distribution.cdf(value)).toBeGreaterThanOrEqual(p - 1e-9);
      }
      expect((distribution.mean - mean) / sd).toBeCloseTo(0, 7);
      expect(Math.sqrt(distribution.variance) / sd).toBeCloseTo(1, 6);
      // Steps are integrated to the width of a step.
      const digits = distribution.kind === 'continuous' && name !== 'mixture' ? 4 : 2;
      const found = momentsByIntegration(each);
      expect((found.mean - mean) / sd).toBeCloseTo(0, digits);
      expect(found.sd / sd).toBeCloseTo(1, digits - 1);
    },
  );
});

test('all 17 distributions are here', () => {
  expect(Object.keys(families)).toHaveLength(17);
});
