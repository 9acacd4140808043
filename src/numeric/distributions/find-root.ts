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
    const step = value / derivative;
    const size = Math.abs(x);
    // A Newton step doubles the digits: after one this small there is nothing left to gain.
    if (Math.abs(step) <= Math.max(Math.min(1e-9, 1e-8 * size), 4e-16 * size))
      return Math.min(upper, Math.max(lower, x - step));
    if (upper - lower <= 4e-16 * Math.max(1, size)) return x;
    let next = x - step;
    if (!(next > lower && next < upper)) next = lower + (upper - lower) / 2;
    x = next;
  }
  return x;
}
