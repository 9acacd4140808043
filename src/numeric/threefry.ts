/**
 * Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers, as easy as
 * 1, 2, 3; SC 2011): a keyed bijection of 64-bit counters, so that every number stands by itself.
 */
const parity = 0x1bd11bda;

let word0 = 0;
let word1 = 0;

// Written out, as a loop over rounds takes twice as long.
function mix(key0: number, key1: number, counter0: number, counter1: number): void {
  const key2 = parity ^ key0 ^ key1;
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key0) | 0;
  y = (y + key1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 4) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 5) | 0;
  word0 = x;
  word1 = y;
}

/** Both words of the block at a counter, as 32-bit integers. */
export function threefryBlock(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
): readonly [number, number] {
  mix(key0, key1, counter0, counter1);
  return [word0, word1];
}

/** The first word of the block at a counter. */
export function randomWord(key0: number, key1: number, counter0: number, counter1: number): number {
  mix(key0, key1, counter0, counter1);
  return word0;
}

/** Draws of trials `first` to `first + n - 1`: trial t is word t mod 2 of the block at t / 2. */
export function fillRandom(
  draws: Int32Array,
  n: number,
  key0: number,
  key1: number,
  first: number,
): void {
  let i = 0;
  if ((first & 1) === 1 && n > 0) {
    mix(key0, key1, first >>> 1, 0);
    draws[i++] = word1;
  }
  for (; i + 1 < n; i += 2) {
    mix(key0, key1, (first + i) >>> 1, 0);
    draws[i] = word0;
    draws[i + 1] = word1;
  }
  if (i < n) {
    mix(key0, key1, (first + i) >>> 1, 0);
    draws[i] = word0;
  }
}

/** The draw that `fillRandom` gives to one trial. */
export function randomDraw(key0: number, key1: number, trial: number): number {
  mix(key0, key1, trial >>> 1, 0);
  return (trial & 1) === 0 ? word0 : word1;
}
