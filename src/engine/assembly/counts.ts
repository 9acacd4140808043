import { expWithin } from './exponential.ts';
import { poissonCount } from './host.ts';
import { uniformDraws } from './samples.ts';

const largestSequentialRate: f64 = 32;

/**
 * Poisson counts by adding up probabilities from zero, four trials at a time; bit for bit those of
 * src/numeric/poisson-count.ts. `reciprocals` holds 1 / k for k up to 255.
 */
export function poisson(out: usize, draws: usize, rates: usize, n: i32, reciprocals: usize): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const limit = f64x2.splat(largestSequentialRate);
  for (let i = 0; i < n; i += 4, out += 32, draws += 16, rates += 32) {
    const u = uniformDraws(draws);
    const v = uniformDraws(draws + 8);
    let a = v128.load(rates);
    let b = v128.load(rates, 16);
    // What lies beyond the last trial is anything.
    if (i + 1 === n) a = f64x2.replace_lane(a, 1, 0);
    if (i + 2 >= n) b = zero;
    else if (i + 3 === n) b = f64x2.replace_lane(b, 1, 0);
    const low = v128.and(f64x2.ge(a, zero), f64x2.ge(b, zero));
    const high = v128.and(f64x2.le(a, limit), f64x2.le(b, limit));
    if (!i64x2.all_true(v128.and(low, high))) {
      f64.store(out, poissonCount(f64x2.extract_lane(u, 0), f64x2.extract_lane(a, 0)));
      f64.store(out, poissonCount(f64x2.extract_lane(u, 1), f64x2.extract_lane(a, 1)), 8);
      f64.store(out, poissonCount(f64x2.extract_lane(v, 0), f64x2.extract_lane(b, 0)), 16);
      f64.store(out, poissonCount(f64x2.extract_lane(v, 1), f64x2.extract_lane(b, 1)), 24);
      continue;
    }
    // 1 - rate bounds e^-rate from below: most counts of rare events end here.
    let more = f64x2.gt(u, f64x2.sub(one, a));
    let also = f64x2.gt(v, f64x2.sub(one, b));
    let count = zero;
    let other = zero;
    if (v128.any_true(v128.or(more, also))) {
      // Where the counts go has room for this.
      expWithin(f64x2.neg(a), f64x2.neg(b), out);
      let p = v128.load(out);
      let q = v128.load(out, 16);
      let c = p;
      let d = q;
      more = v128.and(more, f64x2.gt(u, c));
      also = v128.and(also, f64x2.gt(v, d));
      for (
        let at = reciprocals + 8, end = reciprocals + 8 * 255;
        v128.any_true(v128.or(more, also));
        at += 8
      ) {
        count = f64x2.add(count, v128.and(more, one));
        other = f64x2.add(other, v128.and(also, one));
        if (at === end) break;
        const reciprocal = v128.load64_splat(at);
        p = f64x2.mul(p, f64x2.mul(a, reciprocal));
        q = f64x2.mul(q, f64x2.mul(b, reciprocal));
        c = f64x2.add(c, p);
        d = f64x2.add(d, q);
        more = v128.and(more, f64x2.gt(u, c));
        also = v128.and(also, f64x2.gt(v, d));
      }
    }
    v128.store(out, count);
    v128.store(out, other, 16);
  }
}

/** Whether an event happens: 1 with the probability of its trial; not a number where that is none. */
export function bernoulli(out: usize, draws: usize, chances: usize, n: i32): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let i = 0; i < n; i += 2, out += 16, draws += 8, chances += 16) {
    const p = v128.load(chances);
    const happens = v128.and(f64x2.gt(uniformDraws(draws), f64x2.sub(one, p)), one);
    const isChance = v128.and(f64x2.ge(p, zero), f64x2.le(p, one));
    v128.store(out, v128.bitselect(happens, f64x2.splat(NaN), isChance));
  }
}
