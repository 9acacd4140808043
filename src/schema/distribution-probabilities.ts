/**
 * The probabilities of the quantiles of a distribution: every hundredth, and both tails finer, so
 * that a chance of 1 in 1000 can be read off.
 */
export const distributionProbabilities: readonly number[] = [
  0,
  0.001,
  0.002,
  0.005,
  ...Array.from({ length: 99 }, (_, index) => (index + 1) / 100),
  0.995,
  0.998,
  0.999,
  1,
];
