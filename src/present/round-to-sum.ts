/**
 * Parts rounded to a step so that they add up to their total rounded to the same step: each is
 * rounded down, and those that lose most are rounded up until the sum is right (largest remainder).
 * Returns whole numbers of steps.
 */
export function roundToSum(
  parts: readonly number[],
  step: number,
): {
  readonly parts: readonly number[];
  readonly total: number;
} {
  const exact = parts.map((part) => part / step);
  const total = Math.round(exact.reduce((sum, part) => sum + part, 0));
  const rounded = exact.map(Math.floor);
  const missing = total - rounded.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) rounded[index] = (rounded[index] ?? 0) + 1;
  return { parts: rounded, total };
}
