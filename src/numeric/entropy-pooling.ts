import { exp, log } from './elementary.ts';

/** Something whose mean is to be a given value: one number for each trial. */
export interface MeanTarget {
  readonly values: Float64Array;
  readonly mean: number;
}

export interface Pooled {
  /** Weight of each trial; they add up to 1. */
  readonly weights: Float64Array;
  /**
   * How many equally weighted trials would give means as precise: 1 / sum of squares (Kish 1965).
   * Unlike the entropy of the weights, it falls at once where a single far trial carries a mean.
   */
  readonly effectiveTrials: number;
  /** What was added to what the trials say, in nats: 0 where they meet the targets as they are. */
  readonly relativeEntropy: number;
}

/** Indices of targets that no weights meet: alone, or together with the others where all are named. */
export interface Impossible {
  readonly impossible: readonly number[];
}

const mostSteps = 200;
const nearEnough = 1e-10;
/** A tilt this strong puts all weight on a few trials: the target is at the edge of what they can say. */
const strongest = 500;

/**
 * The weights nearest to equal ones, in relative entropy, under which means have given values
 * (Meucci, Fully Flexible Views, 2008): an exponential tilt, found by Newton's method on its
 * convex dual with steps halved until they help.
 */
export function poolEntropy(targets: readonly MeanTarget[]): Pooled | Impossible {
  const trials = targets[0]?.values.length ?? 0;
  const outside = targets.flatMap((target, index) => (isWithin(target) ? [] : [index]));
  if (outside.length > 0) return { impossible: outside };
  const features = targets.map(standardised);
  const count = features.length;
  let tilt = new Float64Array(count);
  let now = tilted(features, tilt, trials);
  for (let step = 0; step < mostSteps; step++) {
    const gradient = features.map((feature) => weightedMean(now.weights, feature));
    if (gradient.every((each) => Math.abs(each) < nearEnough)) break;
    const direction = solve(covariance(features, now.weights, gradient), gradient);
    const slope = direction.reduce((sum, each, k) => sum + each * (gradient[k] ?? 0), 0);
    if (!(slope > 0)) break;
    const better = improved(now.potential, slope, (size) => {
      const next = tilt.map((each, k) => each - size * (direction[k] ?? 0));
      return { next, ...tilted(features, next, trials) };
    });
    // Nothing but rounding is left.
    if (better === null) break;
    tilt = better.next;
    now = better;
    if (tilt.some((each) => Math.abs(each) > strongest)) break;
  }
  const missed = features.some((feature) => Math.abs(weightedMean(now.weights, feature)) > 1e-6);
  if (missed) return { impossible: targets.map((_, index) => index) };
  let entropy = 0;
  let squares = 0;
  for (const weight of now.weights) {
    squares += weight * weight;
    if (weight > 0) entropy -= weight * log(weight);
  }
  return {
    weights: now.weights,
    effectiveTrials: 1 / squares,
    relativeEntropy: Math.max(0, log(trials) - entropy),
  };
}

/** The first of ever smaller steps that lowers the potential as it should; null where none does. */
function improved<T extends { readonly potential: number }>(
  potential: number,
  slope: number,
  attempt: (size: number) => T,
): T | null {
  for (let size = 1; size > 1e-9; size /= 2) {
    const found = attempt(size);
    if (found.potential < potential - 1e-4 * size * slope) return found;
  }
  return null;
}

function isWithin({ mean, values }: MeanTarget): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return (mean > least && mean < most) || (least === most && mean === least);
}

/** Values less the target, in standard deviations, so that all targets count alike. */
function standardised({ mean, values }: MeanTarget): Float64Array {
  const centre = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - centre) * (each - centre), 0);
  const sd = Math.sqrt(squares / values.length);
  return values.map((each) => (each - mean) / (sd > 0 ? sd : 1));
}

function tilted(
  features: readonly Float64Array[],
  tilt: Float64Array,
  trials: number,
): { readonly weights: Float64Array; readonly potential: number } {
  const exponents = new Float64Array(trials);
  for (const [k, feature] of features.entries()) {
    const by = tilt[k] as number;
    for (let i = 0; i < trials; i++)
      exponents[i] = (exponents[i] as number) + by * (feature[i] as number);
  }
  const largest = exponents.reduce((most, each) => Math.max(most, each), -Infinity);
  const weights = exponents.map((each) => exp(each - largest));
  const sum = weights.reduce((total, each) => total + each, 0);
  for (let i = 0; i < trials; i++) weights[i] = (weights[i] as number) / sum;
  return { weights, potential: log(sum / trials) + largest };
}

function weightedMean(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (values[i] as number);
  return sum;
}

function covariance(
  features: readonly Float64Array[],
  weights: Float64Array,
  means: readonly number[],
): readonly (readonly number[])[] {
  return features.map((a, i) =>
    features.map((b, j) => {
      let sum = 0;
      for (let t = 0; t < weights.length; t++)
        sum += (weights[t] as number) * (a[t] as number) * (b[t] as number);
      const own = sum - (means[i] ?? 0) * (means[j] ?? 0);
      // A little more than it is, so that targets that say the same thing have an answer too.
      return i === j ? own + 1e-12 : own;
    }),
  );
}

/** Gauss with pivots, for a handful of unknowns. */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen;
    const lead = chosen[column] ?? 0;
    for (const [index, row] of rows.entries()) {
      if (index === column || lead === 0) continue;
      const factor = (row[column] ?? 0) / lead;
      for (let k = column; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (chosen[k] ?? 0);
    }
  }
  return rows.map((row, index) => {
    const lead = row[index] ?? 0;
    return lead === 0 ? 0 : (row[n] ?? 0) / lead;
  });
}
