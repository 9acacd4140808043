import { exp } from './host.ts';

/**
 * e^x and e^y in both lanes of each, for numbers from -700 to 700, laid down at `out`: the steps
 * of src/numeric/elementary.ts, one for one; two at once, as neither waits for the other.
 */
export function expWithin(x: v128, y: v128, out: usize): void {
  const k = wholeSteps(x);
  const l = wholeSteps(y);
  const r = remainder(x, k);
  const q = remainder(y, l);
  let s = f64x2.splat(1.0 / 6227020800.0);
  let t = s;
  s = term(r, s, 1.0 / 479001600.0);
  t = term(q, t, 1.0 / 479001600.0);
  s = term(r, s, 1.0 / 39916800.0);
  t = term(q, t, 1.0 / 39916800.0);
  s = term(r, s, 1.0 / 3628800.0);
  t = term(q, t, 1.0 / 3628800.0);
  s = term(r, s, 1.0 / 362880.0);
  t = term(q, t, 1.0 / 362880.0);
  s = term(r, s, 1.0 / 40320.0);
  t = term(q, t, 1.0 / 40320.0);
  s = term(r, s, 1.0 / 5040.0);
  t = term(q, t, 1.0 / 5040.0);
  s = term(r, s, 1.0 / 720.0);
  t = term(q, t, 1.0 / 720.0);
  s = term(r, s, 1.0 / 120.0);
  t = term(q, t, 1.0 / 120.0);
  s = term(r, s, 1.0 / 24.0);
  t = term(q, t, 1.0 / 24.0);
  s = term(r, s, 1.0 / 6.0);
  t = term(q, t, 1.0 / 6.0);
  s = term(r, s, 0.5);
  t = term(q, t, 0.5);
  s = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), s));
  t = f64x2.add(q, f64x2.mul(f64x2.mul(q, q), t));
  v128.store(out, f64x2.mul(f64x2.add(f64x2.splat(1), s), powerOfTwo(k)));
  v128.store(out, f64x2.mul(f64x2.add(f64x2.splat(1), t), powerOfTwo(l)), 16);
}

/** How often ln 2 goes into x, rounded. */
function wholeSteps(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(0.5)));
}

function remainder(x: v128, k: v128): v128 {
  return f64x2.sub(
    f64x2.sub(x, f64x2.mul(k, f64x2.splat(0.6931471803691238))),
    f64x2.mul(k, f64x2.splat(1.9082149292705877e-10)),
  );
}

/** Adding 2^52 leaves k + 1023 in the low bits; moved up, they are the exponent of 2^k. */
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, f64x2.splat(4503599627370496.0 + 1023.0)), 52);
}

function term(r: v128, inner: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.splat(coefficient), f64x2.mul(r, inner));
}

export function exponential(out: usize, a: usize, n: i32): void {
  const limit = f64x2.splat(700);
  for (let i = 0; i < n; i += 4, out += 32, a += 32) {
    const x = v128.load(a);
    const y = v128.load(a, 16);
    const isWithin = v128.and(f64x2.le(f64x2.abs(x), limit), f64x2.le(f64x2.abs(y), limit));
    if (i64x2.all_true(isWithin)) {
      expWithin(x, y, out);
      continue;
    }
    f64.store(out, exp(f64x2.extract_lane(x, 0)));
    f64.store(out, exp(f64x2.extract_lane(x, 1)), 8);
    f64.store(out, exp(f64x2.extract_lane(y, 0)), 16);
    f64.store(out, exp(f64x2.extract_lane(y, 1)), 24);
  }
}
