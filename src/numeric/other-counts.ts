import { exp, log, logOnePlus } from './elementary.ts';

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

/**
 * The smallest k with P(N <= k) >= u for a negative binomial count: a Poisson count whose rate is
 * gamma distributed; variance = mean + mean^2 / size. NaN for parameters that make no sense.
 */
export function negativeBinomialCount(u: number, mean: number, size: number): number {
  if (!(mean >= 0 && size > 0)) return NaN;
  if (mean === 0) return 0;
  const q = mean / (mean + size);
  let probability = exp(size * (size > mean ? logOnePlus(-q) : log(size / (mean + size))));
  let cumulative = probability;
  let k = 0;
  while (u > cumulative && k < 100_000) {
    k++;
    probability *= ((k - 1 + size) * q) / k;
    if (probability === 0 && k > mean) break;
    cumulative += probability;
  }
  return k;
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
