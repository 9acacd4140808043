import type { Distribution } from './distributions/distribution.ts';
import { hermiteCubic } from './hermite-cubic.ts';
import type { Knot } from './hermite-cubic.ts';

/** Octaves of tail probability a side. */
export const octaves = 32;
const coarsestCellsLog2 = 3;
const finestCellsLog2 = 6;

/**
 * A quantile function as cubic pieces over the tail probability: 32 octaves a side, so that the
 * pieces shrink with the tail, each octave cut into 2^cellsLog2 cells. A draw is 32 bits:
 * u = (draw + 1/2) / 2^32; the tail probability of the nearer side is an odd number over 2^33,
 * whose leading one names the octave, the bits after it the cell, and the rest the place within.
 */
export interface QuantileTable {
  readonly cellsLog2: number;
  /** Four coefficients a cell: the lower side's cells, then the upper side's. */
  readonly coefficients: Float64Array;
}

/** Builds the table of a continuous distribution, as fine as its curvature asks for. */
export function buildQuantileTable(distribution: Distribution): QuantileTable {
  let cellsLog2 = coarsestCellsLog2;
  while (cellsLog2 < finestCellsLog2 && !isFine(distribution, cellsLog2)) cellsLog2++;
  const cells = 1 << cellsLog2;
  const coefficients = new Float64Array(2 * octaves * cells * 4);
  for (const upper of [false, true]) {
    // From the middle outwards: neighbours in turn, so that solvers start near their answer.
    let inner = { value: distribution.quantile(0.5), slope: distribution.slope(0.5, upper) };
    for (let octave = 0, width = 0.25 / cells; octave < octaves; octave++, width /= 2) {
      for (let cell = cells - 1; cell >= 0; cell--) {
        const { value, slope } = knotAt(distribution, (cells + cell) * width, upper);
        // The last digits of a solver must not make the table fall.
        const outer = {
          value: upper ? Math.max(value, inner.value) : Math.min(value, inner.value),
          slope,
        };
        const at = 4 * ((upper ? octaves * cells : 0) + octave * cells + cell);
        coefficients.set(hermiteCubic(outer, inner, upper ? -width : width), at);
        inner = outer;
      }
    }
  }
  return { cellsLog2, coefficients };
}

function knotAt(distribution: Distribution, p: number, upper: boolean): Knot {
  return { value: distribution.quantile(p, upper), slope: distribution.slope(p, upper) };
}

/** Whether cell middles are exact to 1e-9 of the value (or of a thousandth of the spread), down to tails of 2^-20. */
function isFine(distribution: Distribution, cellsLog2: number): boolean {
  const cells = 1 << cellsLog2;
  const spread = distribution.quantile(0.25, true) - distribution.quantile(0.25);
  for (const upper of [false, true]) {
    for (let octave = 0, width = 0.25 / cells; octave < 20; octave++, width /= 2) {
      for (let cell = cells - 1; cell >= 0; cell -= cells >> 2) {
        const inner = knotAt(distribution, (cells + cell + 1) * width, upper);
        const exact = distribution.quantile((cells + cell + 0.5) * width, upper);
        const outer = knotAt(distribution, (cells + cell) * width, upper);
        const [c0, c1, c2, c3] = hermiteCubic(outer, inner, upper ? -width : width);
        const interpolated = c0 + 0.5 * (c1 + 0.5 * (c2 + 0.5 * c3));
        const tolerance = 1e-9 * Math.max(Math.abs(exact), 1e-3 * spread);
        if (!(Math.abs(interpolated - exact) <= tolerance)) return false;
      }
    }
  }
  return true;
}

/** location + scale times the table's value at each draw. */
export function fillFromTable(
  out: Float64Array,
  draws: Int32Array,
  n: number,
  table: QuantileTable,
  location: number,
  scale: number,
): void {
  const { coefficients, cellsLog2 } = table;
  const upperSide = octaves << cellsLog2;
  const cellShift = 31 - cellsLog2;
  const cellMask = (1 << cellsLog2) - 1;
  const placeMask = (1 << cellShift) - 1;
  const perPlace = 1 / (placeMask + 1);
  for (let i = 0; i < n; i++) {
    const draw = draws[i] as number;
    const upper = draw >>> 31;
    // Twice the distance from the nearer end, plus one: odd, and at least 1.
    const tail = (((upper === 1 ? ~draw : draw) << 1) | 1) >>> 0;
    const octave = Math.clz32(tail);
    const normalised = tail << octave;
    const cell =
      (octave << cellsLog2) + ((normalised >>> cellShift) & cellMask) + upper * upperSide;
    const place = (normalised & placeMask) * perPlace;
    const at = cell << 2;
    out[i] =
      location +
      scale *
        ((coefficients[at] as number) +
          place *
            ((coefficients[at + 1] as number) +
              place *
                ((coefficients[at + 2] as number) + place * (coefficients[at + 3] as number))));
  }
}
