import { describe, expect, it } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { pow } from '../../src/numeric/elementary.ts';
import { normalCdf } from '../../src/numeric/normal.ts';
import { negativeBinomialCount } from '../../src/numeric/other-counts.ts';
import { poissonCount } from '../../src/numeric/poisson-count.ts';
import { makeSampler } from '../../src/numeric/sampler.ts';

/** Draws in rising order: both ends, each side of every octave, a grid, and runs within single cells. */
const draws = (() => {
  const unsigned = new Set<number>();
  for (let k = 0; k < 32; k++) {
    for (const offset of [-1, 0, 1]) {
      unsigned.add(Math.max(0, 2 ** k + offset));
      unsigned.add(2 ** 32 - 1 - Math.max(0, 2 ** k + offset));
    }
  }
  for (let i = 0; i < 4000; i++) unsigned.add(Math.floor(((i + 0.37) / 4000) * 2 ** 32));
  for (const start of [2 ** 12, 2 ** 28, 2 ** 31 - 2 ** 26, 2 ** 31 + 5, 2 ** 32 - 2 ** 29]) {
    for (let i = 0; i < 300; i++)
      unsigned.add(start + i * Math.max(1, Math.floor(start / 2 ** 16)));
  }
  return Int32Array.from(
    [...unsigned].filter((draw) => draw < 2 ** 32).sort((a, b) => a - b),
    (draw) => draw | 0,
  );
})();

describe('makeSampler', () => {
  const extremes: DistributionSpec[] = [
    { dist: 'normal', mean: 0, sd: 1, min: 10 },
    { dist: 'normal', mean: 0, sd: 1, min: 10, max: 12 },
    { dist: 'normal', mean: 0, sd: 1, max: -20 },
    { dist: 'normal', mean: 0, sd: 1, min: -1e-4, max: 1e-4 },
    { dist: 'lognormal', median: 1, sigma: 30 },
    { dist: 'lognormal', median: 1, sigma: 1e-9 },
    { dist: 'pert', min: 0, mode: 0, max: 1 },
    { dist: 'pert', min: 0, mode: 0.3, max: 1, shape: 1e9 },
    { dist: 'beta', alpha: 0.01, beta: 0.01 },
    { dist: 'beta', alpha: 0.001, beta: 2 },
    { dist: 'beta', alpha: 2, beta: 0.001 },
    { dist: 'beta', alpha: 1e7, beta: 1e7 },
    { dist: 'gamma', mean: 1, cv: 1000 },
    { dist: 'gamma', mean: 1, cv: 0.0001 },
    { dist: 'gamma', mean: 1, cv: 0.000001 },
    { dist: 'weibull', shape: 0.01, scale: 1 },
    { dist: 'weibull', shape: 1e4, scale: 1 },
    { dist: 'metalog', p10: 1, p50: 2, p90: 1000, min: 0.999 },
    { dist: 'poisson', rate: 1e6 },
    { dist: 'binomial', n: 1e6, p: 0.5 },
  ];
  it.each(extremes.map((spec) => [JSON.stringify(spec), spec] as const))(
    'gives finite values that never fall, and soon: %s',
    (_, spec) => {
      expect(checkDistribution(spec)).toEqual([]);
      const values = new Float64Array(draws.length);
      makeSampler(spec).fill(values, draws, draws.length);
      let falls = 0;
      for (const [i, value] of values.entries()) {
        expect(value).toSatisfy(Number.isFinite);
        // Within a cell the last digit may go either way.
        const before = values[i - 1] ?? -Infinity;
        if (value < before - 4e-16 * Math.abs(before)) falls++;
      }
      expect(falls).toBe(0);
    },
  );
  it('keeps the far tail of counts: the last draw of rate 1,000,000 and of 1,000,000 tries (scipy 1.17)', () => {
    const value = new Float64Array(1);
    makeSampler({ dist: 'poisson', rate: 1e6 }).fill(value, Int32Array.of(-1), 1);
    expect(Math.abs(value[0]! - 1_006_344)).toBeLessThanOrEqual(1);
    makeSampler({ dist: 'binomial', n: 1e6, p: 0.5 }).fill(value, Int32Array.of(-1), 1);
    expect(value[0]).toBe(503_169);
  });
});

/** Of a standard normal above 10, computed with mpmath at 40 digits: [probability, value]. */
const farQuantiles = [
  [0.0001, 10.000009903350014],
  [0.01, 10.000995222074557],
  [0.25, 10.02844905536923],
  [0.5, 10.06841183608143],
  [0.75, 10.136370593869968],
  [0.99, 10.446272898689616],
  [0.9999, 10.874555328793154],
] as const;

describe('truncated normal', () => {
  it('keeps both halves ten deviations out: quantiles computed with mpmath', () => {
    const far = makeDistribution({ dist: 'normal', mean: 0, sd: 1, min: 10 });
    for (const [p, expected] of farQuantiles)
      expect(Math.abs(far.quantile(p) / expected - 1)).toBeLessThan(1e-12);
    const mirrored = makeDistribution({ dist: 'normal', mean: 0, sd: 1, max: -10 });
    for (const [p] of farQuantiles) expect(mirrored.quantile(p, true)).toBe(-far.quantile(p));
  });
});

describe('mixture', () => {
  const parts: Record<string, DistributionSpec> = {
    'two peaks far apart': {
      dist: 'mixture',
      components: [
        { dist: 'normal', mean: 0, sd: 1 },
        { dist: 'normal', mean: 50, sd: 1 },
      ],
    },
    'nothing, or a loss': {
      dist: 'mixture',
      components: [
        { dist: 'discrete', values: [0], weight: 3 },
        { dist: 'lognormal', median: 1e6, sigma: 1 },
      ],
    },
    'jumps among values': {
      dist: 'mixture',
      components: [
        { dist: 'discrete', values: [-2, 0, 7] },
        { dist: 'normal', mean: 0, sd: 1 },
      ],
    },
    'solved components': {
      dist: 'mixture',
      components: [
        { dist: 'beta', alpha: 2, beta: 5 },
        { dist: 'gamma', mean: 1, cv: 0.5 },
      ],
    },
  };
  it.each(Object.entries(parts))(
    'sampler gives its quantile function to 1e-7, whatever was drawn before: %s',
    (_name, spec) => {
      const sampler = makeSampler(spec);
      const distribution = makeDistribution(spec);
      const n = 500;
      const some = Int32Array.from(
        { length: n },
        (_, i) => Math.floor(((i + 0.4) / n) * 2 ** 32) | 0,
      );
      const [values, backwards] = [new Float64Array(n), new Float64Array(n)];
      sampler.fill(values, some, n);
      sampler.fill(backwards, some.toReversed(), n);
      expect(backwards.toReversed()).toEqual(values);
      for (const [i, value] of values.entries()) {
        const draw = some[i]!;
        const tail = ((draw < 0 ? ~draw : draw) + 0.5) / 2 ** 32;
        const exact = distribution.quantile(tail, draw < 0);
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-7 * Math.max(1e-3, Math.abs(exact)));
      }
    },
  );
  it('gives atoms exactly, as often as their weight says', () => {
    const n = 4096;
    const values = new Float64Array(n);
    const evenly = Int32Array.from(
      { length: n },
      (_, i) => Math.floor(((i + 0.5) / n) * 2 ** 32) | 0,
    );
    makeSampler(parts['nothing, or a loss']!).fill(values, evenly, n);
    expect(values.filter((value) => value === 0).length).toBe((n * 3) / 4);
    makeSampler(parts['jumps among values']!).fill(values, evenly, n);
    for (const atom of [-2, 0, 7]) {
      const share = values.filter((value) => value === atom).length / n;
      expect(Math.abs(share - 1 / 6)).toBeLessThan(1 / n);
    }
  });
  it('of counts only is a list of counts', () => {
    const spec: DistributionSpec = {
      dist: 'mixture',
      components: [
        { dist: 'poisson', rate: 3 },
        { dist: 'poisson', rate: 30 },
      ],
    };
    const mixture = makeDistribution(spec);
    expect(mixture.kind).toBe('discrete');
    expect(mixture.mean).toBeCloseTo(16.5, 10);
    expect(mixture.variance).toBeCloseTo(16.5 + 13.5 ** 2, 8);
    for (const k of [0, 2, 10, 30])
      expect(mixture.cdf(k)).toBeCloseTo(
        (makeDistribution({ dist: 'poisson', rate: 3 }).cdf(k) +
          makeDistribution({ dist: 'poisson', rate: 30 }).cdf(k)) /
          2,
        14,
      );
  });
});

describe('counts by inversion', () => {
  it('negativeBinomialCount is right where P(N = 0) underflows and where counts are many (scipy 1.17)', () => {
    expect([0.01, 0.5, 0.99].map((u) => negativeBinomialCount(u, 1000, 5000))).toEqual([
      920, 1000, 1082,
    ]);
    expect([0.01, 0.5, 0.99].map((u) => negativeBinomialCount(u, 2e5, 1))).toEqual([
      2010, 138_629, 921_036,
    ]);
  });
  it('negativeBinomialCount does not jump where it turns from adding up to searching', () => {
    for (const u of [0.001, 0.3, 0.9, 0.99999]) {
      const below = negativeBinomialCount(u, 63.999999, 3);
      const above = negativeBinomialCount(u, 64.000001, 3);
      expect(above - below).toBeGreaterThanOrEqual(0);
      expect(above - below).toBeLessThanOrEqual(1);
    }
  });
  it('poissonCount of any rate is near its normal approximation, at once', () => {
    for (const rate of [1e6, 1.1e6, 1e9, 1e12])
      expect((poissonCount(0.5, rate) - rate) / Math.sqrt(rate)).toBeCloseTo(0, 2);
  });
});

describe('pow', () => {
  it('takes whole powers of negative numbers, and reciprocals that are subnormal', () => {
    expect([pow(-1, 2001), pow(-1, 2000), pow(-2, 1025)]).toEqual([-1, 1, -Infinity]);
    expect(pow(10, -310) / 1e-310).toBeCloseTo(1, 10);
  });
});

describe('normalCdf', () => {
  it.each([
    [-1.75, 0.04005915686381709],
    [-2.3, 0.01072411002167581],
    [-3.3, 0.0004834241423837775],
    [-12.7, 2.95648536485205e-37],
    [-30.3, 5.731723503315496e-202],
    [-36.9, 2.3105244811406173e-298],
  ])('is exact to 2e-14 of itself at %d (mpmath)', (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(z < -2 ? 2e-15 : 2e-14);
  });
});

describe('variance', () => {
  it('keeps its digits where it is tiny beside the mean', () => {
    expect(
      makeDistribution({ dist: 'lognormal', median: 1, sigma: 1e-6 }).variance / 1e-12,
    ).toBeCloseTo(1, 10);
    const far = makeDistribution({ dist: 'metalog', p10: 1e6 - 1, p50: 1e6, p90: 1e6 + 1 });
    const near = makeDistribution({ dist: 'metalog', p10: -1, p50: 0, p90: 1 });
    expect(far.variance / near.variance).toBeCloseTo(1, 7);
  });
});

describe('checkDistribution of a metalog', () => {
  it.each<[DistributionSpec, string]>([
    [{ dist: 'metalog', p10: 0, p50: 9, p90: 10 }, 'p50'],
    [{ dist: 'metalog', p10: 1, p50: 1.1, p90: 1000, min: 0 }, 'p50'],
    [{ dist: 'metalog', p5: 1, p25: 1.01, p50: 5, p75: 8, p95: 15 }, 'p25'],
  ])('says between which values a percentile fits, and both ends do: %j', (spec, field) => {
    const [problem] = checkDistribution(spec);
    expect(problem?.field).toBe(field);
    const range = /between (\S+) and ([^\s,]+)/.exec(problem?.message ?? '');
    for (const end of [Number(range?.[1]), Number(range?.[2])])
      expect(checkDistribution({ ...spec, [field]: end })).toEqual([]);
  });
});

describe('checkDistribution', () => {
  it.each<[DistributionSpec, string, string]>([
    [
      { dist: 'normal', mean: 0, sd: 1, min: 40 },
      'min',
      'min is 40, so far from the mean, 0, that no values are left within the bounds',
    ],
    [
      { dist: 'normal', mean: 0, sd: 1, max: -50 },
      'max',
      'max is -50, so far from the mean, 0, that no values are left within the bounds',
    ],
    [
      { dist: 'weibull', shape: 0.001, scale: 1 },
      '',
      'the rarest values of this weibull would be too large to compute with; make it narrower',
    ],
    [
      { dist: 'lognormal', median: 1, sigma: 500 },
      '',
      'the rarest values of this lognormal would be too large to compute with; make it narrower',
    ],
    [
      { dist: 'negative-binomial', mean: 100_000, size: 0.001 },
      'size',
      'size must be at least a 10,000th of mean, 10, or counts run into millions; it is 0.001. A gamma distribution of the same mean, with cv 31.622777, is close',
    ],
  ])('refuses what cannot be drawn from, with the reason: %j', (spec, field, message) => {
    expect(checkDistribution(spec)).toEqual([{ field, message }]);
  });
});
