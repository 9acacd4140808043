const bins: i32 = 4096;
const smallEnoughToSort: i32 = 48;

/**
 * The values at some ranks (rising, from 0), as sorting would give them, without sorting: values
 * are counted into bins, and only bins that hold a wanted rank are looked into, in the same way.
 * `values` may be put in another order; `scratch` is free from there on. False where the values
 * have no usable range, or one too wide for so many levels: the host has its own way.
 */
export function selectRanks(
  values: usize,
  n: i32,
  ranks: usize,
  wanted: i32,
  offset: i32,
  out: usize,
  scratch: usize,
  levels: i32,
): bool {
  if (n <= smallEnoughToSort) {
    sort(values, n);
    for (let k = 0; k < wanted; k++) {
      const rank = i32.load(ranks + ((<usize>k) << 2)) - offset;
      f64.store(out + ((<usize>k) << 3), f64.load(values + ((<usize>rank) << 3)));
    }
    return true;
  }
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  const pairs = (<usize>(n & ~1)) << 3;
  for (let at: usize = 0; at < pairs; at += 16) {
    const x = v128.load(values + at);
    low = f64x2.pmin(low, x);
    high = f64x2.pmax(high, x);
  }
  let lowest = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  let highest = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  if (n & 1) {
    const last = f64.load(values + pairs);
    lowest = min(lowest, last);
    highest = max(highest, last);
  }
  if (levels === 0) return false;
  const width = highest - lowest;
  const scale = <f64>(bins - 1) / width;
  if (width === 0) {
    for (let k = 0; k < wanted; k++) f64.store(out + ((<usize>k) << 3), lowest);
    return true;
  }
  if (!(width > 0 && width < Infinity && scale < Infinity && scale > 0)) return false;

  // Counts by bin; where a wanted bin's values are gathered; the bin of each value.
  const counts = scratch;
  const places = counts + ((<usize>bins) << 2);
  const binOf = places + ((<usize>bins) << 2);
  const gathered = (binOf + ((<usize>n) << 1) + 15) & ~15;
  memory.fill(counts, 0, (<usize>bins) << 3);
  for (let i = 0; i < n; i++) {
    const bin = <i32>((f64.load(values + ((<usize>i) << 3)) - lowest) * scale);
    i32.store16(binOf + ((<usize>i) << 1), bin);
    const at = counts + ((<usize>bin) << 2);
    i32.store(at, i32.load(at) + 1);
  }
  let before = 0;
  let next = 0;
  let room: usize = 0;
  for (let bin = 0; bin < bins && next < wanted; bin++) {
    const after = before + i32.load(counts + ((<usize>bin) << 2));
    if (i32.load(ranks + ((<usize>next) << 2)) - offset < after) {
      // One more than the place, so that nothing is 0.
      i32.store(places + ((<usize>bin) << 2), <i32>(gathered + room) + 1);
      room += (<usize>(after - before)) << 3;
      while (next < wanted && i32.load(ranks + ((<usize>next) << 2)) - offset < after) next++;
    }
    before = after;
  }
  for (let i = 0; i < n; i++) {
    const at = places + ((<usize>i32.load16_u(binOf + ((<usize>i) << 1))) << 2);
    const place = <usize>i32.load(at);
    if (place === 0) continue;
    f64.store(place - 1, f64.load(values + ((<usize>i) << 3)));
    i32.store(at, <i32>place + 8);
  }
  before = 0;
  next = 0;
  let from = gathered;
  const free = gathered + room;
  for (let bin = 0; bin < bins && next < wanted; bin++) {
    const count = i32.load(counts + ((<usize>bin) << 2));
    const first = next;
    while (next < wanted && i32.load(ranks + ((<usize>next) << 2)) - offset < before + count)
      next++;
    if (next > first) {
      const isDone = selectRanks(
        from,
        count,
        ranks + ((<usize>first) << 2),
        next - first,
        offset + before,
        out + ((<usize>first) << 3),
        (free + 15) & ~15,
        levels - 1,
      );
      if (!isDone) return false;
      from += (<usize>count) << 3;
    }
    before += count;
  }
  return true;
}

/** By insertion: for a few values. */
function sort(values: usize, n: i32): void {
  for (let i = 1; i < n; i++) {
    const value = f64.load(values + ((<usize>i) << 3));
    let at = values + ((<usize>i) << 3);
    while (at > values && f64.load(at - 8) > value) {
      f64.store(at, f64.load(at - 8));
      at -= 8;
    }
    f64.store(at, value);
  }
}
