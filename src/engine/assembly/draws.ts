/**
 * Random numbers of one stream in one replicate, whose generator the host has laid down as
 * { low-discrepancy: i32, key0, key1, later0, later1, shift: i32, 8 bytes free, directions: i32[32] };
 * bit for bit those of src/engine/stream-source.ts.
 */
export const generatorBytes: usize = 160;

const parity: i32 = 0x1bd11bda;
const blockSize: i32 = 512;

/** Draws of trials first to first + n - 1; the host begins every block at an even trial. */
export function uniform(draws: usize, n: i32, generator: usize, first: i32): void {
  if (i32.load(generator) === 0) random(draws, n, generator, first);
  else if ((first & (blockSize - 1)) === 0) sobolBlock(draws, n, generator, first);
  else {
    for (let i = 0; i < n; i++) i32.store(draws + ((<usize>i) << 2), sobol(generator, first + i));
  }
}

/** One point of a scrambled sequence. */
export function sobol(generator: usize, index: i32): i32 {
  let point = i32.load(generator, 20);
  for (let rest = <u32>index, at = generator; rest > 0; rest >>= 1, at += 4) {
    if (rest & 1) point ^= i32.load(at, 32);
  }
  return point;
}

/** The first n points, n up to 512, of an aligned block: doubled, four points at a time. */
export function sobolBlock(draws: usize, n: i32, generator: usize, first: i32): void {
  const start = sobol(generator, first);
  const d0 = i32.load(generator, 32);
  const d1 = i32.load(generator, 36);
  v128.store(draws, i32x4(start, start ^ d0, start ^ d1, start ^ d0 ^ d1));
  for (let length: i32 = 4, at = generator + 40; length < n; length <<= 1, at += 4) {
    const direction = i32x4.splat(i32.load(at));
    const to = draws + ((<usize>length) << 2);
    for (let i: usize = 0; i < (<usize>length) << 2; i += 16)
      v128.store(to + i, v128.xor(v128.load(draws + i), direction));
  }
}

/** One round of Threefry, for four counters. */
function rotated(y: v128, x: v128, by: i32): v128 {
  return v128.xor(v128.or(i32x4.shl(y, by), i32x4.shr_u(y, 32 - by)), x);
}

/** Threefry-2x32-20 in counter mode: four blocks of two words at a time. */
function random(draws: usize, n: i32, generator: usize, first: i32): void {
  const key0 = i32.load(generator, 4);
  const key1 = i32.load(generator, 8);
  const key2 = parity ^ key0 ^ key1;
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const k2 = i32x4.splat(key2);
  let counter = i32x4.add(i32x4.splat(<i32>(<u32>first >> 1)), i32x4(0, 1, 2, 3));
  if (first & 1) {
    // Begun amid a block of two words: the plain way.
    for (let i = 0; i < n; i++) {
      const trial = first + i;
      const both = words(key0, key1, <i32>(<u32>trial >> 1), 0);
      i32.store(draws + ((<usize>i) << 2), trial & 1 ? <i32>(both >> 32) : <i32>both);
    }
    return;
  }
  for (let i = 0; i < n; i += 8, draws += 32) {
    let x = i32x4.add(counter, k0);
    let y = k1;
    x = i32x4.add(x, y);
    y = rotated(y, x, 13);
    x = i32x4.add(x, y);
    y = rotated(y, x, 15);
    x = i32x4.add(x, y);
    y = rotated(y, x, 26);
    x = i32x4.add(x, y);
    y = rotated(y, x, 6);
    x = i32x4.add(x, k1);
    y = i32x4.add(y, i32x4.splat(key2 + 1));
    x = i32x4.add(x, y);
    y = rotated(y, x, 17);
    x = i32x4.add(x, y);
    y = rotated(y, x, 29);
    x = i32x4.add(x, y);
    y = rotated(y, x, 16);
    x = i32x4.add(x, y);
    y = rotated(y, x, 24);
    x = i32x4.add(x, k2);
    y = i32x4.add(y, i32x4.splat(key0 + 2));
    x = i32x4.add(x, y);
    y = rotated(y, x, 13);
    x = i32x4.add(x, y);
    y = rotated(y, x, 15);
    x = i32x4.add(x, y);
    y = rotated(y, x, 26);
    x = i32x4.add(x, y);
    y = rotated(y, x, 6);
    x = i32x4.add(x, k0);
    y = i32x4.add(y, i32x4.splat(key1 + 3));
    x = i32x4.add(x, y);
    y = rotated(y, x, 17);
    x = i32x4.add(x, y);
    y = rotated(y, x, 29);
    x = i32x4.add(x, y);
    y = rotated(y, x, 16);
    x = i32x4.add(x, y);
    y = rotated(y, x, 24);
    x = i32x4.add(x, k1);
    y = i32x4.add(y, i32x4.splat(key2 + 4));
    x = i32x4.add(x, y);
    y = rotated(y, x, 13);
    x = i32x4.add(x, y);
    y = rotated(y, x, 15);
    x = i32x4.add(x, y);
    y = rotated(y, x, 26);
    x = i32x4.add(x, y);
    y = rotated(y, x, 6);
    x = i32x4.add(x, k2);
    y = i32x4.add(y, i32x4.splat(key0 + 5));
    v128.store(draws, v128.shuffle<i32>(x, y, 0, 4, 1, 5));
    v128.store(draws, v128.shuffle<i32>(x, y, 2, 6, 3, 7), 16);
    counter = i32x4.add(counter, i32x4.splat(4));
  }
}

/** Both words of one block, the first in the low half. */
function words(key0: i32, key1: i32, counter0: i32, counter1: i32): u64 {
  const key2 = parity ^ key0 ^ key1;
  let x = counter0 + key0;
  let y = counter1 + key1;
  for (let group = 0; group < 5; group++) {
    const even = (group & 1) === 0;
    x += y;
    y = rotl<i32>(y, even ? 13 : 17) ^ x;
    x += y;
    y = rotl<i32>(y, even ? 15 : 29) ^ x;
    x += y;
    y = rotl<i32>(y, even ? 26 : 16) ^ x;
    x += y;
    y = rotl<i32>(y, even ? 6 : 24) ^ x;
    const a = group % 3;
    x += a === 0 ? key1 : a === 1 ? key2 : key0;
    y += (a === 0 ? key2 : a === 1 ? key0 : key1) + group + 1;
  }
  return ((<u64>(<u32>y)) << 32) | <u64>(<u32>x);
}

/**
 * Draws of the events in a list: first events are low-discrepancy points of their trial, later
 * ones come from the counter-based generator. `points` has room for the points of a block.
 */
export function eventUniform(
  draws: usize,
  n: i32,
  generator: usize,
  first: i32,
  trials: usize,
  indices: usize,
  points: usize,
): void {
  const later0 = i32.load(generator, 12);
  const later1 = i32.load(generator, 16);
  const isEven = i32.load(generator) !== 0;
  const isMany = isEven && n > 16 && (first & (blockSize - 1)) === 0;
  if (isMany) sobolBlock(points, i32.load(trials + ((<usize>(n - 1)) << 2)) + 1, generator, first);
  for (let k = 0; k < n; k++) {
    const at = (<usize>k) << 2;
    const trial = i32.load(trials + at);
    const index = i32.load(indices + at);
    i32.store(
      draws + at,
      index !== 0 || !isEven
        ? <i32>words(later0, later1, first + trial, index)
        : isMany
          ? i32.load(points + ((<usize>trial) << 2))
          : sobol(generator, first + trial),
    );
  }
}
