/** Amounts that differ by less than this share of the larger one differ by rounding alone. */
const smallestShare = 1e-9;

/**
 * Whether two amounts are the same but for rounding: sums of the same parts in another order differ
 * in their last digits, and no choice may turn on those.
 */
export function sameAmount(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= smallestShare * Math.max(Math.abs(a), Math.abs(b));
}

/** The index of the least of some amounts: the first of those that are the same. */
export function indexOfLeast(amounts: readonly number[]): number {
  const least = Math.min(...amounts);
  return amounts.findIndex((amount) => sameAmount(amount, least));
}
