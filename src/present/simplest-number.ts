const multiples = [10, 5, 2] as const;

/**
 * The number with the fewest digits from `low` up to but not including `high`: of 0.2675 to 0.2725
 * it is 0.27, of 230 to 270 it is 250. The nearer to the middle where there are several.
 */
export function simplestNumber(low: number, high: number): number {
  if (!(high > low) || (low <= 0 && high > 0)) return low <= 0 && high > 0 ? 0 : low;
  const middle = (low + high) / 2;
  const first = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let power = first; power > first - 15; power--) {
    for (const multiple of multiples) {
      // Tenths of a power, so that 10, 5 and 2 of them are its 1, 0.5 and 0.2.
      const nearest = onGrid(Math.round(toGrid(middle, multiple, power)), multiple, power);
      const candidates = [
        nearest,
        onGrid(Math.ceil(toGrid(low, multiple, power)), multiple, power),
        onGrid(Math.floor(toGrid(high, multiple, power)), multiple, power),
      ];
      const found = candidates.find((value) => value >= low && value < high);
      if (found !== undefined) return found;
    }
  }
  return middle;
}

function toGrid(value: number, multiple: number, power: number): number {
  return Number((value / (multiple * 10 ** (power - 1))).toPrecision(15));
}

function onGrid(count: number, multiple: number, power: number): number {
  return Number((count * multiple * 10 ** (power - 1)).toPrecision(12));
}
