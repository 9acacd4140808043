import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceStep } from '../../src/numeric/nice-step.ts';

test.each([
  [10, 10, 1],
  [11, 10, 2],
  [21, 10, 5],
  [51, 10, 10],
  [9_600_000, 50, 200_000],
  [0.3, 10, 0.05],
])('niceStep covers %s in at most %s steps of %s', (range, count, step) => {
  expect(niceStep(range, count)).toBeCloseTo(step, 12);
});

test('niceStep is enough, and the next smaller would not be', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
      fc.integer({ min: 2, max: 100 }),
      (range, count) => {
        const step = niceStep(range, count);
        expect(step * count * (1 + 1e-12)).toBeGreaterThanOrEqual(range);
        expect((step / 2.5) * count * (1 - 1e-12)).toBeLessThan(range);
      },
    ),
  );
});

test.each([0, -1, NaN, Infinity])('niceStep of %s is 1', (range) => {
  expect(niceStep(range, 10)).toBe(1);
});
