/**
 * The x in [low, high] at which a rising function passes zero, by Newton steps kept within the
 * bracket and halving where they fail. `evaluate` gives the value and its derivative.
 */
export function findRoot(
  evaluate: (x: number) => readonly [number, number],
  low: number,
  high: number,
  start: number,
): number {
  let lower = low;
  let upper = high;
  let x = start > lower && start < upper ? start : lower + (upper - lower) / 2;
  for (let iteration = 0; iteration < 200; iteration++) {
    const [value, derivative] = evaluate(x);
    if (value === 0) return x;
    if (value > 0) upper = x;
    else lower = x;
    let next = x - value / derivative;
    if (!(next > lower && next < upper)) next = lower + (upper - lower) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.abs(next) || next === lower || next === upper)
      return next;
    x = next;
  }
  return x;
}
