import { exp, log } from './elementary.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';

/** Up to this rate the count is found by adding up probabilities from zero. */
const largestSequentialRate = 32;

const largestExactRate = 1_000_000;

/** 1 / k for small k: multiplying is faster than dividing, and the same on every engine. */
const reciprocals = Float64Array.from({ length: 256 }, (_, k) => (k === 0 ? 0 : 1 / k));

/** The smallest k with P(N <= k) >= u for a Poisson count N; exact up to a rate of 1,000,000; NaN for a rate below 0. Rises with u and with the rate. */
export function poissonCount(u: number, rate: number): number {
  if (!(rate >= 0)) return NaN;
  return rate <= largestSequentialRate
    ? sequentialCount(u, rate, exp(-rate))
    : distantCount(u, rate);
}

function sequentialCount(u: number, rate: number, none: number): number {
  let probability = none;
  let cumulative = none;
  let k = 0;
  while (u > cumulative && k < 255) {
    k++;
    probability *= rate * (reciprocals[k] as number);
    cumulative += probability;
  }
  return k;
}

/** From the normal approximation with its skew, corrected to the exact count up to a rate of a million. */
function distantCount(u: number, rate: number): number {
  const z = normalQuantile(u);
  let k = Math.max(0, Math.floor(rate + Math.sqrt(rate) * z + (z * z - 1) / 6));
  // Beyond, the approximation is right but for a count now and then, and a correction takes too long.
  if (rate > largestExactRate) return k;
  let cumulative = incompleteGamma(k + 1, rate).upper;
  let probability = exp(k * log(rate) - rate - logGamma(k + 1));
  while (cumulative >= u && k > 0) {
    cumulative -= probability;
    if (cumulative < u) return k;
    probability *= k / rate;
    k--;
  }
  while (cumulative < u) {
    k++;
    probability *= rate / k;
    if (probability < 1e-30) break;
    cumulative += probability;
  }
  return k;
}

const perDraw = 1 / 4294967296;

/** Counts of a column of draws, each with its own rate. */
export function fillPoissonCounts(
  out: Float64Array,
  draws: Int32Array,
  rates: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const rate = rates[i] as number;
    const u = ((draws[i] as number) >>> 0) * perDraw + perDraw / 2;
    if (!(rate >= 0 && rate <= largestSequentialRate)) {
      out[i] = poissonCount(u, rate);
      continue;
    }
    // 1 - rate bounds e^-rate from below: most counts of rare events end here.
    if (u <= 1 - rate) {
      out[i] = 0;
      continue;
    }
    const none = exp(-rate);
    out[i] = u <= none ? 0 : sequentialCount(u, rate, none);
  }
}
