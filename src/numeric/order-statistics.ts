import { selectQuantiles, selectRank } from './quantile-select.ts';
import { sortedCopy } from './sorted-copy.ts';

/** The values of a column in rising order, as far as they are asked for. */
export interface OrderStatistics {
  /** Quantiles at rising probabilities, as `selectQuantiles` gives them. */
  quantiles(probabilities: readonly number[]): number[];
  /** The value at a rank, from 0. */
  at(rank: number): number;
}

/** Up to so many values, one sorting costs less than selecting twice. */
const smallEnoughToSort = 32_768;

/** Order statistics of values[from] to values[to - 1]; the same bits whichever way they are found. */
export function orderStatistics(
  values: Float64Array,
  from = 0,
  to = values.length,
): OrderStatistics {
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
      probabilities.map((p) => {
        const position = p * last;
        const below = Math.floor(position);
        const fraction = position - below;
        const low = sorted[below] ?? NaN;
        return fraction === 0 ? low : low + fraction * ((sorted[below + 1] ?? NaN) - low);
      }),
  };
}
