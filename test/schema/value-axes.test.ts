import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { byPosture, byYear, variesBy } from '../../src/schema/value-axes.ts';
import { leavesOf } from '../../src/schema/edit-value.ts';
import { valueSchema } from '../../src/schema/value.ts';
import type { Value } from '../../src/schema/value-form.ts';
import { outputOf, runSmall } from '../helpers/prepare-model.ts';

const postures = ['pipl-only', 'pdpo-only', 'dual'];

test.each<[Value, Value]>([
  [5, { 'pipl-only': 5, 'pdpo-only': 5, dual: 5 }],
  [
    { by: 'year', values: [1, 2] },
    {
      'pipl-only': { by: 'year', values: [1, 2] },
      'pdpo-only': { by: 'year', values: [1, 2] },
      dual: { by: 'year', values: [1, 2] },
    },
  ],
  [
    { value: 5, times: 2, source: 'A1' },
    { value: { 'pipl-only': 5, 'pdpo-only': 5, dual: 5 }, times: 2, source: 'A1' },
  ],
  [{ dual: 1 }, { dual: 1 }],
])('byPosture gives %j a value of its own for each posture', (value, expected) => {
  expect(byPosture(value, postures)).toEqual(expected);
});

test.each<[Value, Value]>([
  [5, { by: 'year', values: [5, 5] }],
  [
    { dual: 5, 'pipl-only': { by: 'year', values: [1, 2] } },
    { dual: 5, 'pipl-only': { by: 'year', values: [1, 2] } },
  ],
  [
    { dual: 5, 'pipl-only': 6 },
    { dual: { by: 'year', values: [5, 5] }, 'pipl-only': { by: 'year', values: [6, 6] } },
  ],
  [
    { dist: 'uniform', min: 1, max: 2, source: 'A1' },
    {
      value: {
        by: 'year',
        values: [
          { dist: 'uniform', min: 1, max: 2 },
          { dist: 'uniform', min: 1, max: 2 },
        ],
      },
      source: 'A1',
    },
  ],
])('byYear gives %j a value of its own for each year', (value, expected) => {
  expect(byYear(value, 2)).toEqual(expected);
});

test('variesBy knows the axes of a value', () => {
  const value: Value = { value: { dual: { by: 'year', values: [1, 2] } } };
  expect([variesBy(value, 'posture'), variesBy(value, 'year')]).toEqual([true, true]);
  expect([variesBy(5, 'posture'), variesBy(5, 'year')]).toEqual([false, false]);
});

const number = fc.double({ min: 1, max: 1e6, noNaN: true });
const quantity = fc.oneof(
  number,
  fc.tuple(number, number).map(([min, width]) => ({ dist: 'uniform', min, max: min + width })),
);
const value = fc.oneof(
  quantity,
  fc.record({ value: quantity, times: fc.constant({ dist: 'uniform', min: 0.5, max: 1.5 }) }),
  fc.record({ value: quantity, source: fc.constant('A1') }),
) as fc.Arbitrary<Value>;

describe('a value that is the same for each posture and year', () => {
  const tco = (given: Value) => {
    const { columns } = runSmall({
      inputs: { yearly: { unit: 'HKD/year', default: 0, by: ['posture', 'year'] } },
      lines: { all: { formula: 'yearly', kind: 'running' } },
      scenario: { inputs: { yearly: given } },
      run: { trials: 256 },
    });
    return postures.map((posture) => outputOf(columns, 'tco', posture));
  };

  test('is one that a file may have', () => {
    fc.assert(
      fc.property(value, (given) => {
        for (const spread of [byPosture(given, postures), byYear(byPosture(given, postures), 2)])
          expect(v.safeParse(valueSchema, spread).issues).toBeUndefined();
      }),
    );
  });

  test('gives the same run as one value for all postures', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(tco(byPosture(given, postures))).toEqual(tco(given));
      }),
      { numRuns: 25 },
    );
  });

  test('gives the same run as one number for all years', () => {
    fc.assert(
      fc.property(number, (given) => {
        expect(tco(byYear(given, 2))).toEqual(tco(given));
        expect(leavesOf(byYear(given, 2))).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });
});
