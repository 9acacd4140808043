/**
 * A probability distribution by its quantile function. Probabilities near 1 are given by their
 * upper tail, so that the smallest tails keep all their digits.
 */
export interface Distribution {
  readonly kind: 'continuous' | 'discrete';
  /** The value at cumulative probability p, 0 < p < 1; with `upper`, the value exceeded with probability p. */
  quantile(p: number, upper?: boolean): number;
  /** How fast the quantile rises with p, in size; Infinity or 0 where a discrete one jumps. */
  slope(p: number, upper?: boolean): number;
  /** P(X <= x). */
  cdf(x: number): number;
  readonly mean: number;
  readonly variance: number;
  /** E[X^k] for k = 1, 2, 3, 4; NaN where it is not known in closed form. */
  rawMoment(k: number): number;
  /** The support. */
  readonly min: number;
  readonly max: number;
}

/** A parameter that makes no sense, in plain words. */
export interface SpecProblem {
  readonly field: string;
  readonly message: string;
}
