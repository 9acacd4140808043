import { fillSobol } from './sobol.ts';
import { randomWord } from './threefry.ts';

/**
 * A dimension that is evenly spread by itself and paired with every other at random: point i is
 * van der Corput's, its place among the others shuffled by a hash of the key.
 */
export interface PairedAtRandom {
  /** Of the bits of an index; the first four are mixed, the others those of van der Corput. */
  readonly directions: Int32Array;
  readonly hash: number;
  readonly shift: number;
}

const mixedBits = 4;
/** Counters of the draws that make a dimension; below are those of sobol.ts. */
const forHash = 129;
const forMixed = 256;

export function pairedAtRandom(key0: number, key1: number): PairedAtRandom {
  const directions = Int32Array.from({ length: 32 }, (_, k) => 1 << (31 - k));
  // A random basis of the first digits: else two neighbours always differ in the first one, and
  // pairs of dimensions err by 1.2 instead of 1.0 of what independent draws do.
  const spanned = new Set([0]);
  for (let k = 0, counter = forMixed; k < mixedBits; counter++) {
    const digits = randomWord(key0, key1, counter, 1) >>> (32 - mixedBits);
    if (spanned.has(digits)) continue;
    const before = Array.from(spanned);
    for (const each of before) spanned.add(each ^ digits);
    directions[k++] = digits << (32 - mixedBits);
  }
  return {
    directions,
    hash: randomWord(key0, key1, forHash, 1),
    shift: randomWord(key0, key1, forHash, 2),
  };
}

/**
 * Flips every digit by a hash of the digits behind it, which are the higher bits of the index: so
 * every aligned run of 2^k indices still falls into each of 2^k equal cells once, in an order of
 * its own (Laine and Karras 2011; the constants are Vegdahl's, 2021).
 */
function shuffled(digits: number, hash: number): number {
  let x = (digits + hash) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return x;
}

/** Point `index` of a dimension, as a 32-bit integer. */
export function pointPairedAtRandom(
  { directions, hash, shift }: PairedAtRandom,
  index: number,
): number {
  let digits = 0;
  for (let rest = index, k = 0; rest > 0; rest >>>= 1, k++) {
    if ((rest & 1) === 1) digits ^= directions[k] as number;
  }
  return shuffled(digits, hash) ^ shift;
}

/** Points `first` to `first + n - 1`. */
export function fillPairedAtRandom(
  draws: Int32Array,
  n: number,
  { directions, hash, shift }: PairedAtRandom,
  first: number,
): void {
  fillSobol(draws, n, { directions, shift: 0 }, first);
  for (let i = 0; i < n; i++) draws[i] = shuffled(draws[i] as number, hash) ^ shift;
}
