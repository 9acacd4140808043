import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choleskyFactor, spearmanToPearson } from '../../src/numeric/cholesky.ts';
import { possibleCorrelation } from '../../src/present/possible-correlation.ts';
import type { Correlation } from '../../src/schema/apply-changes.ts';

/** Whether numbers can be correlated so, as a run finds out. */
function canBe(pairs: readonly Correlation[], names: readonly string[]): boolean {
  const of = (a: string, b: string) =>
    pairs.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 0;
  const matrix = names.map((a) => names.map((b) => (a === b ? 1 : spearmanToPearson(of(a, b)))));
  return 'factor' in choleskyFactor(matrix);
}

describe('possibleCorrelation', () => {
  test('is anything for two inputs that stand in no other pair', () => {
    expect(possibleCorrelation([], 'a', 'b')).toEqual([-1, 1]);
    expect(possibleCorrelation([['c', 'd', 0.9]], 'a', 'b')).toEqual([-1, 1]);
  });

  test('does not count the pair itself', () => {
    expect(possibleCorrelation([['b', 'a', 0.4]], 'a', 'b')).toEqual([-1, 1]);
  });

  test('keeps what moves with a third input from moving against it', () => {
    // Pearson 0.8135 twice: 0.8135^2 - (1 - 0.8135^2) = 0.3236 at least, in ranks 0.31.
    const pairs: Correlation[] = [
      ['a', 'c', 0.8],
      ['b', 'c', 0.8],
    ];
    expect(possibleCorrelation(pairs, 'a', 'b')).toEqual([0.32, 1]);
  });

  test('is nothing where the other pairs contradict each other', () => {
    const pairs: Correlation[] = [
      ['c', 'd', 1],
      ['d', 'e', 1],
      ['c', 'e', -1],
    ];
    expect(possibleCorrelation(pairs, 'a', 'c')).toBeNull();
  });

  test('is exactly what a run takes', () => {
    const rank = fc.integer({ min: -99, max: 99 }).map((each) => each / 100);
    fc.assert(
      fc.property(fc.array(rank, { minLength: 5, maxLength: 5 }), ([ac, ad, bc, bd, cd]) => {
        const pairs: Correlation[] = [
          ['a', 'c', ac ?? 0],
          ['a', 'd', ad ?? 0],
          ['b', 'c', bc ?? 0],
          ['b', 'd', bd ?? 0],
          ['c', 'd', cd ?? 0],
        ];
        const names = ['a', 'b', 'c', 'd'];
        const possible = possibleCorrelation(pairs, 'a', 'b');
        const at = (value: number) => canBe([...pairs, ['a', 'b', value]], names);
        const grid = Array.from({ length: 41 }, (_, index) => (index - 20) / 20);
        if (possible === null) {
          expect(grid.some(at)).toBe(false);
          return;
        }
        const [lowest, highest] = possible;
        if (lowest <= highest) {
          expect(at(lowest)).toBe(true);
          expect(at(highest)).toBe(true);
        }
        for (const value of grid)
          if (value < lowest - 0.011 || value > highest + 0.011) expect(at(value)).toBe(false);
      }),
    );
  });
});
