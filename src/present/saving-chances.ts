import { distributionProbabilities } from '../schema/distribution-probabilities.ts';
import type { Distribution, Saving } from '../schema/result.ts';

/** In which share of the futures a posture costs more than another, as much, and less. */
export interface SavingChances {
  readonly more: number;
  readonly same: number;
  readonly less: number;
}

/**
 * A saving's chances. Where postures are alike, many futures save nothing at all: they count neither
 * as more nor as less.
 */
export function savingChances(
  { probabilityPositive: less }: Saving,
  distribution: Distribution | undefined,
): SavingChances {
  const quantiles = distribution?.quantiles ?? [];
  const first = quantiles.indexOf(0);
  const last = quantiles.lastIndexOf(0);
  // One quantile at zero may be chance; where two are, all between them are zero too.
  if (first === last) return { more: 1 - less, same: 0, less };
  const more = Math.min(1 - less, shareBelowZero(distribution) ?? probabilityBefore(first));
  return { more, same: 1 - less - more, less };
}

/** Bins begin at whole multiples of their width, so that zero is always where two of them meet. */
function shareBelowZero(distribution: Distribution | undefined): number | null {
  if (distribution === undefined || distribution.bins.start > 0) return null;
  const { below, shares, start, width } = distribution.bins;
  const bins = Math.round(-start / width);
  return shares.slice(0, bins).reduce((sum, share) => sum + share, below);
}

function probabilityBefore(index: number): number {
  return distributionProbabilities[index - 1] ?? 0;
}
