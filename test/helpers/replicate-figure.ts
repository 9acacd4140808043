import type { Columns } from '../../src/engine/merge.ts';
import { momentsOf } from '../../src/numeric/moments.ts';

/** A figure of a whole column and its standard error from the run's independent replicates. */
export function figureOf(
  columns: Columns,
  values: Float64Array,
  statistic: (part: Float64Array) => number,
): { readonly value: number; readonly error: number } {
  const parts = columns.offsets
    .slice(1)
    .map((to, index) => statistic(values.subarray(columns.offsets[index], to)));
  const { count, m2 } = momentsOf(Float64Array.from(parts));
  return { value: statistic(values), error: Math.sqrt(m2 / (count - 1) / count) };
}

export function mean(values: Float64Array): number {
  return momentsOf(values).mean;
}

export function variance(values: Float64Array): number {
  const { count, m2 } = momentsOf(values);
  return m2 / (count - 1);
}

export function thirdCentralMoment(values: Float64Array): number {
  const centre = mean(values);
  return values.reduce((sum, x) => sum + (x - centre) ** 3, 0) / values.length;
}

/** Correlation of two columns. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [mean(x), mean(y)];
  let product = 0;
  for (let i = 0; i < x.length; i++) product += (x[i]! - mx) * (y[i]! - my);
  return product / (x.length - 1) / Math.sqrt(variance(x) * variance(y));
}

/** Ranks from 0, for columns without ties. */
export function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const result = new Float64Array(values.length);
  for (const [rank, index] of order.entries()) result[index] = rank;
  return result;
}
