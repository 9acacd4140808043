/**
 * Searches initial direction numbers for the declared dimensions of Sobol' points, one dimension
 * after another: of many candidates the one under which pairs with the dimensions before it are
 * best equidistributed (quality t of each pair, at 2^8 to 2^16 points; neighbours of the most
 * important dimensions weigh most). Prints the text for src/numeric/searched-directions.ts.
 *
 *     npx vite build --config vite.bench.config.ts --ssr tools/search-directions.ts --outDir dist/search
 *     node dist/search/main.js
 */
import { plainDirections } from '../src/numeric/sobol.ts';

const dimensions = 192;
const candidates = 94;
const sizes = [8, 10, 12, 14, 16] as const;

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

const chosen: Int32Array[] = [];
let text = '';
for (let dimension = 0; dimension < dimensions; dimension++) {
  let best = Infinity;
  let bestCandidate = 0;
  for (let candidate = 0; candidate < (dimension < 2 ? 1 : candidates); candidate++) {
    const rows = rowsOf(plainDirections(dimension, candidate));
    let badness = 0;
    for (const [other, known] of chosen.entries()) {
      const weight = 1 / (4 + other);
      for (const m of sizes) badness += weight * 2 ** quality(known, rows, m);
      if (badness >= best) break;
    }
    if (badness >= best) continue;
    best = badness;
    bestCandidate = candidate;
  }
  chosen.push(rowsOf(plainDirections(dimension, bestCandidate)));
  text += String.fromCharCode(33 + bestCandidate);
}
console.log(JSON.stringify(text));
