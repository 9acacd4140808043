import { interpolated, ranksOf, selectQuantiles, selectRank } from './quantile-select.ts';
import { sortedCopy } from './sorted-copy.ts';

/** The values of a column in rising order, as far as they are asked for. */
export interface OrderStatistics {
  /** Quantiles at rising probabilities, as `selectQuantiles` gives them. */
  quantiles(probabilities: readonly number[]): number[];
  /** The value at a rank, from 0. */
  at(rank: number): number;
}

/** Finds the values at some ranks (rising, from 0) of values[from] to values[to - 1]; null where it cannot. */
export type RankSelector = (
  values: Float64Array,
  from: number,
  to: number,
  ranks: readonly number[],
) => ArrayLike<number> | null;

let selector: RankSelector | null = null;

/** Has a faster selector do what it can from now on, in this thread; null for none. */
export function useRankSelector(faster: RankSelector | null): void {
  selector = faster;
}

/** Below so many values, sorting is as fast. */
const worthSelecting = 400;

/** Up to so many values, one sorting costs less than selecting twice. */
const smallEnoughToSort = 32_768;

/** Order statistics of values[from] to values[to - 1]; the same bits whichever way they are found. */
export function orderStatistics(
  values: Float64Array,
  from = 0,
  to = values.length,
): OrderStatistics {
  const faster = selector;
  if (faster !== null && to - from >= worthSelecting) {
    const plain = () => plainOrderStatistics(values, from, to);
    return {
      at: (rank) => faster(values, from, to, [rank])?.[0] ?? plain().at(rank),
      quantiles: (probabilities) => {
        const { positions, ranks } = ranksOf(probabilities, to - from);
        const found = faster(values, from, to, ranks);
        if (found === null) return plain().quantiles(probabilities);
        const valueAt = new Map(ranks.map((rank, index) => [rank, found[index] ?? NaN]));
        return interpolated(positions, (rank) => valueAt.get(rank) ?? NaN);
      },
    };
  }
  return plainOrderStatistics(values, from, to);
}

function plainOrderStatistics(values: Float64Array, from: number, to: number): OrderStatistics {
  if (to - from > smallEnoughToSort) {
    return {
      quantiles: (probabilities) => selectQuantiles(values, probabilities, from, to),
      at: (rank) => selectRank(values, rank, from, to),
    };
  }
  const sorted = sortedCopy(values, from, to);
  const last = sorted.length - 1;
  return {
    at: (rank) => sorted[rank] ?? NaN,
    quantiles: (probabilities) =>
      interpolated(
        probabilities.map((p) => p * last),
        (rank) => sorted[rank] ?? NaN,
      ),
  };
}
