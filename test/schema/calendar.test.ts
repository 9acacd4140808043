import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarYear, yearsBetween } from '../../src/schema/calendar.ts';
import { shiftedDistribution } from '../../src/schema/shift-distribution.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';

describe('years between two days', () => {
  test.each([
    ['2026-11-01', '2026-11-01', 0],
    ['2026-11-01', '2031-11-01', 5],
    ['2026-11-01', '2024-11-01', -2],
    ['2026-01-01', '2026-07-02', 182 / 365],
    ['2028-01-01', '2028-07-02', 183 / 366],
    ['2026-11-01', '2026-10-31', -1 / 365],
    // The day before the anniversary of a leap day is the 27th, and the anniversary the 28th.
    ['2028-02-29', '2029-02-28', 1],
    ['2028-02-29', '2032-02-29', 4],
  ])('from %s to %s are %d', (from, to, years) => {
    expect(yearsBetween(from, to)).toBeCloseTo(years, 12);
  });

  const day = fc
    .tuple(
      fc.integer({ min: 1950, max: 2150 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

  test('are a whole number from a day to the same day of another year, exactly', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (from, years) => {
        const to = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
        expect(yearsBetween(from, to)).toBe(years);
      }),
    );
  });

  test('grow with the later day', () => {
    fc.assert(
      fc.property(day, day, day, (from, one, other) => {
        const [early = '', late = ''] = [one, other].toSorted();
        expect(yearsBetween(from, late)).toBeGreaterThanOrEqual(yearsBetween(from, early));
      }),
    );
  });

  test.each([
    ['2027-01-01', 2027],
    ['2027-07-02', 2027 + 182 / 365],
  ])('%s as a year is %d', (iso, year) => {
    expect(calendarYear(iso)).toBeCloseTo(year, 12);
  });
});

describe('a distribution moved along', () => {
  const movable: readonly DistributionSpec[] = [
    { dist: 'uniform', min: 2027, max: 2029 },
    { dist: 'triangular', min: 2027, mode: 2028, max: 2031 },
    { dist: 'pert', min: 2027, mode: 2028, max: 2031, shape: 6 },
    { dist: 'normal', mean: 2028, sd: 1, min: 2027 },
    { dist: 'normal', p10: 2027, p90: 2030 },
    { dist: 'beta', alpha: 2, beta: 3, min: 2027, max: 2030 },
    { dist: 'metalog', p10: 2027, p50: 2028, p90: 2031, min: 2026 },
    { dist: 'discrete', values: [2027, 2030], weights: [1, 3] },
    { dist: 'empirical', values: [2027, 2028, 2030] },
    {
      dist: 'mixture',
      components: [
        { dist: 'uniform', min: 2027, max: 2028, weight: 2 },
        { dist: 'uniform', min: 2029, max: 2031 },
      ],
    },
  ];
  test.each(movable)('has every value alike moved: $dist', (spec) => {
    const moved = shiftedDistribution(spec, -2026.5);
    if (moved === null) throw new Error('not moved');
    for (const chance of [0.01, 0.2, 0.5, 0.8, 0.99])
      expect(makeDistribution(moved).quantile(chance)).toBeCloseTo(
        makeDistribution(spec).quantile(chance) - 2026.5,
        6,
      );
  });
  test('does not exist where it begins at nothing', () => {
    expect(shiftedDistribution({ dist: 'lognormal', mean: 2, cv: 1 }, 1)).toBeNull();
  });
});
