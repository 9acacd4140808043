import type { CellValue, ResolvedInput } from '../schema/resolved.ts';

/** All values of an input, and its multiplier. */
export function partsOf({ cells, times }: ResolvedInput): readonly CellValue[] {
  return times === null ? cells.flat() : [...cells.flat(), times];
}

/** Whether some value of an input is given as a distribution. */
export function isUncertain(input: ResolvedInput): boolean {
  return partsOf(input).some(({ kind }) => kind === 'distribution');
}
