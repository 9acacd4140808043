/** What is thought of a yearly rate: its mean, and its standard deviation as a share of the mean. */
export interface RateBelief {
  readonly mean: number;
  readonly cv: number;
}

/** For how many years of counting a belief stands: the rate of its gamma distribution. */
export function yearsBehind({ cv, mean }: RateBelief): number {
  return 1 / (cv * cv * mean);
}

/** A belief that stands for so many years of counting. */
export function beliefOfYears(mean: number, years: number): RateBelief {
  return { mean, cv: 1 / Math.sqrt(mean * years) };
}

/**
 * A yearly rate after so many events were counted in so many years: the conjugate update of a gamma
 * belief by Poisson counts. Its shape, 1 / cv^2, weighs as much as that many events seen before.
 * The new belief is a gamma distribution again.
 */
export function updateRate(belief: RateBelief, events: number, years: number): RateBelief {
  const shape = 1 / (belief.cv * belief.cv);
  const seenYears = yearsBehind(belief);
  const newShape = shape + events;
  return { mean: newShape / (seenYears + years), cv: 1 / Math.sqrt(newShape) };
}
