import { exp, log, logOnePlus } from './elementary.ts';
import { logGamma } from './log-gamma.ts';

/** log B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The regularised incomplete beta function I_x(a, b), for 0 <= x <= 1: Lentz's continued fraction (DLMF 8.17.22). */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  logBetaOfBoth: number = logBeta(a, b),
): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = exp(a * log(x) + b * logOnePlus(-x) - logBetaOfBoth);
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(a, b, x)) / a
    : 1 - (front * fraction(b, a, 1 - x)) / b;
}

function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (d === 0) d = tiny;
  d = 1 / d;
  let result = d;
  for (let m = 1; m < 5000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (d === 0) d = tiny;
    c = 1 + even / c;
    if (c === 0) c = tiny;
    d = 1 / d;
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (d === 0) d = tiny;
    c = 1 + odd / c;
    if (c === 0) c = tiny;
    d = 1 / d;
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}
