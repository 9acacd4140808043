/** A value of a quantile function and its slope there. */
export interface Knot {
  readonly value: number;
  readonly slope: number;
}

/**
 * The coefficients of Hermite's cubic from the outer end of a cell (f = 0) to its inner end (f = 1);
 * it never turns within the cell.
 */
export function hermiteCubic(
  outer: Knot,
  inner: Knot,
  signedWidth: number,
): readonly [number, number, number, number] {
  const rise = inner.value - outer.value;
  const d0 = limited(outer.slope * signedWidth, rise);
  const d1 = limited(inner.slope * signedWidth, rise);
  return [outer.value, d0, 3 * rise - 2 * d0 - d1, d0 + d1 - 2 * rise];
}

/** A slope of at most three times the rise keeps the cubic from turning (Fritsch and Carlson 1980). */
function limited(slope: number, rise: number): number {
  const most = 3 * Math.abs(rise);
  return Math.max(-most, Math.min(most, slope));
}
