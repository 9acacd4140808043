/**
 * The smallest of 1, 2 or 5 times a power of ten that covers `range` in at most `count` steps.
 * From multiplications alone, so that it is the same on every engine.
 */
export function niceStep(range: number, count: number): number {
  if (!(range > 0) || !Number.isFinite(range)) return 1;
  let power = 1;
  while (power * count < range) power *= 10;
  while ((power / 10) * count >= range) power /= 10;
  const step = [0.2, 0.5, 1].find((share) => power * share * count >= range) ?? 1;
  return power * step;
}
