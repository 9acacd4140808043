import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { indexOfLeast } from '../numeric/same-amount.ts';
import { differenceOf } from './compare.ts';
import { eachReplicate, errorOfMean } from './replicates.ts';
import type { Replication } from './replicates.ts';

/** A figure of a run with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

const mostFolds = 4;

/** What several alternatives cost in the same futures, and which of them is chosen as things stand. */
export interface ChoiceSample {
  readonly costs: readonly Float64Array[];
  readonly trials: number;
  readonly replication: Replication;
  /** The alternative that costs least on average: what is chosen without further knowledge. */
  readonly best: number;
  /** What each other alternative costs more than the best, in the same future. */
  readonly others: readonly { readonly index: number; readonly excess: Float64Array }[];
  /**
   * Replicates by fold. What is learned from the other folds is tried on a fold, so that a choice
   * never profits from the very futures that suggested it.
   */
  readonly folds: readonly (readonly number[])[];
}

/**
 * `costs` by alternative, replicate after replicate; all are about the same futures. `best` is what
 * costs least on average, by these futures unless others have told.
 */
export function choiceSample(
  costs: readonly Float64Array[],
  replication: Replication,
  best = cheapest(costs),
): ChoiceSample {
  const least = costs[best] ?? new Float64Array(0);
  const replicates = replication.offsets.length - 1;
  const folds = Math.min(mostFolds, replicates);
  return {
    costs,
    trials: least.length,
    replication,
    best,
    others: costs.flatMap((cost, index) =>
      index === best ? [] : [{ index, excess: differenceOf(cost, least) }],
    ),
    folds: Array.from({ length: folds }, (_, fold) =>
      Array.from({ length: replicates }, (__, replicate) => replicate).filter(
        (replicate) => replicate % folds === fold,
      ),
    ),
  };
}

function cheapest(costs: readonly Float64Array[]): number {
  return indexOfLeast(costs.map((each) => momentsOf(each).mean));
}

/** The mean of a column with its standard error. */
export function meanOf(column: Float64Array, replication: Replication): Estimate {
  const moments = momentsOf(column);
  const means = eachReplicate(replication, (from, to) => momentsOf(column, from, to).mean);
  const sd = Math.sqrt(sampleVariance(moments));
  return { value: moments.mean, error: errorOfMean(replication, means, sd, column.length) };
}
