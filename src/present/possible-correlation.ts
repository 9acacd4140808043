import { choleskyFactor, pearsonToSpearman, spearmanToPearson } from '../numeric/cholesky.ts';
import type { Correlation } from '../schema/apply-changes.ts';

/** Rank correlations are offered with two digits. */
const digit = 0.01;

/**
 * Between which values the rank correlation of two inputs can lie, given all other pairs: what
 * moves with a third thing cannot move against it. null where the other pairs contradict each
 * other already. Both ends are rounded inwards to two digits.
 */
export function possibleCorrelation(
  correlations: readonly Correlation[],
  one: string,
  other: string,
): readonly [lowest: number, highest: number] | null {
  const rest = correlations.filter((pair) => !isPair(pair, one, other));
  const names = [...new Set(rest.flatMap(([a, b]) => [a, b]))].filter(
    (name) => name !== one && name !== other,
  );
  // Last rows of two factors that have all others in common: what is left of each after the others
  // can agree wholly or be wholly opposed.
  const [a, b] = [one, other].map((name) => lastRow(rest, [...names, name]));
  if (a === undefined || b === undefined || a === null || b === null) return null;
  const shared = names.reduce((sum, _, index) => sum + (a[index] ?? 0) * (b[index] ?? 0), 0);
  const own = (a.at(-1) ?? 0) * (b.at(-1) ?? 0);
  const inwards = (value: number, round: (value: number) => number) =>
    round(Number((pearsonToSpearman(value) / digit).toFixed(6))) * digit;
  return [
    Number(inwards(shared - own, Math.ceil).toFixed(2)),
    Number(inwards(shared + own, Math.floor).toFixed(2)),
  ];
}

export function isPair([a, b]: Correlation, one: string, other: string): boolean {
  return (a === one && b === other) || (a === other && b === one);
}

function lastRow(
  pairs: readonly Correlation[],
  names: readonly string[],
): readonly number[] | null {
  const matrix = names.map((row, i) =>
    names.map((column, j) =>
      i === j ? 1 : spearmanToPearson(pairs.find((pair) => isPair(pair, row, column))?.[2] ?? 0),
    ),
  );
  const result = choleskyFactor(matrix);
  return 'factor' in result ? (result.factor.at(-1) ?? null) : null;
}
