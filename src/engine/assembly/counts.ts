import { expWithin } from './exponential.ts';
import { poissonCount } from './host.ts';
import { uniformDraws } from './samples.ts';

const largestSequentialRate: f64 = 32;

/**
 * Poisson counts by adding up probabilities from zero, two trials at a time; bit for bit those of
 * src/numeric/poisson-count.ts. `reciprocals` holds 1 / k for k up to 255.
 */
export function poisson(out: usize, draws: usize, rates: usize, n: i32, reciprocals: usize): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const limit = f64x2.splat(largestSequentialRate);
  for (let i = 0; i < n; i += 2, out += 16, draws += 8, rates += 16) {
    const u = uniformDraws(draws);
    let rate = v128.load(rates);
    // What lies beyond the last trial is anything.
    if (i + 1 === n) rate = f64x2.replace_lane(rate, 1, 0);
    if (!i64x2.all_true(v128.and(f64x2.ge(rate, zero), f64x2.le(rate, limit)))) {
      f64.store(out, poissonCount(f64x2.extract_lane(u, 0), f64x2.extract_lane(rate, 0)));
      f64.store(out, poissonCount(f64x2.extract_lane(u, 1), f64x2.extract_lane(rate, 1)), 8);
      continue;
    }
    // 1 - rate bounds e^-rate from below: most counts of rare events end here.
    let more = f64x2.gt(u, f64x2.sub(one, rate));
    let count = zero;
    if (v128.any_true(more)) {
      let probability = expWithin(f64x2.neg(rate));
      let cumulative = probability;
      more = v128.and(more, f64x2.gt(u, cumulative));
      for (let at = reciprocals + 8; v128.any_true(more); at += 8) {
        count = f64x2.add(count, v128.and(more, one));
        if (at === reciprocals + 8 * 255) break;
        probability = f64x2.mul(probability, f64x2.mul(rate, v128.load64_splat(at)));
        cumulative = f64x2.add(cumulative, probability);
        more = v128.and(more, f64x2.gt(u, cumulative));
      }
    }
    v128.store(out, count);
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
