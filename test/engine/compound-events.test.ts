import { describe, expect, it } from 'vitest';
import { selectQuantiles } from '../../src/numeric/quantile-select.ts';
import { normalCdf } from '../../src/numeric/normal.ts';
import { exp, log } from '../../src/numeric/elementary.ts';
import { outputOf, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { figureOf, mean, thirdCentralMoment, variance } from '../helpers/replicate-figure.ts';

/** One year of events at a rate, each with its own severity. */
function oneYear(rate: number, severity: object, more: Partial<SmallModel> = {}): SmallModel {
  return {
    inputs: {
      rate: { unit: '1/year', default: rate },
      severity: { unit: 'HKD', per: 'event', default: severity },
    },
    events: { loss: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'severity' } } },
    outputs: {
      losses: { unit: 'HKD', formula: 'sum(loss.cost, year)' },
      count: { unit: '1', formula: 'sum(loss.count, year)' },
    },
    scenario: { horizon: 1 },
    run: { trials: 200_000, seed: 3 },
    ...more,
  };
}

const sigma = 1.2;
const heavy = { dist: 'lognormal', median: 1, sigma };
const probabilities = [0.5, 0.95, 0.99];

/** P(a < X <= b) of the heavy severity. */
const severityCdf = (x: number) => (x > 0 ? normalCdf(log(x) / sigma) : 0);

/**
 * Panjer's recursion for a compound Poisson sum on a lattice of width h: g(0) = e^-rate (with no
 * mass at 0), g(s) = rate / s * sum_j j f(j) g(s - j). Severities rounded down or up bound the truth.
 */
function panjerQuantiles(rate: number, h: number, size: number, rounding: 'down' | 'up'): number[] {
  const f = Float64Array.from({ length: size }, (_, j) =>
    rounding === 'up'
      ? severityCdf(j * h) - severityCdf((j - 1) * h)
      : severityCdf((j + 1) * h) - severityCdf(j * h),
  );
  const weighted = f.map((mass, j) => mass * j);
  const g = new Float64Array(size);
  g[0] = Math.exp(-rate * (1 - f[0]!));
  for (let s = 1; s < size; s++) {
    let sum = 0;
    for (let j = 1; j <= s; j++) sum += weighted[j]! * g[s - j]!;
    g[s] = (rate / s) * sum;
  }
  let cumulative = 0;
  const quantiles: number[] = [];
  for (let s = 0; s < size && quantiles.length < probabilities.length; s++) {
    cumulative += g[s]!;
    while (
      quantiles.length < probabilities.length &&
      cumulative >= probabilities[quantiles.length]!
    )
      quantiles.push(s * h);
  }
  return quantiles;
}

/** Quantile of a rising distribution function, by halving. */
function quantileOf(cdf: (x: number) => number, p: number): number {
  let [low, high] = [0, 1e4];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (cdf(middle) >= p) high = middle;
    else low = middle;
  }
  return high;
}

describe.each([0.3, 3, 10])('the sum of a Poisson(%d) number of heavy-tailed events', (rate) => {
  const size = rate < 1 ? 3000 : rate < 5 ? 5000 : 9000;
  const h = 0.01 * (rate < 1 ? 0.5 : 1);
  const [down, up] = [panjerQuantiles(rate, h, size, 'down'), panjerQuantiles(rate, h, size, 'up')];

  it.each([
    ['sobol', 'common'],
    ['random', 'common'],
    ['sobol', 'independent'],
    ['random', 'independent'],
  ] as const)(
    "has the mean rate E[X] and the quantiles of Panjer's recursion, within 5 standard errors (%s points, %s event luck; 15 degrees of freedom: false alarm 2e-4 each, fixed seed)",
    (sampling, coupling) => {
      const { columns } = runSmall({
        ...oneYear(rate, heavy),
        run: { trials: 200_000, seed: 3, sampling, coupling },
      });
      const cost = outputOf(columns, 'losses', 'dual');
      const m = figureOf(columns, cost, mean);
      expect(Math.abs(m.value - rate * exp((sigma * sigma) / 2))).toBeLessThanOrEqual(5 * m.error);
      for (const [i, p] of probabilities.entries()) {
        const { value, error } = figureOf(columns, cost, (part) => selectQuantiles(part, [p])[0]!);
        const bound = 5 * error + 1e-9;
        expect(value, `P${100 * p}`).toBeGreaterThanOrEqual(down[i]! - bound);
        expect(value, `P${100 * p}`).toBeLessThanOrEqual(up[i]! + h + bound);
        // The two common mistakes have the right mean and would fail here: rate * X, and N * X.
        if (p === 0.5 && rate < 1) continue;
        const rateTimesSeverity = quantileOf((x) => severityCdf(x / rate), p);
        const countTimesSeverity = quantileOf((x) => {
          let weight = Math.exp(-rate);
          let sum = weight;
          for (let n = 1; n < 60; n++) {
            weight *= rate / n;
            sum += weight * severityCdf(x / n);
          }
          return sum;
        }, p);
        const wrong = (quantile: number) =>
          quantile < down[i]! - bound || quantile > up[i]! + h + bound;
        expect(wrong(rateTimesSeverity), `rate * X at P${100 * p}`).toBe(true);
        if (rate >= 3) expect(wrong(countTimesSeverity), `N * X at P${100 * p}`).toBe(true);
      }
    },
  );

  // A lighter tail from here on: the error of a heavy tail's third moment is itself all error.
  it.each(['common', 'independent'] as const)(
    'has mean and variance rate E[X] and rate E[X^2] with %s event luck',
    (coupling) => {
      const { columns } = runSmall({
        ...oneYear(rate, { dist: 'gamma', mean: 2, cv: 0.8 }),
        run: { trials: 200_000, seed: 4, coupling },
      });
      for (const posture of ['pipl-only', 'dual']) {
        const cost = outputOf(columns, 'losses', posture);
        const m = figureOf(columns, cost, mean);
        expect(Math.abs(m.value - rate * 2)).toBeLessThanOrEqual(5 * m.error);
        const v = figureOf(columns, cost, variance);
        expect(Math.abs(v.value - rate * 4 * (1 + 0.64))).toBeLessThanOrEqual(5 * v.error);
      }
    },
  );

  it('has the third central moment rate E[X^3]', () => {
    const { columns } = runSmall(oneYear(rate, { dist: 'gamma', shape: 4, scale: 0.5 }));
    const third = figureOf(columns, outputOf(columns, 'losses', 'dual'), thirdCentralMoment);
    expect(Math.abs(third.value - rate * 0.125 * 4 * 5 * 6)).toBeLessThanOrEqual(5 * third.error);
  });
});

describe('counts', () => {
  it('negative binomial counts have variance mean + mean^2 / size', () => {
    const { columns } = runSmall({
      ...oneYear(2, { dist: 'gamma', mean: 1, cv: 1 }),
      events: {
        loss: {
          frequency: 'negative-binomial',
          rate: 'rate',
          dispersion: '0.5',
          amounts: { cost: 'severity' },
        },
      },
    });
    const count = outputOf(columns, 'count', 'dual');
    const m = figureOf(columns, count, mean);
    const v = figureOf(columns, count, variance);
    expect(Math.abs(m.value - 2)).toBeLessThanOrEqual(5 * m.error);
    expect(Math.abs(v.value - (2 + 4 / 0.5))).toBeLessThanOrEqual(5 * v.error);
  });
  it('Bernoulli events happen at most once a year', () => {
    const { columns } = runSmall({
      ...oneYear(0.3, { dist: 'gamma', mean: 1, cv: 1 }),
      events: { loss: { frequency: 'bernoulli', rate: 'rate', amounts: { cost: 'severity' } } },
    });
    const count = outputOf(columns, 'count', 'dual');
    expect(Math.max(...count.slice(0, 50_000))).toBe(1);
    const m = figureOf(columns, count, mean);
    expect(Math.abs(m.value - 0.3)).toBeLessThanOrEqual(5 * m.error + 1e-9);
  });
  it('more events in a block than it has trials are no trouble, and keep their sum', () => {
    const { columns } = runSmall({
      ...oneYear(40, { dist: 'gamma', mean: 1, cv: 0.5 }),
      run: { trials: 20_000, seed: 5 },
    });
    const m = figureOf(columns, outputOf(columns, 'losses', 'dual'), mean);
    expect(Math.abs(m.value - 40)).toBeLessThanOrEqual(5 * m.error);
  });
});

describe('follow-on events: some investigations end in a fine', () => {
  const chance = 0.3;
  const { columns } = runSmall({
    inputs: {
      rate: { unit: '1/year', default: 1.5 },
      caseCost: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 1, cv: 0.5 } },
      fineAmount: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 4, cv: 1 } },
    },
    events: {
      investigation: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'caseCost' } },
      fine: {
        of: 'investigation',
        chance: String(chance),
        amounts: { cost: 'min(fineAmount, 10)' },
      },
    },
    outputs: {
      investigations: { unit: '1', formula: 'sum(investigation.count, year)' },
      fines: { unit: '1', formula: 'sum(fine.count, year)' },
      fineCost: { unit: 'HKD', formula: 'sum(fine.cost, year)' },
    },
    scenario: { horizon: 1 },
    run: { trials: 100_000, seed: 6 },
  });
  const [investigations, fines, fineCost] = ['investigations', 'fines', 'fineCost'].map((name) =>
    outputOf(columns, name, 'dual'),
  );

  it('there is never a fine without an investigation, nor a cost without a fine, nor one above its cap', () => {
    const broken = Array.from(fines!.keys()).filter(
      (i) =>
        !(fines![i]! <= investigations![i]!) ||
        fineCost![i]! > 0 !== fines![i]! > 0 ||
        !(fineCost![i]! <= 10 * fines![i]! + 1e-9),
    );
    expect(broken).toEqual([]);
    expect(Math.max(...fines!)).toBeGreaterThan(1);
  });
  it('their number is Poisson with rate times chance: mean and variance are equal', () => {
    const m = figureOf(columns, fines!, mean);
    const v = figureOf(columns, fines!, variance);
    expect(Math.abs(m.value - 1.5 * chance)).toBeLessThanOrEqual(5 * m.error);
    expect(Math.abs(v.value - 1.5 * chance)).toBeLessThanOrEqual(5 * v.error);
  });
  it('their cost is compound Poisson, each cut off at its cap: rate chance E[Y], rate chance E[Y^2]', () => {
    // Y = min(X, c), X exponential with mean 4 (a gamma with cv 1): E[Y] = 4 (1 - e),
    // E[Y^2] = 32 (1 - e (1 + c / 4)) with e = exp(-c / 4), by parts.
    const cap = 10;
    const beyond = exp(-cap / 4);
    const first = 4 * (1 - beyond);
    const second = 32 * (1 - beyond * (1 + cap / 4));
    const m = figureOf(columns, fineCost!, mean);
    const v = figureOf(columns, fineCost!, variance);
    expect(Math.abs(m.value - 1.5 * chance * first)).toBeLessThanOrEqual(5 * m.error);
    expect(Math.abs(v.value - 1.5 * chance * second)).toBeLessThanOrEqual(5 * v.error);
  });
  it('they and their investigations have covariance rate chance: the rest is independent', () => {
    const rest = investigations!.map((count, i) => count - fines![i]!);
    const v = figureOf(columns, rest, variance);
    // Poisson thinning: the rest is Poisson too, which holds only if the two are independent.
    expect(Math.abs(v.value - 1.5 * (1 - chance))).toBeLessThanOrEqual(5 * v.error);
    const both = investigations!.map((count, i) => count + fines![i]!);
    const sum = figureOf(columns, both, variance);
    expect(Math.abs(sum.value - 1.5 * (1 + 3 * chance))).toBeLessThanOrEqual(5 * sum.error);
  });
});
