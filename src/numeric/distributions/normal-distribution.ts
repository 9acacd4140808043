import { normalCdf, normalDensity, normalQuantileOfTail } from '../normal.ts';
import type { Distribution } from './distribution.ts';

/** Normal distribution. */
export function normalDistribution(mean: number, sd: number): Distribution {
  const z = (p: number, upper: boolean) =>
    upper ? normalQuantileOfTail(p) : -normalQuantileOfTail(p);
  const variance = sd * sd;
  return {
    kind: 'continuous',
    quantile: (p, upper = false) => mean + sd * z(p, upper),
    slope: (p, upper = false) => sd / normalDensity(z(p, upper)),
    cdf: (x) => normalCdf((x - mean) / sd),
    mean,
    variance,
    rawMoment: (k) =>
      [
        1,
        mean,
        mean * mean + variance,
        mean * (mean * mean + 3 * variance),
        mean * mean * (mean * mean + 6 * variance) + 3 * variance * variance,
      ][k] ?? NaN,
    min: -Infinity,
    max: Infinity,
  };
}

/** Normal distribution cut off below `min` and above `max`; either may be infinite. */
export function truncatedNormalDistribution(
  mean: number,
  sd: number,
  min: number,
  max: number,
): Distribution {
  const a = (min - mean) / sd;
  const b = (max - mean) / sd;
  // Far to the right everything is mirrored, so that tails are differences of small numbers.
  const mirrored = a > 0;
  const [low, high] = mirrored ? [-b, -a] : [a, b];
  const below = low === -Infinity ? 0 : normalCdf(low);
  const above = high === Infinity ? 0 : normalCdf(-high);
  const upToHigh = normalCdf(high);
  const inside = high < 0 ? upToHigh - below : 1 - below - above;
  const scoreOf = (p: number, upper: boolean): number => {
    // All in the left tail: the upper tail is 1 less something too small for it.
    const asLower = !upper || high < 0;
    const tail = upper
      ? asLower
        ? upToHigh - p * inside
        : above + p * inside
      : below + p * inside;
    const score = tail < 0.5 ? -normalQuantileOfTail(tail) : normalQuantileOfTail(1 - tail);
    return Math.min(high, Math.max(low, asLower ? score : -score));
  };
  const score = (p: number, upper: boolean) => (mirrored ? -scoreOf(p, !upper) : scoreOf(p, upper));
  const density = (x: number) => (Math.abs(x) === Infinity ? 0 : normalDensity(x));
  const times = (x: number, k: number) =>
    Math.abs(x) === Infinity
      ? 0
      : density(x) * (k === 0 ? 1 : k === 1 ? x : k === 2 ? x * x : x * x * x);
  // Moments of the score by the usual recurrence E[Z^k] = (k-1) E[Z^(k-2)] - (b^(k-1) phi(b) - a^(k-1) phi(a)) / inside.
  const moments = [1, -(times(b, 0) - times(a, 0)) / inside];
  for (let k = 2; k <= 4; k++)
    moments.push((k - 1) * (moments[k - 2] ?? 0) - (times(b, k - 1) - times(a, k - 1)) / inside);
  const m = (k: number) => moments[k] ?? NaN;
  const rawMoment = (k: number): number => {
    if (k === 1) return mean + sd * m(1);
    if (k === 2) return mean * mean + 2 * mean * sd * m(1) + sd * sd * m(2);
    if (k === 3)
      return (
        mean * mean * mean +
        3 * mean * mean * sd * m(1) +
        3 * mean * sd * sd * m(2) +
        sd * sd * sd * m(3)
      );
    return k === 4
      ? mean * mean * mean * mean +
          4 * mean * mean * mean * sd * m(1) +
          6 * mean * mean * sd * sd * m(2) +
          4 * mean * sd * sd * sd * m(3) +
          sd * sd * sd * sd * m(4)
      : NaN;
  };
  return {
    kind: 'continuous',
    quantile: (p, upper = false) => Math.min(max, Math.max(min, mean + sd * score(p, upper))),
    slope: (p, upper = false) => (sd * inside) / normalDensity(score(p, upper)),
    cdf: (x) => {
      const t = (x - mean) / sd;
      if (t <= a) return 0;
      if (t >= b) return 1;
      return mirrored ? 1 - (normalCdf(-t) - below) / inside : (normalCdf(t) - below) / inside;
    },
    mean: rawMoment(1),
    variance: sd * sd * (m(2) - m(1) * m(1)),
    rawMoment,
    min,
    max,
  };
}
