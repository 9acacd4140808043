/** Mean and sum of squared deviations of n values: bit for bit `momentsOf` of src/numeric/moments.ts. */
export function recordMoments(out: usize, a: usize, n: i32): void {
  const whole = n & ~3;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (let i = 0; i < whole; i += 4) {
    const at = a + ((<usize>i) << 3);
    even = f64x2.add(even, v128.load(at));
    odd = f64x2.add(odd, v128.load(at, 16));
  }
  let sum = total(even, odd);
  for (let i = whole; i < n; i++) sum += f64.load(a + ((<usize>i) << 3));
  const mean = sum / <f64>n;
  const center = f64x2.splat(mean);
  even = f64x2.splat(0);
  odd = f64x2.splat(0);
  for (let i = 0; i < whole; i += 4) {
    const at = a + ((<usize>i) << 3);
    const x = f64x2.sub(v128.load(at), center);
    const y = f64x2.sub(v128.load(at, 16), center);
    even = f64x2.add(even, f64x2.mul(x, x));
    odd = f64x2.add(odd, f64x2.mul(y, y));
  }
  let squares = total(even, odd);
  for (let i = whole; i < n; i++) {
    const deviation = f64.load(a + ((<usize>i) << 3)) - mean;
    squares += deviation * deviation;
  }
  f64.store(out, mean);
  f64.store(out, squares, 8);
}

function total(even: v128, odd: v128): f64 {
  return (
    f64x2.extract_lane(even, 0) +
    f64x2.extract_lane(even, 1) +
    (f64x2.extract_lane(odd, 0) + f64x2.extract_lane(odd, 1))
  );
}
