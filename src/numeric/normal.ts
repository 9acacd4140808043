import { exp, log, productError } from './elementary.ts';

const inverseRootTwoPi = 0.3989422804014327;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return inverseRootTwoPi * exp(-0.5 * z * z);
}

/** P(Z <= z), exact to 2e-14 of itself in both tails: a series near 0, a continued fraction beyond 2. */
export function normalCdf(z: number): number {
  if (z !== z) return NaN;
  if (z > 2) return 1 - normalCdf(-z);
  if (z < -2) return z < -39 ? 0 : tailBelow(z);
  let term = z;
  let sum = z;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

function tailBelow(z: number): number {
  // Far out, the rounding of the density's square would be worth hundreds of last places.
  const lost = productError(z, z, z * z);
  return normalDensity(z) * (1 - 0.5 * lost) * millsRatio(-z);
}

/**
 * (1 - Phi(x)) / phi(x) for x >= 2, from Laplace's continued fraction, evaluated from its far
 * end. What n terms leave out falls about as e^(-2 x sqrt(n)).
 */
function millsRatio(x: number): number {
  let fraction = x;
  for (let n = Math.ceil(10 + 400 / (x * x)); n > 0; n--) fraction = x + n / fraction;
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
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
      45921.95393154987) *
      r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const denominator =
    ((((((5226.495278852546 * r + 28729.085735721943) * r + 39307.89580009271) * r +
      21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * numerator) / denominator;
}

/** The same algorithm in its two tail regions. */
function upperTail(tail: number): number {
  let r = Math.sqrt(-log(tail));
  if (r <= 5) {
    r -= 1.6;
    const numerator =
      ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
        1.2704582524523684) *
        r +
        3.6478483247632045) *
        r +
        5.769497221460691) *
        r +
        4.630337846156546) *
        r +
      1.4234371107496835;
    const denominator =
      ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
        0.14810397642748008) *
        r +
        0.6897673349851) *
        r +
        1.6763848301838038) *
        r +
        2.053191626637759) *
        r +
      1;
    return numerator / denominator;
  }
  r -= 5;
  const numerator =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const denominator =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return numerator / denominator;
}
