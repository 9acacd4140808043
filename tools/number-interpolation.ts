/**
 * What d3-scale needs of d3-interpolate for scales of numbers, bit for bit the same; the whole of it
 * would bring colours, dates and transforms along. See lean-plugin.ts.
 */
export function interpolateNumber(from: number, to: number): (share: number) => number {
  return (share) => from * (1 - share) + to * share;
}

export function interpolateRound(from: number, to: number): (share: number) => number {
  const interpolate = interpolateNumber(from, to);
  return (share) => Math.round(interpolate(share));
}

export { interpolateNumber as interpolate };

/** Only scales of colours need it, and there are none. */
export function piecewise(): never {
  throw new Error('scales of this build are of two numbers');
}
