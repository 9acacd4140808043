import { orderStatistics } from './order-statistics.ts';

/** Values sorted into bins by size. */
export interface Bins {
  readonly count: number;
  /** The bin of each value, from 0. */
  readonly of: Uint8Array;
  /** The lowest values of all bins but the first, rising. */
  readonly cuts: Float64Array;
}

/**
 * Bins that hold about equally many values each, at most 256 of them. Equal values are never
 * parted, so that a count, or another quantity of few values, has a bin for each.
 */
export function quantileBins(values: Float64Array, most: number): Bins {
  const probabilities = Array.from({ length: most - 1 }, (_, index) => (index + 1) / most);
  const order = orderStatistics(values);
  const lowest = order.at(0);
  const quantiles = order.quantiles(probabilities);
  const cuts = Float64Array.from(
    quantiles.filter((cut, index) => cut > lowest && cut !== quantiles[index - 1]),
  );
  const of = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) of[i] = binOf(cuts, values[i] as number);
  return { count: cuts.length + 1, of, cuts };
}

/** How many cuts a value has reached. */
export function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= (cuts[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
