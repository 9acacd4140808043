import { exp, log, logOnePlus } from '../elementary.ts';
import type { Distribution } from './distribution.ts';

/**
 * Metalog distribution (Keelin, The Metalog Distributions, Decision Analysis 13, 2016) through 2
 * to 10 percentiles, on the whole line, above a minimum (log), below a maximum, or between both
 * (logit). The quantile function is a sum of coefficients times fixed functions of probability.
 */
export interface MetalogShape {
  readonly coefficients: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** The coefficients through the percentiles [probability, value]: as many equations as terms. */
export function fitMetalog(
  percentiles: readonly (readonly [number, number])[],
  min: number,
  max: number,
): MetalogShape {
  const terms = percentiles.length;
  const rows = percentiles.map(([p, value]) => [
    ...metalogBasis(p, 1 - p, terms),
    metalogLine(value, min, max),
  ]);
  return { coefficients: solve(rows), min, max };
}

/** Whether the quantile function rises everywhere: checked from tail to tail, at 2,000 points. */
export function isFeasibleMetalog({ coefficients }: MetalogShape): boolean {
  for (let i = 0; i <= 2000; i++) {
    // Evenly spaced in the logarithm of the odds, from 1e-10 to 1 - 1e-10.
    const odds = exp(-23 + (46 * i) / 2000);
    const p = odds / (1 + odds);
    if (!(slopeOnLine(coefficients, p, 1 / (1 + odds)) > 0)) return false;
  }
  return true;
}

/** Where a value lies on the whole line, before bounds bend it. */
export function metalogLine(x: number, min: number, max: number): number {
  if (min === -Infinity) return max === Infinity ? x : -log(max - x);
  return max === Infinity ? log(x - min) : log((x - min) / (max - x));
}

/**
 * g1 = 1, g2 = L, g3 = c L, g4 = c, then c^2, c^2 L, c^3, c^3 L and so on, with c = p - 1/2 and
 * L = log(p / (1 - p)); q is 1 - p.
 */
export function metalogBasis(p: number, q: number, terms: number): number[] {
  const logit = p < q ? log(p) - logOnePlus(-p) : logOnePlus(-q) - log(q);
  const c = p < q ? p - 0.5 : 0.5 - q;
  const basis = [1, logit, c * logit, c];
  for (let power = c * c; basis.length < terms; power *= c) basis.push(power, power * logit);
  return basis.slice(0, terms);
}

/** The sum of the coefficients times `metalogBasis`, term by term, without its list: mixtures ask for it by the million. */
function lineAt(a: readonly number[], p: number, q: number): number {
  const logit = p < q ? log(p) - logOnePlus(-p) : logOnePlus(-q) - log(q);
  const c = p < q ? p - 0.5 : 0.5 - q;
  let sum = (a[0] ?? 0) + logit * (a[1] ?? 0);
  if (a.length > 2) sum += c * logit * (a[2] ?? 0);
  if (a.length > 3) sum += c * (a[3] ?? 0);
  for (let k = 4, power = c * c; k < a.length; k += 2, power *= c) {
    sum += power * (a[k] ?? 0);
    if (k + 1 < a.length) sum += power * logit * (a[k + 1] ?? 0);
  }
  return sum;
}

function slopeOnLine(a: readonly number[], p: number, q: number): number {
  const logit = p < q ? log(p) - logOnePlus(-p) : logOnePlus(-q) - log(q);
  const c = p < q ? p - 0.5 : 0.5 - q;
  const odds = 1 / (p * q);
  let slope =
    (a[1] ?? 0) * odds + (a[2] ?? 0) * (c * odds + logit) + (a[3] ?? 0) + 2 * (a[4] ?? 0) * c;
  // Of c^k L and c^(k + 1), from k = 2 on.
  for (let k = 2, power = c; 2 * k + 1 < a.length; k++, power *= c) {
    slope += (a[2 * k + 1] ?? 0) * (power * c * odds + k * power * logit);
    slope += (a[2 * k + 2] ?? 0) * (k + 1) * power * c;
  }
  return slope;
}

/** Gaussian elimination with partial pivoting, of rows with the right-hand side last. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const own = rows[column] ?? [];
    for (let row = column + 1; row < n; row++) {
      const other = rows[row] ?? [];
      const factor = (other[column] ?? 0) / (own[column] ?? 1);
      for (let k = column; k <= n; k++) other[k] = (other[k] ?? 0) - factor * (own[k] ?? 0);
    }
  }
  const solution = Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    const own = rows[row] ?? [];
    let rest = own[n] ?? 0;
    for (let k = row + 1; k < n; k++) rest -= (own[k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (own[row] ?? 1);
  }
  return solution;
}

/** What the logit counts for in a far tail, where c is 1/2 or -1/2. */
function tailWeight(coefficients: readonly number[], c: number): number {
  const [, logit = 0, skew = 0] = coefficients;
  let weight = logit + skew * c;
  for (let k = 2, power = c * c; 2 * k + 1 < coefficients.length; k++, power *= c)
    weight += (coefficients[2 * k + 1] ?? 0) * power;
  return weight;
}

/** The distribution of a fitted shape. Moments come from quadrature over probability. */
export function metalogDistribution(shape: MetalogShape): Distribution {
  const { coefficients, min, max } = shape;
  const line = (p: number, q: number) => lineAt(coefficients, p, q);
  const fromLine = (m: number): number => {
    if (min === -Infinity) return max === Infinity ? m : max - exp(-m);
    if (max === Infinity) return min + exp(m);
    return m > 0 ? max - (max - min) / (1 + exp(m)) : min + ((max - min) * exp(m)) / (1 + exp(m));
  };
  const quantile = (p: number, upper = false) => fromLine(upper ? line(1 - p, p) : line(p, 1 - p));
  const slope = (p: number, upper = false): number => {
    const [a, b] = upper ? [1 - p, p] : [p, 1 - p];
    const rise = slopeOnLine(coefficients, a, b);
    const m = line(a, b);
    if (min === -Infinity) return max === Infinity ? rise : rise * exp(-m);
    if (max === Infinity) return rise * exp(m);
    const e = exp(-Math.abs(m));
    return (rise * (max - min) * e) / ((1 + e) * (1 + e));
  };
  const cdf = (x: number): number => {
    if (x <= min) return 0;
    if (x >= max) return 1;
    let low = -37;
    let high = 37;
    for (let i = 0; i < 100; i++) {
      const middle = (low + high) / 2;
      // Nothing lies between them any more.
      if (middle === low || middle === high) break;
      const odds = exp(middle);
      if (fromLine(line(odds / (1 + odds), 1 / (1 + odds))) < x) low = middle;
      else high = middle;
    }
    return 1 / (1 + exp(-(low + high) / 2));
  };
  // In the far tail of a half-bounded shape x grows as (1 - p)^-t: E[X^k] is finite only if k t < 1.
  const tail =
    min > -Infinity && max === Infinity
      ? tailWeight(coefficients, 0.5)
      : min === -Infinity && max < Infinity
        ? tailWeight(coefficients, -0.5)
        : 0;
  const moment = (k: number, about = 0): number => {
    if (k * tail >= 1) return NaN;
    // Over the logarithm of the odds t, dp = p q dt: the trapezoidal rule converges fast there.
    let sum = 0;
    const steps = 4000;
    const width = 72 / steps;
    for (let i = 0; i <= steps; i++) {
      const odds = exp(-36 + i * width);
      const p = odds / (1 + odds);
      const q = 1 / (1 + odds);
      const x = fromLine(line(p, q)) - about;
      let power = 1;
      for (let j = 0; j < k; j++) power *= x;
      sum += power * p * q * width;
    }
    return sum;
  };
  // About the middle, as a spread that is small beside the values would be lost about 0.
  const variance = () => {
    const middle = quantile(0.5);
    const offset = moment(1, middle);
    return moment(2, middle) - offset * offset;
  };
  let knownVariance: number | null = null;
  let moments: readonly number[] | null = null;
  const known = () => (moments ??= [1, moment(1), moment(2), moment(3), moment(4)]);
  return {
    kind: 'continuous',
    quantile,
    slope,
    cdf,
    get mean() {
      return known()[1] ?? NaN;
    },
    get variance() {
      return (knownVariance ??= variance());
    },
    rawMoment: (k) => known()[k] ?? NaN,
    min,
    max,
  };
}
