import { exp } from './host.ts';

/** e^x in both lanes, for x from -700 to 700: the steps of src/numeric/elementary.ts, one for one. */
export function expWithin(x: v128): v128 {
  const k = f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(0.5)));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(k, f64x2.splat(0.6931471803691238))),
    f64x2.mul(k, f64x2.splat(1.9082149292705877e-10)),
  );
  let tail = term(r, f64x2.splat(1.0 / 6227020800.0), 1.0 / 479001600.0);
  tail = term(r, tail, 1.0 / 39916800.0);
  tail = term(r, tail, 1.0 / 3628800.0);
  tail = term(r, tail, 1.0 / 362880.0);
  tail = term(r, tail, 1.0 / 40320.0);
  tail = term(r, tail, 1.0 / 5040.0);
  tail = term(r, tail, 1.0 / 720.0);
  tail = term(r, tail, 1.0 / 120.0);
  tail = term(r, tail, 1.0 / 24.0);
  tail = term(r, tail, 1.0 / 6.0);
  tail = term(r, tail, 0.5);
  const series = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), tail));
  // Adding 2^52 leaves k + 1023 in the low bits; moved up, they are the exponent of 2^k.
  const power = i64x2.shl(f64x2.add(k, f64x2.splat(4503599627370496.0 + 1023.0)), 52);
  return f64x2.mul(f64x2.add(f64x2.splat(1), series), power);
}

function term(r: v128, inner: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.splat(coefficient), f64x2.mul(r, inner));
}

export function exponential(out: usize, a: usize, n: i32): void {
  const limit = f64x2.splat(700);
  for (let i = 0; i < n; i += 2) {
    const at = (<usize>i) << 3;
    const x = v128.load(a + at);
    if (i64x2.all_true(f64x2.le(f64x2.abs(x), limit))) {
      v128.store(out + at, expWithin(x));
      continue;
    }
    f64.store(out + at, exp(f64x2.extract_lane(x, 0)));
    f64.store(out + at, exp(f64x2.extract_lane(x, 1)), 8);
  }
}
