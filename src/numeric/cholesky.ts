import { sine } from './elementary.ts';

/** The correlation of normal scores whose ranks are correlated by r: 2 sin(pi r / 6) (Pearson 1907). */
export function spearmanToPearson(r: number): number {
  return 2 * sine((Math.PI * r) / 6);
}

/** The rank correlation of normal scores whose correlation is rho: the inverse of 2 sin(pi r / 6). */
export function pearsonToSpearman(rho: number): number {
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (spearmanToPearson(middle) < rho) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export type CholeskyResult =
  | { readonly factor: readonly (readonly number[])[] }
  /** Indices of a set of rows that cannot hold together: not positive semidefinite. */
  | { readonly failed: readonly number[] };

const tolerance = 1e-10;

/**
 * The lower-triangular L with L L' = matrix, for a symmetric matrix with unit diagonal. A matrix
 * that is only semidefinite is factored too. Where it is not even that, the rows at fault are
 * named: as few as dropping one after another can leave.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): CholeskyResult {
  const factor = factorise(matrix);
  if (typeof factor !== 'number') return { factor };
  let rows = Array.from({ length: factor + 1 }, (_, index) => index);
  for (const row of Array.from({ length: factor + 1 }, (_, index) => index)) {
    const fewer = rows.filter((other) => other !== row);
    if (typeof factorise(minor(matrix, fewer)) === 'number') rows = fewer;
  }
  return { failed: rows };
}

function minor(
  matrix: readonly (readonly number[])[],
  rows: readonly number[],
): readonly (readonly number[])[] {
  return rows.map((i) => rows.map((j) => matrix[i]?.[j] ?? 0));
}

/** The factor, or the first row at which it fails. */
function factorise(
  matrix: readonly (readonly number[])[],
): readonly (readonly number[])[] | number {
  const factor: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (factor[j] ?? []);
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      if (j === i) {
        if (rest < -tolerance) return i;
        own.push(Math.sqrt(Math.max(0, rest)));
      } else {
        const pivot = other[j] ?? 0;
        if (pivot <= 1e-8) {
          // A row that repeats earlier ones: what is left of it must vanish.
          if (Math.abs(rest) > 1e-6) return i;
          own.push(0);
        } else own.push(rest / pivot);
      }
    }
    factor.push(own);
  }
  return factor;
}
