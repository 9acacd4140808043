/** Which end of a quantity is bad: the largest values of a cost, the smallest of a saving. */
export type WorstEnd = 'largest' | 'smallest';

/** Rank from 0, in rising order, of the last value that belongs to the worst 5 % of n. */
export function tailRank(n: number, worst: WorstEnd): number {
  const whole = Math.min(n - 1, Math.floor(n / 20));
  return worst === 'largest' ? n - 1 - whole : whole;
}

/**
 * Conditional value at risk at 95 %: the mean of the worst 5 % of values[from] to values[to - 1].
 * The value at the boundary, given as `threshold`, counts with the weight that makes up exactly
 * 5 % (Rockafellar and Uryasev 2002, for distributions with atoms).
 */
export function tailMean(
  values: Float64Array,
  threshold: number,
  worst: WorstEnd,
  from = 0,
  to = values.length,
): number {
  const sign = worst === 'largest' ? 1 : -1;
  let excess = 0;
  for (let i = from; i < to; i++) {
    const beyond = sign * ((values[i] as number) - threshold);
    if (beyond > 0) excess += beyond;
  }
  return threshold + (sign * excess) / ((to - from) / 20);
}
