/**
 * The values that an input can have at all: shares lie between 0 and 1, and what is never below
 * nothing in a sensible range is never below nothing.
 */
export function possibleRange(
  unit: string,
  sensible: readonly [number, number] | null,
): readonly [lowest: number, highest: number] {
  if (unit === 'share' && (sensible === null || (sensible[0] === 0 && sensible[1] === 1)))
    return [0, 1];
  return [(sensible?.[0] ?? -1) >= 0 ? 0 : -Infinity, Infinity];
}
