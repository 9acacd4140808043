const fewEnough = 64;
const digitBits = 11;
const digits = 1 << digitBits;
const passes = 3;

let keys = new Uint32Array(0);
let order = new Uint32Array(0);
let otherKeys = new Uint32Array(0);
let otherOrder = new Uint32Array(0);
const counts = new Uint32Array(digits * passes);

/**
 * The values from `from` to `to - 1` in rising order; NaN is not expected. By radix sort on the
 * upper 32 bits of each number, whose order as whole numbers is that of the numbers themselves,
 * then by insertion, which the lower bits leave little to do: several times faster than comparing.
 */
export function sortedCopy(values: Float64Array, from = 0, to = values.length): Float64Array {
  const n = to - from;
  const copy = values.slice(from, to);
  if (n < fewEnough) return copy.sort();
  makeRoom(n);
  const words = new Int32Array(copy.buffer);
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + 1] as number;
    // Below zero a larger number of bits means a smaller number: turned around; above zero the sign is set.
    const key = (high ^ ((high >> 31) | 0x80000000)) >>> 0;
    keys[i] = key;
    order[i] = i;
    const first = key & (digits - 1);
    const second = digits + ((key >>> digitBits) & (digits - 1));
    const third = 2 * digits + (key >>> (2 * digitBits));
    counts[first] = (counts[first] as number) + 1;
    counts[second] = (counts[second] as number) + 1;
    counts[third] = (counts[third] as number) + 1;
  }
  for (let pass = 0; pass < passes; pass++) moveByDigit(pass, n);
  const sorted = new Float64Array(n);
  for (let i = 0; i < n; i++) sorted[i] = copy[order[i] as number] as number;
  return insertInOrder(sorted) ? sorted : copy.sort();
}

function makeRoom(n: number): void {
  if (keys.length >= n) return;
  keys = new Uint32Array(n);
  order = new Uint32Array(n);
  otherKeys = new Uint32Array(n);
  otherOrder = new Uint32Array(n);
}

/** Moves all to their places by one digit, those with the same digit staying in their order. */
function moveByDigit(pass: number, n: number): void {
  const base = pass * digits;
  const shift = pass * digitBits;
  // All with the same digit: they are in their places.
  if (counts[base + (((keys[0] as number) >>> shift) & (digits - 1))] === n) return;
  let before = 0;
  for (let digit = base; digit < base + digits; digit++) {
    const count = counts[digit] as number;
    counts[digit] = before;
    before += count;
  }
  for (let i = 0; i < n; i++) {
    const key = keys[i] as number;
    const digit = base + ((key >>> shift) & (digits - 1));
    const place = counts[digit] as number;
    counts[digit] = place + 1;
    otherKeys[place] = key;
    otherOrder[place] = order[i] as number;
  }
  [keys, otherKeys] = [otherKeys, keys];
  [order, otherOrder] = [otherOrder, order];
}

/** Puts right what the lower bits decide; false where that would take too many steps. */
function insertInOrder(values: Float64Array): boolean {
  let steps = 16 * values.length;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    let at = i;
    while (at > 0 && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number;
      at--;
      if (--steps < 0) return false;
    }
    values[at] = value;
  }
  return true;
}
