const numbers = new WeakMap<Float64Array, number>();
const findings = new WeakMap<Float64Array, Map<string, unknown>>();
let next = 0;

function numberOf(column: Float64Array): number {
  const known = numbers.get(column) ?? next++;
  numbers.set(column, known);
  return known;
}

/**
 * What was found of columns before, or is now. Columns that a run did not compute anew are the
 * very same arrays, so that of a changed scenario only what changed is analysed again. For columns
 * that nobody writes to any more; what was found lives as long as the first of them.
 */
export function remembered<T>(what: string, columns: readonly Float64Array[], find: () => T): T {
  const [first] = columns;
  if (first === undefined) return find();
  const own = findings.get(first) ?? new Map<string, unknown>();
  findings.set(first, own);
  const key = `${what} ${columns.map(numberOf).join()}`;
  if (!own.has(key)) own.set(key, find());
  return own.get(key) as T;
}
