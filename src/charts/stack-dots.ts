/** Dots on one another: where a column stands, in columns of one dot's width, and how many are in it. */
export interface DotColumn {
  /** Distance of the column's middle from the left end, in columns of that width. */
  readonly x: number;
  readonly count: number;
}

/**
 * Stacks dots as counters: each in the column of its place, so that no dot covers another and none
 * moves by more than half its width.
 */
export function stackDots(positions: readonly number[], width: number): readonly DotColumn[] {
  const counts = new Map<number, number>();
  for (const position of positions) {
    const column = Math.floor(position / width);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([column, count]) => ({ x: (column + 0.5) * width, count }));
}
