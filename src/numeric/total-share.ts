/**
 * How much of an output's variance would be left if all but one driver were known (Jansen 1999):
 * half the mean square by which the output moves when that driver alone is drawn again, as a
 * share of its variance. It counts the driver's own part and all its interactions.
 */
export function totalShare(
  values: Float64Array,
  again: Float64Array,
  variance: number,
  from = 0,
  to = values.length,
): number {
  let squares = 0;
  for (let i = from; i < to; i++) {
    const moved = (again[i] as number) - (values[i] as number);
    squares += moved * moved;
  }
  return variance > 0 && to > from ? squares / (2 * (to - from) * variance) : 0;
}
