import { exp, log } from './elementary.ts';

const inverseRootTwoPi = 0.3989422804014327;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return inverseRootTwoPi * exp(-0.5 * z * z);
}

/** P(Z <= z), exact to the last digits in both tails: a series near 0, a continued fraction beyond 3. */
export function normalCdf(z: number): number {
  if (z !== z) return NaN;
  if (z > 3) return 1 - normalCdf(-z);
  if (z < -3) return z < -39 ? 0 : normalDensity(z) * millsRatio(-z);
  let term = z;
  let sum = z;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

/** (1 - Phi(x)) / phi(x) for x >= 3, from Laplace's continued fraction, evaluated from its far end. */
function millsRatio(x: number): number {
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / fraction;
  return 1 / fraction;
}

/** The z with P(Z <= z) = p, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  return q < 0 ? -upperTail(p) : upperTail(1 - p);
}

/** The z that is exceeded with probability `tail`, exact for the smallest tails. */
export function normalQuantileOfTail(tail: number): number {
  return tail >= 0.075 ? -normalQuantile(tail) : upperTail(tail);
}

/** Wichura, Algorithm AS 241 (Applied Statistics 37, 1988), PPND16: |q| <= 0.425. */
function central(q: number): number {
  const r = 0.180625 - q * q;
  const numerator =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r +
      13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608;
  const denominator =
    ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r +
      5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1;
  return (q * numerator) / denominator;
}

/** The same algorithm in its two tail regions. */
function upperTail(tail: number): number {
  let r = Math.sqrt(-log(tail));
  if (r <= 5) {
    r -= 1.6;
    const numerator =
      ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
        1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r +
      1.42343711074968357734;
    const denominator =
      ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
        0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1;
    return numerator / denominator;
  }
  r -= 5;
  const numerator =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r +
    6.6579046435011037772;
  const denominator =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1;
  return numerator / denominator;
}
