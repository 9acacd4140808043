import { distributionProbabilities } from '../schema/distribution-probabilities.ts';

/**
 * The share of futures above an amount, read off a distribution's quantiles by straight lines
 * between them. `quantiles` stand at `distributionProbabilities`.
 */
export function chanceAbove(quantiles: readonly number[], amount: number): number {
  const above = quantiles.findIndex((quantile) => quantile > amount);
  if (above < 0) return 0;
  if (above === 0) return 1;
  const [low = amount, high = amount] = [quantiles[above - 1], quantiles[above]];
  const [from = 0, to = 1] = [
    distributionProbabilities[above - 1],
    distributionProbabilities[above],
  ];
  const share = high === low ? 1 : (amount - low) / (high - low);
  return 1 - (from + share * (to - from));
}
