import { describe, expect, test } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import {
  negativeBinomialDistribution,
  poissonDistribution,
} from '../../src/numeric/distributions/discrete-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { makeSampler } from '../../src/numeric/sampler.ts';

/** From the smallest number there is to the greatest, by way of those that people write. */
const sizes = [
  5e-324, 1e-300, 1e-61, 1e-59, 1e-30, 1e-9, 1e-6, 1e-3, 0.5, 1, 7, 1e4, 1e6, 1e9, 1e12, 1e16, 1e30,
  1e59, 1e61, 1e308,
];
const few = [5e-324, 1e-59, 1e-9, 1e-3, 1, 7, 1e6, 1e16, 1e59, 1e308];
const signed = [...few.map((size) => -size).toReversed(), 0, ...few];
/** Of these few, as a table of a beta distribution takes its time. */
const shapes = [5e-324, 1e-4, 1e-3, 0.5, 7, 1e9, 1e10, 1e308];
const shares = [0, 5e-324, 1e-59, 1e-9, 0.3, 1 - 1e-9, 1 - 2 ** -53, 1];

/** Every choice of one value a field. */
function every(
  dist: DistributionSpec['dist'],
  fields: Readonly<Record<string, readonly unknown[]>>,
): DistributionSpec[] {
  let specs: object[] = [{ dist }];
  for (const [field, values] of Object.entries(fields))
    specs = specs.flatMap((spec) => values.map((value) => ({ ...spec, [field]: value })));
  return specs as DistributionSpec[];
}

const families: Readonly<Record<string, readonly DistributionSpec[]>> = {
  'normal by mean and sd': every('normal', { mean: signed, sd: few }),
  'normal by percentiles': every('normal', { p10: signed, p90: signed }),
  'normal within bounds': every('normal', {
    mean: [0, 1],
    sd: [1e-9, 1, 1e6, 1e59],
    min: [undefined, -1e9, -1, 0, 5, 20, 36],
    max: [undefined, -1, 1e-16, 1e-9, 5.000001, 9, 20.001, 37],
  }),
  'lognormal by mean': every('lognormal', { mean: few, cv: sizes }),
  'lognormal by median': every('lognormal', { median: few, sigma: sizes }),
  'lognormal by percentiles': every('lognormal', { p5: few, p95: few }),
  uniform: every('uniform', { min: signed, max: signed }),
  triangular: every('triangular', { min: signed, mode: [0, 1, 1e16], max: signed }),
  pert: every('pert', {
    min: [0, -1],
    mode: [0, 1e-9, 1],
    max: [1],
    shape: [5e-324, 1e-9, 1, 7, 1e4, 1e9, 1e10],
  }),
  beta: every('beta', { alpha: shapes, beta: shapes }),
  'gamma by shape': every('gamma', { shape: sizes, scale: [1e-59, 1e59] }),
  'gamma by mean': every('gamma', { mean: [1e-59, 1e59], cv: sizes }),
  weibull: every('weibull', { shape: sizes, scale: [1e-59, 1e59] }),
  exponential: [...every('exponential', { mean: sizes }), ...every('exponential', { rate: sizes })],
  poisson: every('poisson', { rate: [0, ...sizes] }),
  binomial: every('binomial', { n: [0, 1, 1000, 1e6], p: shares }),
  'negative-binomial': every('negative-binomial', {
    mean: [0, 5e-324, 1e-59, 1e-9, 0.5, 7, 1e3],
    size: [...sizes, 1e17, 1e18],
  }),
  bernoulli: every('bernoulli', { p: shares }),
  discrete: every('discrete', {
    values: [
      [1, 2, 3],
      [-1e59, 0, 1e59],
      [5e-324, 1],
      [1e308, -1e308, 0],
    ],
    weights: [
      undefined,
      [1, 1, 1],
      [1e59, 1e59, 1e59],
      [1e-59, 1, 1e59],
      [1e308, 1e308, 1],
      [0, 0, 1],
    ],
  }),
  empirical: every('empirical', { values: signed.map((value) => [value, 1, 3]) }),
  metalog: [
    ...every('metalog', { p10: signed, p75: [0.4], p95: [30, 1e59] }),
    ...every('metalog', { p10: signed, p50: [1], p90: few }),
    ...every('metalog', { p50: few, p90: few, min: [0, -1e59, -1e308] }),
    ...every('metalog', { p10: [0.1], p50: few, p90: [1e6], min: [0], max: [1e7, 1e59, 1e308] }),
    ...every('metalog', {
      'p0.0000000001': [-1, 0.9, 1.9],
      p50: [2],
      'p99.9999999999': [2.1, 3, 1e59],
    }),
  ],
  mixture: [1e-59, 1, 1e59, 1e308].map((weight) => ({
    dist: 'mixture',
    components: [
      { dist: 'normal', mean: 0, sd: 1 },
      { dist: 'lognormal', median: 1, sigma: 2, weight },
    ],
  })),
};

const tails = [2 ** -33, 2 ** -20, 0.001, 0.1, 0.25, 0.5];
const draws = Int32Array.from(
  [
    0,
    2 ** 11,
    2 ** 20,
    2 ** 28,
    2 ** 30,
    2 ** 31,
    2 ** 31 + 2 ** 30,
    2 ** 32 - 2 ** 20,
    2 ** 32 - 1,
  ],
  (draw) => draw | 0,
);

/** Falls by more than a 10,000th of the spread. */
function falls(values: ArrayLike<number>, spread: number): boolean {
  return Array.from(values).some((value, index, all) => {
    const before = all[index - 1] ?? -Infinity;
    return value < before - 1e-4 * spread;
  });
}

/** What is wrong with what is drawn from a spec; nothing where it is as its quantile function says. */
function faultsOf(spec: DistributionSpec): readonly string[] {
  const faults: string[] = [];
  const distribution = makeDistribution(spec);
  const quantiles = [
    ...tails.map((p) => distribution.quantile(p)),
    ...tails.toReversed().map((p) => distribution.quantile(p, true)),
  ];
  const values = new Float64Array(draws.length);
  makeSampler(spec).fill(values, draws, draws.length);
  if (![...quantiles, ...values].every(Number.isFinite)) faults.push('not finite');
  const [least = NaN] = quantiles;
  const greatest = quantiles.at(-1) ?? NaN;
  const spread = greatest - least;
  if (falls(quantiles, spread) || falls(values, spread)) faults.push('falls');
  if (distribution.kind === 'continuous' && least === greatest) faults.push('constant');
  const { max, mean, min, variance } = distribution;
  const middle = (quantiles.at(-3) ?? NaN) - (quantiles[2] ?? NaN);
  const scale = Math.max(middle, Number.isFinite(mean) ? Math.abs(mean) : 0);
  // Of a heavy tail they may be without end; they are NaN only where the moment does not exist.
  if (spec.dist !== 'metalog' && (Number.isNaN(mean) || Number.isNaN(variance)))
    faults.push('no moments');
  const slack = 1e-9 * Math.max(Math.abs(min), Math.abs(max));
  if (mean < min - slack || (mean > max + slack && max > 0)) faults.push(`mean ${mean}`);
  if (variance < 0) faults.push(`variance ${variance}`);
  for (const [index, draw] of draws.entries()) {
    const tail = ((draw < 0 ? ~draw : draw) + 0.5) / 2 ** 32;
    const exact = distribution.quantile(tail, draw < 0);
    const allowed = 1e-4 * Math.max(Math.abs(exact), scale);
    if (!(Math.abs((values[index] ?? NaN) - exact) <= allowed)) faults.push(`draw ${index}`);
  }
  return faults;
}

describe('a distribution of any parameters is refused in words, or drawn as it is defined', () => {
  test.each(Object.entries(families))('%s', (_, specs) => {
    let accepted = 0;
    const wrong: string[] = [];
    for (const spec of specs) {
      const problems = checkDistribution(spec);
      if (problems.some(({ message }) => /NaN|Infinity|undefined/.test(message)))
        wrong.push(`${JSON.stringify(spec)}: ${problems[0]?.message}`);
      if (problems.length > 0) continue;
      accepted++;
      const faults = faultsOf(spec);
      if (faults.length > 0) wrong.push(`${JSON.stringify(spec)}: ${faults.join(', ')}`);
    }
    expect(wrong).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('a negative binomial distribution of large size', () => {
  test.each([
    [7, 1e12],
    [7, 1e16],
    [7, 1e17],
    [7, 1e30],
    [7000, 1e18],
    [1e5, 1e59],
    [1e-9, 1e17],
  ])('of mean %d and size %d is the Poisson distribution', (mean, size) => {
    const found = negativeBinomialDistribution(mean, size);
    const limit = poissonDistribution(mean);
    for (const [index, value] of limit.values.entries())
      expect(found.cdf(value)).toBeCloseTo(limit.cumulative[index]!, 9);
    expect(found.mean).toBe(mean);
    expect(found.rawMoment(1) / mean).toBeCloseTo(1, 9);
  });

  test.each([
    [7, 1.1e6],
    [1000, 1e7],
    [1e5, 2e6],
  ])('of mean %d and size %d has the ratios of its definition', (mean, size) => {
    const { cumulative, values } = negativeBinomialDistribution(mean, size);
    const share = (index: number) => cumulative[index]! - cumulative[index - 1]!;
    const middle = values.indexOf(Math.floor(mean));
    for (const index of [middle - 3, middle, middle + 4]) {
      const k = values[index]!;
      const ratio = ((k - 1 + size) * mean) / ((mean + size) * k);
      expect(share(index) / share(index - 1)).toBeCloseTo(ratio, 8);
    }
  });

  test('does not jump where the one way of computing it takes over from the other', () => {
    const [below, above] = [1e6, 1e6 + 1e-3].map((size) => negativeBinomialDistribution(50, size));
    for (const [index, value] of below!.values.entries())
      expect(above!.cdf(value)).toBeCloseTo(below!.cumulative[index]!, 8);
  });
});

describe('checkDistribution says what would be right', () => {
  test.each<[DistributionSpec, string, string]>([
    [
      { dist: 'metalog', p10: -1e308, p75: 0.4, p95: 30 },
      'p10',
      'p10: -1e+308 cannot be computed with; numbers are 0 or between 1e-60 and 1e+60 in size',
    ],
    [
      { dist: 'negative-binomial', mean: 5e-324, size: 7 },
      'mean',
      'mean: 5e-324 cannot be computed with; numbers are 0 or between 1e-60 and 1e+60 in size',
    ],
    [
      { dist: 'discrete', values: [1, 2], weights: [1, 1e300] },
      'weights',
      'weights: 1e+300 cannot be computed with; numbers are 0 or between 1e-60 and 1e+60 in size',
    ],
    [
      { dist: 'beta', alpha: 2, beta: 1e12 },
      'beta',
      'beta must be between 0.001 and 1000000000; it is 1000000000000. Beyond, give a bernoulli distribution or a plain number',
    ],
    [
      { dist: 'gamma', mean: 2, cv: 5000 },
      'cv',
      'cv must be between 0 and 1000; it is 5000. Beyond, nearly all values are 0',
    ],
    [
      { dist: 'normal', mean: 5, sd: 1e-20 },
      '',
      'all values of this normal are 5; give that number instead',
    ],
    [
      { dist: 'normal', mean: 0, sd: 1e6, min: 2, max: 2.0001 },
      'max',
      'between min and max, 2.0001, all is as likely; give a uniform distribution',
    ],
  ])('%j', (spec, field, message) => {
    expect(checkDistribution(spec)).toEqual([{ field, message }]);
  });
});

describe('a normal distribution within close bounds', () => {
  test.each([
    [0, 1, -0.001, 0.001],
    [0, 1000, 5, 6],
    [0, 1, 20, 20.001],
    [3, 10, -1, 2],
  ])('mean %d, sd %d, from %d to %d keeps its moments', (mean, sd, min, max) => {
    const distribution = makeDistribution({ dist: 'normal', mean, sd, min, max });
    const width = max - min;
    // The density is almost straight there: its slope is the score of the middle.
    const middle = (min + max) / 2;
    const expected = middle - ((middle - mean) * width * width) / (12 * sd * sd);
    expect((distribution.mean - expected) / width).toBeCloseTo(0, 4);
    expect(distribution.variance / ((width * width) / 12)).toBeCloseTo(1, 2);
  });
});
