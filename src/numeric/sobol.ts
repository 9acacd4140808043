import { primitivePolynomial } from './primitive-polynomials.ts';
import type { Polynomial } from './primitive-polynomials.ts';
import { searchedCandidate } from './searched-directions.ts';
import { randomWord } from './threefry.ts';

/**
 * One scrambled dimension of a Sobol' sequence: point i is `shift` xor the directions of the set
 * bits of i, a 32-bit integer.
 */
export interface SobolDimension {
  readonly directions: Int32Array;
  readonly shift: number;
}

/** Counters of the draws that make a dimension, so that none is used twice. */
const forInitialNumbers = 0;
const forScramble = 64;
const forShift = 128;

/**
 * Dimension 0 is van der Corput's sequence, dimension d the d-th primitive polynomial with initial
 * direction numbers that were searched for (Sobol' 1967 leaves them free; see
 * `searched-directions.ts`).
 *
 * Scrambling is Owen's in its affine form: a random lower-triangular matrix and a digital shift
 * (Matousek 1998), under which the variance of a mean equals that of nested uniform scrambling
 * (Owen 2003). Everything random comes from the key.
 */
export function sobolDimension(dimension: number, key0: number, key1: number): SobolDimension {
  const plain = plainDirections(dimension, searchedCandidate(dimension));
  return { directions: scramble(plain, key0, key1), shift: randomWord(key0, key1, forShift, 1) };
}

/** The unscrambled direction numbers of a dimension with one candidate's initial numbers. */
export function plainDirections(dimension: number, candidate: number): Int32Array {
  return dimension === 0
    ? identity()
    : directionNumbers(primitivePolynomial(dimension - 1), dimension, candidate);
}

function identity(): Int32Array {
  return Int32Array.from({ length: 32 }, (_, k) => 1 << (31 - k));
}

function directionNumbers({ degree, bits }: Polynomial, key0: number, key1: number): Int32Array {
  const v = new Int32Array(32);
  for (let k = 0; k < 32; k++) {
    const lead = 31 - k;
    if (k < degree) {
      const random = randomWord(key0, key1, forInitialNumbers + k, 1);
      v[k] = (random & ~((1 << lead) - 1)) | (1 << lead);
      continue;
    }
    const oldest = v[k - degree] as number;
    let next = oldest ^ (oldest >>> degree);
    for (let j = 1; j < degree; j++) {
      if (((bits >>> (degree - j)) & 1) === 1) next ^= v[k - j] as number;
    }
    v[k] = next;
  }
  return v;
}

/** Multiplies by a random lower-triangular matrix with unit diagonal: digit r gains random earlier digits. */
function scramble(plain: Int32Array, key0: number, key1: number): Int32Array {
  const scrambled = new Int32Array(32);
  for (let row = 0; row < 32; row++) {
    const digit = 31 - row;
    const random = randomWord(key0, key1, forScramble + row, 1);
    const matrixRow =
      (row === 0 ? 0 : random & ~((1 << digit) | ((1 << digit) - 1))) | (1 << digit);
    for (let k = 0; k < 32; k++) {
      let x = matrixRow & (plain[k] as number);
      x ^= x >>> 16;
      x ^= x >>> 8;
      x ^= x >>> 4;
      x ^= x >>> 2;
      x ^= x >>> 1;
      scrambled[k] = (scrambled[k] as number) | ((x & 1) << digit);
    }
  }
  return scrambled;
}

/** Point `index` of a dimension, as a 32-bit integer. */
export function sobolPoint(dimension: SobolDimension, index: number): number {
  let point = dimension.shift;
  for (let rest = index, k = 0; rest > 0; rest >>>= 1, k++) {
    if ((rest & 1) === 1) point ^= dimension.directions[k] as number;
  }
  return point;
}

/** Points `first` to `first + n - 1`: about one exclusive-or a point, by doubling aligned runs. */
export function fillSobol(
  draws: Int32Array,
  n: number,
  dimension: SobolDimension,
  first: number,
): void {
  const { directions } = dimension;
  for (let done = 0; done < n;) {
    const index = first + done;
    // The longest aligned run from here: indices that differ only in their low bits.
    let bits = index === 0 ? 30 : 31 - Math.clz32(index & -index);
    while (bits > 0 && 1 << bits > n - done) bits--;
    draws[done] = sobolPoint(dimension, index);
    for (let k = 0, length = 1; k < bits; k++, length *= 2) {
      const direction = directions[k] as number;
      for (let i = 0; i < length; i++)
        draws[done + length + i] = (draws[done + i] as number) ^ direction;
    }
    done += 1 << bits;
  }
}
