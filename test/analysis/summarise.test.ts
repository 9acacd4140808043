import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionalValueAtRisk,
  probability,
  summarise,
  summariseConstant,
} from '../../src/analysis/summarise.ts';

const one = (trials: number) => ({ sampling: 'sobol', offsets: [0, trials] }) as const;
const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);
const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
});

describe('conditionalValueAtRisk', () => {
  test('is the mean of the 5 largest of 100 costs', () => {
    expect(conditionalValueAtRisk(hundred, 'large')).toBeCloseTo(98, 12);
  });

  test('is the mean of the 5 smallest of 100 savings', () => {
    expect(conditionalValueAtRisk(hundred, 'small')).toBeCloseTo(3, 12);
  });

  test('counts the value at the boundary in part: 5 % of 30 is one and a half', () => {
    const thirty = Float64Array.from({ length: 30 }, (_, index) => index + 1);
    expect(conditionalValueAtRisk(thirty, 'large')).toBeCloseTo((30 + 0.5 * 29) / 1.5, 12);
    expect(conditionalValueAtRisk(thirty, 'small')).toBeCloseTo((1 + 0.5 * 2) / 1.5, 12);
  });

  test('with many equal values gives that value and not less', () => {
    const mostlyZero = Float64Array.from({ length: 100 }, (_, index) => (index < 2 ? 50 : 0));
    expect(conditionalValueAtRisk(mostlyZero, 'large')).toBeCloseTo(20, 12);
    expect(conditionalValueAtRisk(new Float64Array(40).fill(7), 'large')).toBe(7);
  });

  test('of fewer than 20 trials is the worst one', () => {
    expect(conditionalValueAtRisk(Float64Array.of(3, 1, 2), 'large')).toBeCloseTo(3, 12);
  });

  test('agrees with the definition by sorting, for any values', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = list.toSorted((a, b) => b - a);
        let left = list.length / 20;
        let sum = 0;
        for (const value of sorted) {
          const weight = Math.min(1, left);
          sum += weight * value;
          left -= weight;
          if (left <= 0) break;
        }
        const wanted = sum / (list.length / 20);
        expect(conditionalValueAtRisk(Float64Array.from(list), 'large')).toBeCloseTo(wanted, 2);
      }),
    );
  });

  test('of savings is the mirror image of that of costs', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const mirrored = Float64Array.from(list, (value) => -value);
        expect(conditionalValueAtRisk(mirrored, 'small')).toBeCloseTo(
          -conditionalValueAtRisk(Float64Array.from(list), 'large'),
          2,
        );
      }),
    );
  });
});

describe('summarise', () => {
  test('gives type-7 quantiles, mean, spread and extremes', () => {
    const summary = summarise(hundred, one(100), 'large');
    expect(summary).toMatchObject({ mean: 50.5, min: 1, max: 100, p50: 50.5 });
    expect(summary.p5).toBeCloseTo(5.95, 12);
    expect(summary.p90).toBeCloseTo(90.1, 12);
    expect(summary.sd).toBeCloseTo(Math.sqrt((101 * 100) / 12), 10);
    expect(summary.dots).toHaveLength(50);
    expect(summary.dots[0]).toBeCloseTo(1.99, 12);
  });

  test('says nothing of the errors of percentiles where there is one replicate', () => {
    const summary = summarise(hundred, one(100), 'large');
    expect(summary.errors).toEqual({});
    expect(summary.standardError).toBeCloseTo(summary.sd / 10, 12);
  });

  test('takes errors from the spread of the replicates', () => {
    const values = Float64Array.of(1, 3, 5, 7);
    const summary = summarise(values, { sampling: 'sobol', offsets: [0, 2, 4] }, 'large');
    // Means of the replicates are 2 and 6: sd of 2.83 over the root of 2.
    expect(summary.standardError).toBeCloseTo(2, 12);
    // Their medians would say 2 as well; that one lies below the median of all and one above says
    // that it errs by half of the trials, where values rise by 6 from none of them to all.
    expect(summary.errors.p50).toBeCloseTo(3, 12);
    expect(summary.errors.sd).toBeCloseTo(0, 12);
  });

  test('takes the error of a mean from the trials where they are independent', () => {
    const values = Float64Array.of(1, 3, 5, 7);
    const summary = summarise(values, { sampling: 'random', offsets: [0, 2, 4] }, 'large');
    expect(summary.standardError).toBeCloseTo(summary.sd / 2, 12);
  });

  test('keeps percentiles, dots and tail in order, for any values', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const summary = summarise(Float64Array.from(list), one(list.length), 'large');
        const rising = [
          summary.min,
          summary.p5,
          summary.p10,
          summary.p25,
          summary.p50,
          summary.p75,
          summary.p90,
          summary.p95,
          summary.max,
        ];
        expect(rising).toEqual(rising.toSorted((a, b) => a - b));
        expect(summary.dots).toEqual(summary.dots.toSorted((a, b) => a - b));
        expect(summary.cvar95).toBeGreaterThanOrEqual(
          summary.p95 - 1e-6 * Math.abs(summary.p95) - 1e-9,
        );
      }),
    );
  });

  test('agrees with the summary of a constant where nothing varies', () => {
    const same = summarise(
      new Float64Array(10_000).fill(12),
      { sampling: 'sobol', offsets: [0, 5000, 10_000] },
      'large',
    );
    expect(same).toEqual(summariseConstant(12));
  });

  test('tells P1 and P99 from 1,000 trials on and P99.9 from 10,000: ten of them lie beyond', () => {
    const of = (trials: number) =>
      summarise(
        Float64Array.from({ length: trials }, (_, i) => ((i * 7919) % trials) + 0.5),
        { sampling: 'random', offsets: [0, trials / 2, trials] },
        'large',
      );
    const { p1, p99, p999, errors } = of(10_000);
    expect(p1).toBeCloseTo(100.5, 0);
    expect(p99).toBeCloseTo(9899.5, 0);
    expect(p999).toBeCloseTo(9989.5, 0);
    expect(errors.p99).toBeGreaterThanOrEqual(0);
    expect(of(1000)).toMatchObject({ p99: expect.closeTo(989.5, 0) as number });
    expect(of(1000)).not.toHaveProperty('p999');
    expect(of(900)).not.toHaveProperty('p99');
    expect(of(900).errors).not.toHaveProperty('p99');
  });
});

describe('probability', () => {
  test('is the share of trials, with the binomial error of independent ones', () => {
    const found = probability(
      (trial) => (trial < 25 ? 1 : 0),
      { sampling: 'random', offsets: [0, 100] },
      100,
    );
    expect(found.value).toBe(0.25);
    expect(found.error).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 100), 12);
  });
});
