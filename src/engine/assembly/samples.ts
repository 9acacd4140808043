/**
 * Draws through quantile functions; bit for bit those of src/numeric/sampler.ts. The host lays a
 * sampler down as { kind: i32, cellsLog2 or last index: i32, three doubles, two addresses }.
 */
const perDraw: f64 = 1.0 / 4294967296.0;
const octaves: i32 = 32;

export const enum SamplerKind {
  host = 0,
  table = 1,
  uniform = 2,
  triangular = 3,
  discrete = 4,
}

export function sampleTable(out: usize, draws: usize, n: i32, sampler: usize): void {
  const cellsLog2 = i32.load(sampler, 4);
  const location = f64x2.splat(f64.load(sampler, 8));
  const scale = f64x2.splat(f64.load(sampler, 16));
  const lower = <usize>i32.load(sampler, 32);
  const upper = lower + ((<usize>octaves) << (cellsLog2 + 5));
  const cellShift = 31 - cellsLog2;
  const cellMask: u32 = (1 << cellsLog2) - 1;
  const placeMask: i32 = (1 << cellShift) - 1;
  const perPlace = f64x2.splat(1.0 / (<f64>placeMask + 1.0));
  for (let i = 0; i < n; i += 2, out += 16, draws += 8) {
    const d = i32.load(draws);
    const e = i32.load(draws, 4);
    // Twice the distance from the nearer end, plus one: odd, and at least 1.
    const t = <u32>(((d ^ (d >> 31)) << 1) | 1);
    const s = <u32>(((e ^ (e >> 31)) << 1) | 1);
    const tOctave = clz<u32>(t);
    const sOctave = clz<u32>(s);
    const tNormal = t << tOctave;
    const sNormal = s << sOctave;
    const p =
      (d < 0 ? upper : lower) +
      ((<usize>((tOctave << cellsLog2) + ((tNormal >> cellShift) & cellMask))) << 5);
    const q =
      (e < 0 ? upper : lower) +
      ((<usize>((sOctave << cellsLog2) + ((sNormal >> cellShift) & cellMask))) << 5);
    const place = f64x2.mul(
      f64x2.convert_low_i32x4_s(
        v128.and(i32x4.replace_lane(i32x4.splat(tNormal), 1, sNormal), i32x4.splat(placeMask)),
      ),
      perPlace,
    );
    const p01 = v128.load(p);
    const p23 = v128.load(p, 16);
    const q01 = v128.load(q);
    const q23 = v128.load(q, 16);
    let cubic = f64x2.mul(place, v128.shuffle<f64>(p23, q23, 1, 3));
    cubic = f64x2.mul(place, f64x2.add(v128.shuffle<f64>(p23, q23, 0, 2), cubic));
    cubic = f64x2.mul(place, f64x2.add(v128.shuffle<f64>(p01, q01, 1, 3), cubic));
    cubic = f64x2.add(v128.shuffle<f64>(p01, q01, 0, 2), cubic);
    v128.store(out, f64x2.add(location, f64x2.mul(scale, cubic)));
  }
}

/** Two draws as whole numbers from 0 to 2^32 - 1. */
export function wholeDraws(draws: usize): v128 {
  return f64x2.convert_low_i32x4_u(v128.load64_zero(draws));
}

/** Two draws as numbers between 0 and 1. */
export function uniformDraws(draws: usize): v128 {
  return f64x2.add(f64x2.mul(wholeDraws(draws), f64x2.splat(perDraw)), f64x2.splat(perDraw / 2.0));
}

export function sampleUniform(out: usize, draws: usize, n: i32, sampler: usize): void {
  const step = f64.load(sampler, 16) * perDraw;
  const start = f64x2.splat(f64.load(sampler, 8) + step / 2.0);
  for (let i = 0; i < n; i += 2, out += 16, draws += 8)
    v128.store(out, f64x2.add(start, f64x2.mul(f64x2.splat(step), wholeDraws(draws))));
}

export function sampleTriangular(out: usize, draws: usize, n: i32, sampler: usize): void {
  const low = f64.load(sampler, 8);
  const mode = f64.load(sampler, 16);
  const high = f64.load(sampler, 24);
  const width = high - low;
  const left = f64x2.splat(width * (mode - low));
  const right = f64x2.splat(width * (high - mode));
  const atMode = f64x2.splat((mode - low) / width);
  for (let i = 0; i < n; i += 2, out += 16, draws += 8) {
    const u = uniformDraws(draws);
    const isLeft = f64x2.lt(u, atMode);
    const square = v128.bitselect(
      f64x2.mul(u, left),
      f64x2.mul(f64x2.sub(f64x2.splat(1), u), right),
      isLeft,
    );
    const root = f64x2.sqrt(square);
    v128.store(
      out,
      v128.bitselect(f64x2.add(f64x2.splat(low), root), f64x2.sub(f64x2.splat(high), root), isLeft),
    );
  }
}

export function sampleDiscrete(out: usize, draws: usize, n: i32, sampler: usize): void {
  const last = i32.load(sampler, 4);
  const values = <usize>i32.load(sampler, 32);
  const cumulative = <usize>i32.load(sampler, 36);
  for (let i = 0; i < n; i++, out += 8, draws += 4) {
    const u = <f64>(<u32>i32.load(draws)) * perDraw + perDraw / 2.0;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (f64.load(cumulative + ((<usize>middle) << 3)) >= u) high = middle;
      else low = middle + 1;
    }
    f64.store(out, f64.load(values + ((<usize>low) << 3)));
  }
}
