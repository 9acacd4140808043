import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextValue } from '../../src/present/next-value.ts';
import { sliderScale } from '../../src/present/slider-scale.ts';

const share = sliderScale([0, 1], [0.27]);

test.each<[number, 1 | -1, number]>([
  [0.27, 1, 0.28],
  [0.27, -1, 0.26],
  [0.274, 1, 0.28],
  [0.274, -1, 0.27],
  [0, -1, 0],
  [1, 1, 1.1],
])('nextValue after %d in direction %d is %d', (value, direction, expected) => {
  expect(nextValue(share, value, direction)).toBe(expected);
});

test('nextValue stops where the value was before it was changed', () => {
  expect(nextValue(share, 0.27, 1, 0.2755)).toBe(0.2755);
  expect(nextValue(share, 0.2755, 1, 0.2755)).toBe(0.28);
  expect(nextValue(share, 0.27, 1, 0.5)).toBe(0.28);
});

test('nextValue goes on beyond the ends, by about a tenth', () => {
  const scale = sliderScale([0, 100], [50]);
  expect(nextValue(scale, 200, 1)).toBeGreaterThan(200);
  expect(nextValue(scale, 200, 1)).toBeLessThanOrEqual(240);
  expect(nextValue(scale, 200, -1)).toBeLessThan(200);
  expect(nextValue(scale, 200, -1)).toBeGreaterThanOrEqual(100);
});

test('nextValue goes up and down, on every scale from every value within it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-4, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (highest, usual, place) => {
        const scale = sliderScale([0, highest], [usual * highest]);
        const value = scale.valueAt(Math.round(place * scale.steps));
        expect(nextValue(scale, value, 1)).toBeGreaterThan(value);
        expect(nextValue(scale, value, -1)).toBeLessThan(value);
      },
    ),
  );
});
