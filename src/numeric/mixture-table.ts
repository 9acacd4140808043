import type { MixtureDistribution } from './distributions/mixture-distribution.ts';
import { hermiteCubic } from './hermite-cubic.ts';
import { fillFromTable, octaves } from './quantile-table.ts';
import type { QuantileTable } from './quantile-table.ts';

const cellsLog2 = 6;
const cells = 1 << cellsLog2;
/** Further out draws are too rare to be worth a table. */
const tabulatedOctaves = 20;

/**
 * The quantile table of a mixture. Between the parts of a mixture its quantile function may jump or
 * stand still: cells in which the cubic is not exact are marked, and their draws are solved for.
 */
export interface MixtureTable {
  readonly table: QuantileTable;
  readonly distribution: MixtureDistribution;
  readonly rough: Uint8Array;
  /** The quantiles at the outer and the inner end of each cell. */
  readonly outer: Float64Array;
  readonly inner: Float64Array;
}

/** Builds the table of a mixture that has a continuous part. */
export function buildMixtureTable(distribution: MixtureDistribution): MixtureTable {
  const count = 2 * octaves * cells;
  const coefficients = new Float64Array(4 * count);
  const rough = new Uint8Array(count).fill(1);
  const outer = new Float64Array(count);
  const inner = new Float64Array(count);
  const spread = distribution.quantile(0.25, true) - distribution.quantile(0.25);
  for (const upper of [false, true]) {
    const end = distribution.quantile(1 / 8589934592, upper);
    let near = { value: distribution.quantile(0.5), slope: distribution.slope(0.5, upper) };
    for (let octave = 0, width = 0.25 / cells; octave < octaves; octave++, width /= 2) {
      for (let cell = cells - 1; cell >= 0; cell--) {
        const index = (upper ? octaves * cells : 0) + octave * cells + cell;
        inner[index] = near.value;
        outer[index] = end;
        if (octave >= tabulatedOctaves) continue;
        const p = (cells + cell) * width;
        const value = distribution.quantile(p, upper);
        const far = {
          value: upper ? Math.max(value, near.value) : Math.min(value, near.value),
          slope: distribution.slope(p, upper),
        };
        outer[index] = far.value;
        const cubic = hermiteCubic(far, near, upper ? -width : width);
        coefficients.set(cubic, 4 * index);
        rough[index] = isExact(distribution, cubic, p, width, upper, spread) ? 0 : 1;
        near = far;
      }
    }
  }
  return { table: { cellsLog2, coefficients }, distribution, rough, outer, inner };
}

/** Whether the cubic is right to 1e-8 of the value (or of a thousandth of the spread) at three places within. */
function isExact(
  distribution: MixtureDistribution,
  [c0, c1, c2, c3]: readonly [number, number, number, number],
  p: number,
  width: number,
  upper: boolean,
  spread: number,
): boolean {
  const rise = c1 + c2 + c3;
  // Both ends are one atom.
  if (rise === 0) return true;
  for (const f of [0.25, 0.5, 0.75]) {
    const x = c0 + f * (c1 + f * (c2 + f * c3));
    const tail = p + f * width;
    const missed = distribution.cdf(x) - (upper ? 1 - tail : tail);
    const slope = Math.max(Math.abs(rise), Math.abs(c1 + f * (2 * c2 + 3 * f * c3))) / width;
    if (!(Math.abs(missed) * slope <= 1e-8 * Math.max(Math.abs(x), 1e-3 * spread))) return false;
  }
  return true;
}

/** The mixture's value at each draw. */
export function fillFromMixture(
  out: Float64Array,
  draws: Int32Array,
  n: number,
  { table, distribution, rough, outer, inner }: MixtureTable,
): void {
  fillFromTable(out, draws, n, table, 0, 1);
  for (let i = 0; i < n; i++) {
    const draw = draws[i] as number;
    const upper = draw < 0;
    const tail = (((upper ? ~draw : draw) << 1) | 1) >>> 0;
    const octave = Math.clz32(tail);
    const within = ((tail << octave) >>> (31 - cellsLog2)) & (cells - 1);
    const index = (upper ? octaves * cells : 0) + octave * cells + within;
    if (rough[index] === 0) continue;
    const [far, near] = [outer[index] as number, inner[index] as number];
    out[i] = distribution.quantileBetween(
      tail / 8589934592,
      upper,
      Math.min(far, near),
      Math.max(far, near),
    );
  }
}
