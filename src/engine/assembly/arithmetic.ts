/**
 * Arithmetic over columns, four values at a time: bit for bit what src/engine/kernels.ts gives.
 * Loops run to the next multiple of four beyond n; every column has room for that.
 */
function yes(mask: v128): v128 {
  return v128.and(mask, f64x2.splat(1));
}

function isTrue(x: v128): v128 {
  return f64x2.ne(x, f64x2.splat(0));
}

export function add(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.add(x, y));
    v128.store(out, f64x2.add(z, w), 16);
  }
}

export function subtract(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.sub(x, y));
    v128.store(out, f64x2.sub(z, w), 16);
  }
}

export function multiply(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.mul(x, y));
    v128.store(out, f64x2.mul(z, w), 16);
  }
}

export function divide(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.div(x, y));
    v128.store(out, f64x2.div(z, w), 16);
  }
}

export function minimum(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.pmin(y, x));
    v128.store(out, f64x2.pmin(w, z), 16);
  }
}

export function maximum(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, f64x2.pmax(y, x));
    v128.store(out, f64x2.pmax(w, z), 16);
  }
}

export function less(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, yes(f64x2.lt(x, y)));
    v128.store(out, yes(f64x2.lt(z, w)), 16);
  }
}

export function lessOrEqual(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, yes(f64x2.le(x, y)));
    v128.store(out, yes(f64x2.le(z, w)), 16);
  }
}

export function equal(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, yes(f64x2.eq(x, y)));
    v128.store(out, yes(f64x2.eq(z, w)), 16);
  }
}

export function and(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, yes(v128.and(isTrue(x), isTrue(y))));
    v128.store(out, yes(v128.and(isTrue(z), isTrue(w))), 16);
  }
}

export function or(out: usize, a: usize, b: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32) {
    const x = v128.load(a);
    const y = v128.load(b);
    const z = v128.load(a, 16);
    const w = v128.load(b, 16);
    v128.store(out, yes(v128.or(isTrue(x), isTrue(y))));
    v128.store(out, yes(v128.or(isTrue(z), isTrue(w))), 16);
  }
}

export function addFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.add(x, k));
    v128.store(out, f64x2.add(z, k), 16);
  }
}

export function multiplyFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.mul(x, k));
    v128.store(out, f64x2.mul(z, k), 16);
  }
}

export function fixedMinus(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.sub(k, x));
    v128.store(out, f64x2.sub(k, z), 16);
  }
}

export function fixedOver(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.div(k, x));
    v128.store(out, f64x2.div(k, z), 16);
  }
}

export function minimumFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.pmin(k, x));
    v128.store(out, f64x2.pmin(k, z), 16);
  }
}

export function maximumFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.pmax(k, x));
    v128.store(out, f64x2.pmax(k, z), 16);
  }
}

export function lessFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, yes(f64x2.lt(x, k)));
    v128.store(out, yes(f64x2.lt(z, k)), 16);
  }
}

export function fixedLess(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, yes(f64x2.lt(k, x)));
    v128.store(out, yes(f64x2.lt(k, z)), 16);
  }
}

export function lessOrEqualFixed(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, yes(f64x2.le(x, k)));
    v128.store(out, yes(f64x2.le(z, k)), 16);
  }
}

export function fixedLessOrEqual(out: usize, a: usize, fixed: f64, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, yes(f64x2.le(k, x)));
    v128.store(out, yes(f64x2.le(k, z)), 16);
  }
}

export function not(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, yes(f64x2.eq(x, f64x2.splat(0))));
    v128.store(out, yes(f64x2.eq(z, f64x2.splat(0))), 16);
  }
}

export function negate(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.neg(x));
    v128.store(out, f64x2.neg(z), 16);
  }
}

export function absolute(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, v128.bitselect(f64x2.neg(x), x, f64x2.lt(x, f64x2.splat(0))));
    v128.store(out, v128.bitselect(f64x2.neg(z), z, f64x2.lt(z, f64x2.splat(0))), 16);
  }
}

export function floor(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.floor(x));
    v128.store(out, f64x2.floor(z), 16);
  }
}

export function ceil(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.ceil(x));
    v128.store(out, f64x2.ceil(z), 16);
  }
}

function halvesUp(x: v128): v128 {
  const whole = f64x2.floor(x);
  const up = f64x2.ge(f64x2.sub(x, whole), f64x2.splat(0.5));
  return f64x2.add(v128.and(up, f64x2.splat(1)), whole);
}

export function round(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, halvesUp(x));
    v128.store(out, halvesUp(z), 16);
  }
}

export function squareRoot(out: usize, a: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32) {
    const x = v128.load(a);
    const z = v128.load(a, 16);
    v128.store(out, f64x2.sqrt(x));
    v128.store(out, f64x2.sqrt(z), 16);
  }
}

export function multiplyAdd(out: usize, a: usize, b: usize, c: usize, n: i32): void {
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, b += 32, c += 32) {
    const x = f64x2.mul(v128.load(a), v128.load(b));
    const z = f64x2.mul(v128.load(a, 16), v128.load(b, 16));
    const y = v128.load(c);
    const w = v128.load(c, 16);
    v128.store(out, f64x2.add(x, y));
    v128.store(out, f64x2.add(z, w), 16);
  }
}

export function multiplyFixedAdd(out: usize, a: usize, fixed: f64, c: usize, n: i32): void {
  const k = f64x2.splat(fixed);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32, a += 32, c += 32) {
    const x = f64x2.mul(v128.load(a), k);
    const z = f64x2.mul(v128.load(a, 16), k);
    const y = v128.load(c);
    const w = v128.load(c, 16);
    v128.store(out, f64x2.add(x, y));
    v128.store(out, f64x2.add(z, w), 16);
  }
}

export function choose(out: usize, a: usize, b: usize, c: usize, n: i32): void {
  for (let i = 0; i < ((n + 1) & ~1); i += 2) {
    const at = (<usize>i) << 3;
    v128.store(
      out + at,
      v128.bitselect(v128.load(b + at), v128.load(c + at), isTrue(v128.load(a + at))),
    );
  }
}

export function clear(out: usize, n: i32): void {
  const zero = f64x2.splat(0);
  for (let end = out + ((n + 3) & ~3) * 8; out < end; out += 32) {
    v128.store(out, zero);
    v128.store(out, zero, 16);
  }
}
