const bins = 4096;
const smallEnoughToSort = 2048;

/**
 * Quantiles of values[from] to values[to - 1] at several probabilities in rising order, as sorting
 * and interpolating would give them (type 7 of Hyndman and Fan 1996): exact, without sorting. Values are counted
 * into bins; only the bins that hold a wanted rank are looked into.
 */
export function selectQuantiles(
  values: Float64Array,
  probabilities: readonly number[],
  from = 0,
  to = values.length,
): number[] {
  const n = to - from;
  if (n <= 0) return probabilities.map(() => NaN);
  const { positions, ranks } = ranksOf(probabilities, n);
  const found = new Map<number, number>();
  selectRanks(values.subarray(from, to), ranks, found);
  return interpolated(positions, (rank) => found.get(rank) ?? NaN);
}

/** Where quantiles lie among n sorted values, and the ranks, rising, that they are made of. */
export function ranksOf(
  probabilities: readonly number[],
  n: number,
): { readonly positions: readonly number[]; readonly ranks: readonly number[] } {
  const positions = probabilities.map((p) => p * (n - 1));
  const ranks = new Set<number>();
  for (const position of positions) {
    const below = Math.floor(position);
    ranks.add(below);
    ranks.add(Math.min(n - 1, below + 1));
  }
  return { positions, ranks: [...ranks].sort((a, b) => a - b) };
}

/** Quantiles at positions among sorted values, between the two values beside each. */
export function interpolated(
  positions: readonly number[],
  valueAt: (rank: number) => number,
): number[] {
  return positions.map((position) => {
    const below = Math.floor(position);
    const fraction = position - below;
    const low = valueAt(below);
    return fraction === 0 ? low : low + fraction * (valueAt(below + 1) - low);
  });
}

/** The value at a rank (from 0) of values[from] to values[to - 1], as sorting would give it. */
export function selectRank(
  values: Float64Array,
  rank: number,
  from = 0,
  to = values.length,
): number {
  const found = new Map<number, number>();
  selectRanks(values.subarray(from, to), [rank], found);
  return found.get(rank) ?? NaN;
}

/** The values at some ranks (rising, from 0), put into `found` with `offset` added to their rank. */
function selectRanks(
  values: Float64Array,
  ranks: readonly number[],
  found: Map<number, number>,
  offset = 0,
): void {
  const n = values.length;
  if (n <= smallEnoughToSort) {
    const sorted = values.slice().sort();
    for (const rank of ranks) found.set(rank + offset, sorted[rank] as number);
    return;
  }
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const width = highest - lowest;
  const scale = (bins - 1) / width;
  if (!(width > 0) || !Number.isFinite(scale) || scale <= 0) {
    const sorted = width > 0 ? values.slice().sort() : values;
    for (const rank of ranks) found.set(rank + offset, sorted[rank] as number);
    return;
  }
  const counts = new Uint32Array(bins);
  const binOf = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const bin = (((values[i] as number) - lowest) * scale) | 0;
    binOf[i] = bin;
    counts[bin] = (counts[bin] as number) + 1;
  }
  const wanted: { readonly bin: number; readonly before: number; readonly ranks: number[] }[] = [];
  let before = 0;
  let next = 0;
  for (let bin = 0; bin < bins && next < ranks.length; bin++) {
    const after = before + (counts[bin] as number);
    const inside: number[] = [];
    while (next < ranks.length && (ranks[next] as number) < after)
      inside.push((ranks[next++] as number) - before);
    if (inside.length > 0) wanted.push({ bin, before, ranks: inside });
    before = after;
  }
  const slot = new Int16Array(bins).fill(-1);
  const gathered = wanted.map((each, index) => {
    slot[each.bin] = index;
    return new Float64Array(counts[each.bin] as number);
  });
  const filled = new Uint32Array(wanted.length);
  for (let i = 0; i < n; i++) {
    const index = slot[binOf[i] as number] as number;
    if (index < 0) continue;
    const at = filled[index] as number;
    (gathered[index] as Float64Array)[at] = values[i] as number;
    filled[index] = at + 1;
  }
  for (const [index, each] of wanted.entries()) {
    // A bin that holds nearly everything (a far outlier sets the scale) is looked into the same way.
    selectRanks(gathered[index] as Float64Array, each.ranks, found, offset + each.before);
  }
}
