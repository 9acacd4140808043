import type { RunData } from './run-data.ts';

/**
 * Total cost of ownership of a posture over the horizon, HK$ in each trial: the output named
 * `tco`, or the sum of the yearly totals in a model that has none.
 */
export function totalCost(data: RunData, posture: string, years: number): Float64Array {
  for (const of of [posture, null]) {
    if (data.has('output', 'tco', of)) return data.column('output', 'tco', of);
  }
  const total = new Float64Array(data.columns.trials);
  for (let year = 1; year <= years; year++) {
    const column = data.column('year', 'total', posture, year);
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (column[i] as number);
  }
  return total;
}
