import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedCopy } from '../../src/numeric/sorted-copy.ts';

const numbers = fc.double({ noNaN: true });

test('sortedCopy sorts any numbers as comparing them does, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(numbers, fc.constantFrom(0, -0, 1, 1 + Number.EPSILON, Infinity)), {
        minLength: 0,
        maxLength: 500,
      }),
      (list) => {
        const values = Float64Array.from(list);
        expect(sortedCopy(values)).toEqual(values.slice().sort());
      },
    ),
  );
});

test('sortedCopy leaves the column alone, and sorts a part of it', () => {
  const values = Float64Array.from({ length: 300 }, (_, index) => (index * 7919) % 1009);
  const before = values.slice();
  expect(sortedCopy(values, 100, 250)).toEqual(values.slice(100, 250).sort());
  expect(values).toEqual(before);
});

test('sortedCopy sorts numbers that differ in their last bits only', () => {
  const values = Float64Array.from(
    { length: 20_000 },
    (_, index) => 1 + ((index * 7919) % 20_011) * Number.EPSILON,
  );
  expect(sortedCopy(values)).toEqual(values.slice().sort());
});

test('sortedCopy sorts smaller columns after larger ones', () => {
  sortedCopy(Float64Array.from({ length: 5000 }, (_, index) => -index));
  const values = Float64Array.from({ length: 100 }, (_, index) => -index);
  expect(sortedCopy(values)).toEqual(values.slice().sort());
});
