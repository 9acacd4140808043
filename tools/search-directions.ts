/**
 * Searches initial direction numbers for the dimensions of Sobol' points that are spread together,
 * one dimension after another: of many candidates the one under which pairs with the dimensions
 * before it are best equidistributed (quality t of each pair, at 2^8 to 2^16 points; neighbours of
 * the most important dimensions weigh most), and none is worse than a pair of independent draws.
 * Prints the text for src/numeric/searched-directions.ts.
 *
 *     npx vite build --config vite.bench.config.ts --ssr tools/search-directions.ts --outDir dist/search
 *     node dist/search/main.js
 */
import { netDimensions } from '../src/numeric/searched-directions.ts';
import { plainDirections } from '../src/numeric/sobol.ts';

const candidates = 600;
const sizes = [8, 9, 10, 11, 12, 13, 14, 15, 16] as const;
/** How much a pair counts that is worse than independent draws, for each time that it is worse. */
const worse = 10;
/** Variance of a pair's correlation over that of independent draws, where something is to be done. */
const tolerated = 1.5;

/** Rows of the generator matrix: row r holds, as bits, digit r of the points with one index bit set. */
function rowsOf(directions: Int32Array): Int32Array {
  return Int32Array.from({ length: 16 }, (_, row) => {
    let bits = 0;
    for (let k = 0; k < 16; k++) bits |= (((directions[k] ?? 0) >>> (31 - row)) & 1) << k;
    return bits;
  });
}

/** Adds a row to a basis in echelon form; false where it depends on the basis. */
function add(basis: Int32Array, row: number): boolean {
  let rest = row;
  while (rest !== 0) {
    const lead = 31 - Math.clz32(rest);
    if (basis[lead] === 0) {
      basis[lead] = rest;
      return true;
    }
    rest ^= basis[lead] ?? 0;
  }
  return false;
}

/** The t of a pair as a net of 2^m points: 0 is best. */
function quality(a: Int32Array, b: Int32Array, m: number): number {
  const mask = (1 << m) - 1;
  let full = m;
  const own = new Int32Array(16);
  for (let fromA = 0; fromA <= m; fromA++) {
    const basis = own.slice();
    let fromB = 0;
    while (fromB < m && add(basis, (b[fromB] ?? 0) & mask)) fromB++;
    full = Math.min(full, fromA + fromB);
    if (fromA < m && !add(own, (a[fromA] ?? 0) & mask)) break;
  }
  return m - full;
}

/**
 * Variance of the correlation of a scrambled pair over that of 2^m independent draws, as far as the
 * first digits that depend on each other make it: 9 / 4^s where s = m - t + 1 digits do, scrambled
 * with 2^(s-2) others.
 */
const againstIndependent = (t: number, m: number) => 36 * 8 ** (t - m - 1) * 2 ** m;

const chosen: Int32Array[] = [];
let text = '';
for (let dimension = 0; dimension < netDimensions; dimension++) {
  let best = Infinity;
  let bestCandidate = 0;
  for (let candidate = 0; candidate < (dimension < 2 ? 1 : candidates); candidate++) {
    const rows = rowsOf(plainDirections(dimension, candidate));
    let badness = 0;
    for (const [other, known] of chosen.entries()) {
      for (const m of sizes) {
        const t = quality(known, rows, m);
        const variance = againstIndependent(t, m);
        badness += 2 ** t / (4 + other) + (variance > tolerated ? worse * variance : 0);
      }
      if (badness >= best) break;
    }
    if (badness >= best) continue;
    best = badness;
    bestCandidate = candidate;
  }
  chosen.push(rowsOf(plainDirections(dimension, bestCandidate)));
  text += String.fromCharCode(33 + (bestCandidate % 94), 33 + Math.floor(bestCandidate / 94));
}
console.log(JSON.stringify(text));
