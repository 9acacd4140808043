import { expect, it } from 'vitest';
import { netDimensions, searchedCandidate } from '../../src/numeric/searched-directions.ts';
import { plainDirections } from '../../src/numeric/sobol.ts';

/** Digit `digit` of the first 2^m points as the set of index bits that it is the parity of. */
const digits = (directions: Int32Array, m: number): number[] =>
  Array.from({ length: m }, (_, digit) => {
    let bits = 0;
    for (let k = 0; k < m; k++) bits |= ((directions[k]! >>> (31 - digit)) & 1) << k;
    return bits;
  });

/** The fewest leading digits of two dimensions, counted together, of which some add up to nothing. */
function dependentDigits(a: readonly number[], b: readonly number[], most: number): number {
  for (let count = 2; count <= most; count++) {
    for (let fromA = 1; fromA < count; fromA++) {
      const rows = [...a.slice(0, fromA), ...b.slice(0, count - fromA)];
      const basis: number[] = [];
      for (const row of rows) {
        const rest = basis.reduce((left, each) => Math.min(left, left ^ each), row);
        if (rest === 0) return count;
        basis.push(rest);
      }
    }
  }
  return most + 1;
}

/**
 * Where s leading digits of two dimensions depend on each other, scrambled points correlate by
 * about 6 / sqrt(8)^s in each replicate, by a quarter of that in all sixteen.
 */
it.each([
  [8, 3],
  [9, 4],
  [10, 4],
  [11, 5],
  [12, 5],
  [13, 6],
  [14, 6],
])(
  'among 2^%i points at least %i leading digits of any two net dimensions are free',
  (m, least) => {
    const rows = Array.from({ length: netDimensions }, (_, dimension) => dimension).map(
      (dimension) => digits(plainDirections(dimension, searchedCandidate(dimension)), m),
    );
    for (const [index, a] of rows.entries())
      for (const b of rows.slice(0, index))
        expect(dependentDigits(a, b, least - 1)).toBeGreaterThanOrEqual(least);
  },
);
