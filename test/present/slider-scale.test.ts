import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplestNumber } from '../../src/present/simplest-number.ts';
import { sliderScale } from '../../src/present/slider-scale.ts';

test.each([
  [0.2675, 0.2725, 0.27],
  [230, 270, 250],
  [-1, 1, 0],
  [0, 5, 0],
  [2.41, 2.48, 2.45],
  [1.04, 1.09, 1.05],
  [-270, -230, -250],
  [0.001, 0.9, 0.5],
  [95, 105, 100],
])('simplestNumber from %d to %d is %d', (low, high, expected) => {
  expect(simplestNumber(low, high)).toBe(expected);
});

test('simplestNumber lies within its limits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      (low, share) => {
        const high = low + share * Math.max(1e-6, Math.abs(low));
        const found = simplestNumber(low, high);
        expect(found).toBeGreaterThanOrEqual(low);
        expect(found).toBeLessThan(high);
      },
    ),
  );
});

describe('sliderScale', () => {
  test('goes in equal steps of few digits over an ordinary range', () => {
    const scale = sliderScale([0, 1], [0.27]);
    expect(scale.steps).toBe(100);
    expect(scale.placeOf(0.27)).toBeCloseTo(0.27);
    expect(scale.valueAt(27)).toBe(0.27);
    expect(sliderScale([0, 260], [52]).valueAt(26)).toBe(52);
    expect(sliderScale([-0.1, 0.5], []).valueAt(20)).toBe(0);
  });

  test('gives every power of ten its room over a wide range', () => {
    const scale = sliderScale([0, 100], [1.1, 0.04]);
    const places = [0, 0.04, 0.4, 4, 100].map(scale.placeOf);
    expect(places[0]).toBe(0);
    expect(places[4]).toBe(1);
    for (let i = 1; i < places.length; i++)
      expect(places[i]! - places[i - 1]!).toBeGreaterThan(0.1);
  });

  test('is roughly logarithmic over a wide range that starts above 0', () => {
    const scale = sliderScale([1, 1e6], []);
    expect(scale.placeOf(1000)).toBeGreaterThan(0.4);
    expect(scale.placeOf(1000)).toBeLessThan(0.6);
  });

  const ranges = fc
    .tuple(
      fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 3 }),
    )
    .map(([low, width, usual]) => ({ range: [low, low + width] as const, usual }));

  test('has ends where the range has, and rises from step to step', () => {
    fc.assert(
      fc.property(ranges, ({ range, usual }) => {
        const [low, high] = range;
        fc.pre(high - low > 1e-6 * Math.abs(low));
        const scale = sliderScale(range, usual);
        expect(scale.placeOf(low)).toBeCloseTo(0, 9);
        expect(scale.placeOf(low - 1)).toBe(0);
        expect(scale.placeOf(high + 1)).toBeGreaterThan(0.98);
        expect(scale.valueAt(scale.steps)).toBeCloseTo(
          high,
          6 - Math.ceil(Math.log10(Math.abs(high) + 1)),
        );
        for (let step = 1; step <= scale.steps; step++)
          expect(scale.valueAt(step)).toBeGreaterThan(scale.valueAt(step - 1));
      }),
    );
  });

  test('finds the position of each value that a position stands for', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), ({ range, usual }, place) => {
        fc.pre(range[1] - range[0] > 1e-6 * Math.abs(range[0]));
        const scale = sliderScale(range, usual);
        const step = Math.round(place * scale.steps);
        expect(Math.round(scale.placeOf(scale.valueAt(step)) * scale.steps)).toBe(step);
      }),
    );
  });
});
