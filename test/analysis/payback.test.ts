import { describe, expect, test } from 'vitest';
import { paybackMonth, paybackOf } from '../../src/analysis/payback.ts';

const replication = { sampling: 'sobol', offsets: [0, 2, 4] } as const;
const years = 5;
/** The same cost in every trial and year; an upgrade at the start of the first. */
const posture = (running: number, upgrade: number) => ({
  total: Array.from({ length: years }, (_, year) =>
    new Float64Array(4).fill(running + (year === 0 ? upgrade : 0)),
  ),
  investment: Array.from({ length: years }, (_, year) =>
    new Float64Array(4).fill(year === 0 ? upgrade : 0),
  ),
});

describe('paybackMonth', () => {
  test('of the published table is 10.3 months against PIPL only and 9.2 against PDPO only', () => {
    const month = (against: number) =>
      paybackMonth(years, (year) => [year === 0 ? 600_000 : 0, 660_000 - against]);
    expect(month(1_360_000)).toBeCloseTo(12 * (600 / 700), 10);
    expect(month(1_440_000)).toBeCloseTo(12 * (600 / 780), 10);
  });

  test('is 0 where nothing more is ever paid', () => {
    expect(paybackMonth(3, () => [0, -1])).toBe(0);
    expect(paybackMonth(3, () => [0, 0])).toBe(0);
  });

  test('is null where the cost is not made good within the horizon', () => {
    expect(paybackMonth(3, (year) => [year === 0 ? 100 : 0, -10])).toBeNull();
  });

  test('is the month from which it stays made good, not the first one', () => {
    // Ahead after year 1, behind again by a second investment at the start of year 3, ahead after half of it.
    const month = paybackMonth(4, (year) => [year === 0 ? 10 : year === 2 ? 45 : 0, -20]);
    expect(month).toBeCloseTo(12 * (2 + 15 / 20), 10);
  });

  test('falls on a year’s start where the other posture invests then', () => {
    expect(paybackMonth(2, (year) => [year === 1 ? -30 : 0, year === 0 ? 10 : 0])).toBe(12);
  });
});

describe('paybackOf', () => {
  test('gives the month of the means and the percentiles over all trials', () => {
    const found = paybackOf(posture(660_000, 600_000), posture(1_360_000, 0), replication);
    expect(found.months).toBeCloseTo(10.2857, 4);
    expect(found).toMatchObject({ standardError: 0, probabilityWithinHorizon: 1 });
    expect(found.p50).toBeCloseTo(10.2857, 4);
  });

  test('tells null beyond the horizon, and how many trials make it', () => {
    const chosen = posture(660_000, 600_000);
    const other = posture(1_360_000, 0);
    for (const column of other.total) column.fill(660_000, 2);
    const found = paybackOf(chosen, other, replication);
    expect(found.probabilityWithinHorizon).toBe(0.5);
    expect(found.p10).toBeCloseTo(10.2857, 4);
    expect(found.p90).toBeNull();
    // One replicate never pays back, so the error of the month does not exist.
    expect(found.standardError).toBeNull();
  });
});
