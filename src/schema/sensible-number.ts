/**
 * A number to the digits that matter beside a spread: in steps of a power of ten, a hundredth of the
 * spread or less. From multiplications alone, so that it is the same on every engine.
 */
export function sensibleNumber(value: number, spread: number): number {
  const finest = Math.abs(spread) / 100;
  if (!(finest > 0) || !Number.isFinite(finest) || !Number.isFinite(value)) return value;
  let step = 1;
  while (step * 10 <= finest) step *= 10;
  while (step > finest) step /= 10;
  if (step === 0) return value;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
