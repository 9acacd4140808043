import { exp, log, logOnePlus } from './elementary.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { poissonCount } from './poisson-count.ts';

const perDraw = 1 / 4294967296;

/** 1 with probability p, for large u; NaN for a p that is no probability. */
export function bernoulliCount(u: number, p: number): number {
  return p >= 0 && p <= 1 ? (u > 1 - p ? 1 : 0) : NaN;
}

/** Whether an event happens, for a column of draws, each with its own probability. */
export function fillBernoulliCounts(
  out: Float64Array,
  draws: Int32Array,
  chances: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    out[i] = bernoulliCount(
      ((draws[i] as number) >>> 0) * perDraw + perDraw / 2,
      chances[i] as number,
    );
  }
}

/** Up to this mean the count is found by adding up probabilities from zero. */
const largestSequentialMean = 64;
const longestSequence = 1000;

/**
 * The smallest k with P(N <= k) >= u for a negative binomial count: a Poisson count whose rate is
 * gamma distributed; variance = mean + mean^2 / size. NaN for parameters that make no sense.
 */
export function negativeBinomialCount(u: number, mean: number, size: number): number {
  if (!(mean >= 0 && size > 0)) return NaN;
  if (mean === 0) return 0;
  // A Poisson count to all digits that a draw has.
  if (size > 1e12 * mean && size > 1e12) return poissonCount(u, mean);
  const q = mean / (mean + size);
  let probability =
    mean > largestSequentialMean
      ? 0
      : exp(size * (size > mean ? logOnePlus(-q) : log(size / (mean + size))));
  let cumulative = probability;
  let k = 0;
  while (u > cumulative && probability > 0 && k < longestSequence) {
    k++;
    probability *= ((k - 1 + size) * q) / k;
    cumulative += probability;
  }
  return u <= cumulative ? k : searchedCount(u, mean, size);
}

/** By halving a bracket, with P(N <= k) = I_p(size, k + 1), p = size / (mean + size) (DLMF 8.17.24). */
function searchedCount(u: number, mean: number, size: number): number {
  const p = size / (mean + size);
  const reached = (k: number) => incompleteBeta(size, k + 1, p) >= u;
  const step = Math.max(1, Math.floor(Math.sqrt(mean + (mean * mean) / size)));
  let high = Math.floor(mean) + step;
  let low = -1;
  for (let grown = step; !reached(high) && high < 1e15; grown *= 2) {
    low = high;
    high += grown;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Negative binomial counts of a column of draws, each with its own mean and size. */
export function fillNegativeBinomialCounts(
  out: Float64Array,
  draws: Int32Array,
  means: Float64Array,
  sizes: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const u = ((draws[i] as number) >>> 0) * perDraw + perDraw / 2;
    out[i] = negativeBinomialCount(u, means[i] as number, sizes[i] as number);
  }
}
