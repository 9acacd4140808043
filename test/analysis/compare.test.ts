import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cheapestOf,
  differenceOf,
  mostLikely,
  leastOf,
  savingOf,
} from '../../src/analysis/compare.ts';

const all = (trials: number) => ({ sampling: 'sobol', offsets: [0, trials] }) as const;

describe('cheapestOf', () => {
  test('shares a tie equally', () => {
    const { probabilities } = cheapestOf(
      {
        a: Float64Array.of(1, 2, 3, 3),
        b: Float64Array.of(1, 1, 3, 4),
        c: Float64Array.of(2, 2, 3, 5),
      },
      all(4),
    );
    expect(probabilities['a']).toBeCloseTo((1 / 2 + 0 + 1 / 3 + 1) / 4, 12);
    expect(probabilities['b']).toBeCloseTo((1 / 2 + 1 + 1 / 3 + 0) / 4, 12);
    expect(probabilities['c']).toBeCloseTo(1 / 12, 12);
  });

  test('adds up to one, for any costs', () => {
    const costs = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(costs, (rows) => {
        const columns = Object.fromEntries(
          [0, 1, 2].map((posture) => [
            `p${posture}`,
            Float64Array.from(rows, (row) => row[posture] ?? 0),
          ]),
        );
        const { probabilities } = cheapestOf(columns, all(rows.length));
        expect(Object.values(probabilities).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('savingOf', () => {
  test('is taken in the same trial, and its worst 5 % are the smallest', () => {
    const other = Float64Array.from({ length: 20 }, (_, index) => index);
    const chosen = new Float64Array(20).fill(5);
    const saving = savingOf(differenceOf(other, chosen), all(20));
    expect(saving).toMatchObject({ mean: 4.5, min: -5, max: 14, cvar95: -5 });
    // A saving of nothing is none: 6 to 19 beat 5, which ties.
    expect(saving.probabilityPositive).toBe(14 / 20);
  });

  test('against the better of two is never more than against either', () => {
    const pair = fc.array(
      fc.tuple(
        fc.double({ noNaN: true, min: 0, max: 1e7 }),
        fc.double({ noNaN: true, min: 0, max: 1e7 }),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(pair, (rows) => {
        const a = Float64Array.from(rows, ([first]) => first);
        const b = Float64Array.from(rows, ([, second]) => second);
        const nothing = new Float64Array(rows.length);
        const best = savingOf(differenceOf(leastOf([a, b]), nothing), all(rows.length));
        expect(best.mean).toBeLessThanOrEqual(
          Math.min(
            savingOf(differenceOf(a, nothing), all(rows.length)).mean,
            savingOf(differenceOf(b, nothing), all(rows.length)).mean,
          ) + 1e-6,
        );
      }),
    );
  });
});

test('mostLikely names the posture that is cheapest most often, the first of several', () => {
  expect(mostLikely({ a: 0.2, b: 0.5, c: 0.3 })).toBe('b');
  expect(mostLikely({ a: 0.4, b: 0.4, c: 0.2 })).toBe('a');
  expect(mostLikely({})).toBe('');
});
