import { exp, log, logOnePlus } from '../elementary.ts';
import { logGamma } from '../log-gamma.ts';
import type { Distribution } from './distribution.ts';

/** Values in rising order with their probabilities and the probability of each or less. */
export interface DiscreteDistribution extends Distribution {
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

/** Any values with any weights; equal values are joined. */
export function discreteDistribution(
  values: readonly number[],
  weights?: readonly number[],
): DiscreteDistribution {
  const pairs = values.map(
    (value, index) => [value, weights?.[index] ?? (weights === undefined ? 1 : 0)] as const,
  );
  pairs.sort(([a], [b]) => a - b);
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  const joined: [number, number][] = [];
  for (const [value, weight] of pairs) {
    const last = joined.at(-1);
    if (last !== undefined && last[0] === value) last[1] += weight;
    else if (weight > 0) joined.push([value, weight]);
  }
  return fromProbabilities(
    joined.map(([value]) => value),
    joined.map(([, weight]) => weight / total),
  );
}

/** Whether a distribution is a list of values with their probabilities. */
export function isDiscrete(distribution: Distribution): distribution is DiscreteDistribution {
  return distribution.kind === 'discrete' && 'cumulative' in distribution;
}

/** A mixture of discrete distributions is one itself; the weights add up to 1. */
export function discreteMixture(
  components: readonly DiscreteDistribution[],
  weights: readonly number[],
): DiscreteDistribution {
  const values: number[] = [];
  const shares: number[] = [];
  for (const [index, { values: own, cumulative }] of components.entries()) {
    for (const [at, value] of own.entries()) {
      values.push(value);
      shares.push((weights[index] ?? 0) * ((cumulative[at] ?? 0) - (cumulative[at - 1] ?? 0)));
    }
  }
  return discreteDistribution(values, shares);
}

/** Poisson distribution. */
export function poissonDistribution(rate: number): DiscreteDistribution {
  if (rate === 0) return fromProbabilities([0], [1]);
  const mode = Math.floor(rate);
  const atMode = exp(mode * log(rate) - rate - logGamma(mode + 1));
  return unfoldFromMode(mode, atMode, (k) => rate / k, Infinity, rate, rate);
}

/** Binomial distribution: successes in n tries. */
export function binomialDistribution(n: number, p: number): DiscreteDistribution {
  if (p === 0 || n === 0) return fromProbabilities([0], [1]);
  if (p === 1) return fromProbabilities([n], [1]);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const atMode = exp(
    logGamma(n + 1) -
      logGamma(mode + 1) -
      logGamma(n - mode + 1) +
      mode * log(p) +
      (n - mode) * logOnePlus(-p),
  );
  return unfoldFromMode(
    mode,
    atMode,
    (k) => ((n - k + 1) * p) / (k * (1 - p)),
    n,
    n * p,
    n * p * (1 - p),
  );
}

/** Negative binomial distribution by its mean and size: variance = mean + mean^2 / size. */
export function negativeBinomialDistribution(mean: number, size: number): DiscreteDistribution {
  if (mean === 0) return fromProbabilities([0], [1]);
  const q = mean / (mean + size);
  // Of Gamma functions of large sizes nothing is left but their rounding: the probabilities are told
  // by their ratios alone, as their sum is known.
  const isLarge = size > 1e6;
  const mode = isLarge
    ? Math.floor(mean - mean / size)
    : size > 1
      ? Math.floor(((size - 1) * q) / (1 - q))
      : 0;
  const atMode = isLarge
    ? 1
    : exp(
        logGamma(mode + size) -
          logGamma(size) -
          logGamma(mode + 1) +
          size * logOnePlus(-q) +
          mode * log(q),
      );
  return unfoldFromMode(
    mode,
    atMode,
    (k) => ((k - 1 + size) * q) / k,
    Infinity,
    mean,
    mean + (mean * mean) / size,
  );
}

/** Probabilities outwards from the most likely value, by the ratio of each to the one before, until they vanish. */
function unfoldFromMode(
  mode: number,
  atMode: number,
  ratio: (k: number) => number,
  last: number,
  mean: number,
  variance: number,
): DiscreteDistribution {
  const negligible = 1e-19;
  const below: number[] = [];
  for (let k = mode, p = atMode; k > 0; k--) {
    p /= ratio(k);
    if (p < negligible) break;
    below.push(p);
  }
  const above: number[] = [];
  for (let k = mode + 1, p = atMode; k <= last; k++) {
    p *= ratio(k);
    if (p < negligible) break;
    above.push(p);
  }
  const unnormalised = [...below.toReversed(), atMode, ...above];
  // For large parameters log Gamma loses digits, and `atMode` with it; the sum gives them back.
  const total = unnormalised.reduce((sum, probability) => sum + probability, 0);
  const probabilities = unnormalised.map((probability) => probability / total);
  const first = mode - below.length;
  const plain = fromProbabilities(
    probabilities.map((_, index) => first + index),
    probabilities,
  );
  return { ...plain, mean, variance };
}

function fromProbabilities(
  values: readonly number[],
  probabilities: readonly number[],
): DiscreteDistribution {
  const cumulative = new Float64Array(values.length);
  let sum = 0;
  for (const [index, probability] of probabilities.entries()) {
    sum += probability;
    cumulative[index] = sum;
  }
  cumulative[values.length - 1] = 1;
  const column = Float64Array.from(values);
  const rawMoment = (k: number) =>
    probabilities.reduce((total, probability, index) => {
      let power = 1;
      for (let i = 0; i < k; i++) power *= values[index] ?? 0;
      return total + probability * power;
    }, 0);
  const mean = rawMoment(1);
  const quantile = (p: number, upper = false) =>
    column[firstAtLeast(cumulative, upper ? 1 - p : p)] ?? NaN;
  return {
    kind: 'discrete',
    quantile,
    slope: () => 0,
    cdf: (x) => {
      const index = firstAtLeast(column, x);
      const found = column[index] ?? NaN;
      return (found <= x ? cumulative[index] : cumulative[index - 1]) ?? 0;
    },
    mean,
    variance: probabilities.reduce((total, probability, index) => {
      const deviation = (values[index] ?? 0) - mean;
      return total + probability * deviation * deviation;
    }, 0),
    rawMoment,
    min: values[0] ?? NaN,
    max: values.at(-1) ?? NaN,
    values: column,
    cumulative,
  };
}

/** The first index whose entry is at least p, in a rising array. */
export function firstAtLeast(cumulative: Float64Array, p: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] as number) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}
