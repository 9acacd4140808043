/**
 * Elementary functions from + - * / and bit operations only. ECMAScript leaves the last bits of
 * Math.exp and its kin to each engine; these give the same bits on all of them.
 */
const word = new Uint32Array(2);
const double = new Float64Array(word.buffer);
const highWord = ((): 0 | 1 => {
  double[0] = 1;
  return word[1] === 0x3ff00000 ? 1 : 0;
})();
const lowWord = highWord === 1 ? 0 : 1;

/** ln 2 in two parts; the first has 32 trailing zero bits, so that its product with an exponent is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const inverseLn2 = 1.4426950408889634;

/** 2^exponent for -1022 <= exponent <= 1023. */
function powerOfTwo(exponent: number): number {
  word[lowWord] = 0;
  word[highWord] = (exponent + 1023) << 20;
  return double[0] as number;
}

/** x * 2^exponent, also where 2^exponent or the result is subnormal. */
function scale(x: number, exponent: number): number {
  if (exponent > 1023) return x * powerOfTwo(1023) * powerOfTwo(exponent - 1023);
  if (exponent < -1022) return x * powerOfTwo(exponent + 54) * powerOfTwo(-54);
  return x * powerOfTwo(exponent);
}

/** e^r - 1 for |r| <= 0.35, by its series to degree 13. */
function seriesOfExp(r: number): number {
  const tail =
    1 / 2 +
    r *
      (1 / 6 +
        r *
          (1 / 24 +
            r *
              (1 / 120 +
                r *
                  (1 / 720 +
                    r *
                      (1 / 5040 +
                        r *
                          (1 / 40320 +
                            r *
                              (1 / 362880 +
                                r *
                                  (1 / 3628800 +
                                    r *
                                      (1 / 39916800 +
                                        r * (1 / 479001600 + r * (1 / 6227020800)))))))))));
  return r + r * r * tail;
}

/** e^x, within about one unit in the last place. */
export function exp(x: number): number {
  if (!(x > -745.2)) return x !== x ? NaN : 0;
  if (x > 709.79) return Infinity;
  const k = Math.floor(x * inverseLn2 + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  return scale(1 + seriesOfExp(r), k);
}

/** e^x - 1 without cancellation for small x. */
export function expMinusOne(x: number): number {
  return x > -0.35 && x < 0.35 ? seriesOfExp(x) : exp(x) - 1;
}

/**
 * Splits x > 0 into 2^exponent * (1 + fraction), 1 + fraction between the square roots of 1/2 and 2.
 * The fraction is returned; `splitExponent` holds the exponent.
 */
let splitExponent = 0;
function split(x: number): number {
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    exponent = -54;
  }
  double[0] = x;
  const high = word[highWord] as number;
  // Adding this carries into the exponent when the mantissa is above the square root of 2.
  const rounded = high + (0x3ff00000 - 0x3fe6a09e);
  splitExponent = exponent + (rounded >>> 20) - 1023;
  word[highWord] = (rounded & 0xfffff) + 0x3fe6a09e;
  return double[0] - 1;
}

/** The series of log((1 + s) / (1 - s)) beyond 2 s, over s: for z = s^2 up to 0.0295. */
function seriesOfLog(z: number): number {
  return (
    z *
    (2 / 3 +
      z *
        (2 / 5 +
          z *
            (2 / 7 +
              z *
                (2 / 9 +
                  z *
                    (2 / 11 +
                      z *
                        (2 / 13 +
                          z *
                            (2 / 15 +
                              z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))))))))))
  );
}

/** Natural logarithm, within about one unit in the last place. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const f = split(x);
  const k = splitExponent;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  const rest = s * (half + seriesOfLog(s * s)) + k * ln2Low;
  return k * ln2High - (half - rest - f);
}

/** log(1 + x) without cancellation for small x. */
export function logOnePlus(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (x > 1 || x < -0.5) return log(u);
  // log(u) corrected for what was lost in rounding 1 + x.
  return log(u) + (x - (u - 1)) / u;
}

/** x^n for a whole n >= 0, by squaring, in a fixed order. */
function wholePower(x: number, n: number): number {
  let result = 1;
  let base = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

/** x^-n; where x^n overflows, its reciprocal may still be a subnormal number. */
function reciprocalPower(x: number, n: number): number {
  const power = wholePower(x, n);
  return Math.abs(power) === Infinity ? wholePower(1 / x, n) : 1 / power;
}

const splitter = 134217729;

/** The rounding error of a * b (Dekker 1971, with Veltkamp's splitting), for products well within range. */
export function productError(a: number, b: number, product: number): number {
  const ca = splitter * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = splitter * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/**
 * x^y. Whole y up to 1024 in size by products; others as e^(y log x) with the logarithm in two
 * doubles, within a few units in the last place. NaN for a negative x and a fractional y.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  if (Math.floor(y) === y && y <= 1024 && y >= -1024)
    return y > 0 ? wholePower(x, y) : reciprocalPower(x, -y);
  if (x === 1) return 1;
  if (x < 0 && Math.floor(y) === y) return Math.abs(y % 2) === 1 ? -pow(-x, y) : pow(-x, y);
  if (!(x > 0)) return x === 0 ? (y > 0 ? 0 : Infinity) : NaN;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  const f = split(x);
  const k = splitExponent;
  const d = 2 + f;
  const s = f / d;
  const sd = s * d;
  const sLow = (f - sd - productError(s, d, sd) - s * (f - (d - 2))) / d;
  const tail = s * seriesOfLog(s * s);
  const big = k * ln2High;
  const high = big + 2 * s;
  const lost = (k === 0 ? 0 : big - high + 2 * s) + 2 * sLow + tail + k * ln2Low;
  const logarithm = high + lost;
  const low = high - logarithm + lost;
  const product = y * logarithm;
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const error = productError(y, logarithm, product) + y * low;
  const value = exp(product);
  return value + value * error;
}

/** sin x for |x| <= pi / 2, by its series. */
export function sine(x: number): number {
  const z = x * x;
  let term = x;
  let sum = x;
  for (let n = 1; n <= 14; n++) {
    term *= -z / (2 * n * (2 * n + 1));
    sum += term;
  }
  return sum;
}
