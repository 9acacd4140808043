/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

/** Milliseconds that something takes, and what it gives. */
export function timed<T>(work: () => T): { readonly milliseconds: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { milliseconds: performance.now() - start, value };
}

/**
 * Measures several ways of doing something in turn, so that what else the machine does falls on
 * all of them alike: the median of the rounds for each, in milliseconds. One round goes before.
 */
export async function inTurn(
  rounds: number,
  contenders: Readonly<
    Record<string, { readonly before?: () => unknown; readonly work: () => unknown }>
  >,
): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { before, work }] of Object.entries(contenders)) {
      await before?.();
      const { milliseconds } = timed(work);
      if (round > 0) (times[name] ??= []).push(milliseconds);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, own]) => [name, median(own)]));
}

/** Prints rows under a heading, numbers to the right. */
export function print(heading: string, rows: readonly (readonly (string | number)[])[]): void {
  console.log(`\n${heading}`);
  for (const [first = '', ...rest] of rows) {
    const cells = rest.map((cell) =>
      (typeof cell === 'number' ? cell.toFixed(2) : cell).padStart(12),
    );
    console.log(`  ${String(first).padEnd(44)}${cells.join('')}`);
  }
}
