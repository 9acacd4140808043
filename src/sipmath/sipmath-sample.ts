import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';

/** Points of the density that a reader checks its picture by. */
const densityPoints = 25;

/** What a library says of a variable so that its reader can check itself. */
export function sampleMetadata(values: Float64Array): Readonly<Record<string, number>> {
  const moments = momentsOf(values);
  const [min = NaN, p10 = NaN, p25 = NaN, p50 = NaN, p75 = NaN, p90 = NaN, max = NaN] =
    orderStatistics(values).quantiles([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]);
  return {
    count: values.length,
    mean: moments.mean,
    std: Math.sqrt(sampleVariance(moments)),
    min,
    P10: p10,
    P25: p25,
    P50: p50,
    P75: p75,
    P90: p90,
    max,
  };
}

/** The first three trials: a reader that gets others reads the file wrongly. */
export function checkTrials(values: ArrayLike<number>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [0, 1, 2].flatMap((index) => {
      const value = values[index];
      return value === undefined ? [] : [[`Trial${index + 1}`, value]];
    }),
  );
}

/** Probability density on an even grid from the lowest to the highest value. */
export function densityOn(
  min: number,
  max: number,
  density: (x: number) => number,
): readonly number[] {
  if (!(max > min)) return [];
  return Array.from({ length: densityPoints }, (_, index) => {
    const found = density(min + ((max - min) * index) / (densityPoints - 1));
    return Number.isFinite(found) ? found : 0;
  });
}

/** The density of a sample about a point: the share of values within one step of the grid around it. */
export function sampleDensity(values: Float64Array): readonly number[] {
  const [min = NaN, max = NaN] = orderStatistics(values).quantiles([0, 1]);
  if (!(max > min)) return [];
  const width = (max - min) / (densityPoints - 1);
  const counts = new Float64Array(densityPoints);
  for (const value of values) {
    const point = Math.round((value - min) / width);
    counts[point] = (counts[point] ?? 0) + 1;
  }
  // Half of the steps around the first and the last point lies outside.
  return Array.from(
    counts,
    (count, point) =>
      count / (values.length * width * (point === 0 || point === densityPoints - 1 ? 0.5 : 1)),
  );
}
