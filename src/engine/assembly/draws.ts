/**
 * Random numbers of one stream in one replicate, whose generator the host has laid down as
 * { first trial of the net or 0 for independent draws: i32, key0, key1, later0, later1,
 * shift: i32, hash: i32, shift of paired points: i32, directions: i32[32],
 * first directions of paired points: i32[4] }; bit for bit those of src/engine/stream-source.ts.
 */
export const generatorBytes: usize = 176;

const parity: i32 = 0x1bd11bda;
const blockSize: i32 = 512;

/** Draws of trials first to first + n - 1; the host begins every block at an even trial. */
export function uniform(draws: usize, n: i32, generator: usize, first: i32): void {
  if (i32.load(generator) === 0) random(draws, n, generator, first);
  else if ((first & (blockSize - 1)) === 0) evenBlock(draws, n, generator, first);
  else {
    for (let i = 0; i < n; i++) i32.store(draws + ((<usize>i) << 2), even(generator, first + i));
  }
}

/** One evenly spread point. */
export function even(generator: usize, index: i32): i32 {
  return index < i32.load(generator) ? paired(generator, index) : sobol(generator, index);
}

/** The first n evenly spread points, n up to 512, of an aligned block. */
export function evenBlock(draws: usize, n: i32, generator: usize, first: i32): void {
  const left = i32.load(generator) - first;
  if (left < n) sobolBlock(draws, n, generator, first);
  if (left > 0) pairedBlock(draws, left < n ? left : n, generator, first);
}

/** One point that is paired with those of other streams at random. */
function paired(generator: usize, index: i32): i32 {
  return shuffled(digitsOf(generator, index), i32.load(generator, 24)) ^ i32.load(generator, 28);
}

/** Van der Corput's digits of an index, the first four mixed. */
function digitsOf(generator: usize, index: i32): i32 {
  let digits: i32 = 0;
  for (let bit: i32 = 0; bit < 4; bit++) {
    if ((index >> bit) & 1) digits ^= i32.load(generator + ((<usize>bit) << 2), 160);
  }
  for (
    let rest = <u32>index >> 4, direction: u32 = 1 << 27;
    rest > 0;
    rest >>= 1, direction >>= 1
  ) {
    if (rest & 1) digits ^= <i32>direction;
  }
  return digits;
}

/** Flips every digit by a hash of those behind it. */
function shuffled(digits: i32, hash: i32): i32 {
  let x = digits + hash;
  x ^= x * 0x6c50b47c;
  x ^= x * <i32>0xb82f1e52;
  x ^= x * <i32>0xc7afe638;
  x ^= x * <i32>0x8d22f6e6;
  return x;
}

/** One step of the hash, for four points. */
function step(x: v128, by: i32): v128 {
  return v128.xor(x, i32x4.mul(x, i32x4.splat(by)));
}

/** The first n points that are paired at random, n up to 512, of an aligned block. */
function pairedBlock(draws: usize, n: i32, generator: usize, first: i32): void {
  const start = digitsOf(generator, first);
  const d0 = i32.load(generator, 160);
  const d1 = i32.load(generator, 164);
  v128.store(draws, i32x4(start, start ^ d0, start ^ d1, start ^ d0 ^ d1));
  for (let length: i32 = 4, bit: i32 = 2; length < n; length <<= 1, bit++) {
    const direction = i32x4.splat(
      bit < 4 ? i32.load(generator + ((<usize>bit) << 2), 160) : 1 << (31 - bit),
    );
    const to = draws + ((<usize>length) << 2);
    for (let i: usize = 0; i < (<usize>length) << 2; i += 16)
      v128.store(to + i, v128.xor(v128.load(draws + i), direction));
  }
  const hash = i32x4.splat(i32.load(generator, 24));
  const shift = i32x4.splat(i32.load(generator, 28));
  for (let i: usize = 0; i < (<usize>n) << 2; i += 16) {
    let x = i32x4.add(v128.load(draws + i), hash);
    x = step(x, 0x6c50b47c);
    x = step(x, <i32>0xb82f1e52);
    x = step(x, <i32>0xc7afe638);
    x = step(x, <i32>0x8d22f6e6);
    v128.store(draws + i, v128.xor(x, shift));
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
  if (isMany) evenBlock(points, i32.load(trials + ((<usize>(n - 1)) << 2)) + 1, generator, first);
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
          : even(generator, first + trial),
    );
  }
}
