import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import type { YearResult } from '../schema/result.ts';
import { eachReplicate, errorOfMean } from './replicates.ts';
import type { RunData } from './run-data.ts';

/** Cost of a posture year by year and cumulated, and its mean by category. */
export function byYear(
  data: RunData,
  posture: string,
  years: number,
  categories: readonly string[],
): YearResult[] {
  const cumulative = new Float64Array(data.columns.trials);
  const results: YearResult[] = [];
  for (let year = 1; year <= years; year++) {
    const column = data.column('year', 'total', posture, year);
    for (let i = 0; i < cumulative.length; i++)
      cumulative[i] = (cumulative[i] as number) + (column[i] as number);
    const moments = momentsOf(column);
    const means = eachReplicate(data.replication, (from, to) => momentsOf(column, from, to).mean);
    const [p10 = NaN, p50 = NaN, p90 = NaN] = orderStatistics(column).quantiles([0.1, 0.5, 0.9]);
    const [c10 = NaN, c25 = NaN, c50 = NaN, c75 = NaN, c90 = NaN] = orderStatistics(
      cumulative,
    ).quantiles([0.1, 0.25, 0.5, 0.75, 0.9]);
    results.push({
      year,
      mean: moments.mean,
      standardError: errorOfMean(
        data.replication,
        means,
        Math.sqrt(sampleVariance(moments)),
        moments.count,
      ),
      p10,
      p50,
      p90,
      cumulativeMean: momentsOf(cumulative).mean,
      cumulativeP10: c10,
      cumulativeP25: c25,
      cumulativeP50: c50,
      cumulativeP75: c75,
      cumulativeP90: c90,
      components: Object.fromEntries(
        categories.map((category) => [
          category,
          data.mean('category-year', category, posture, year).mean,
        ]),
      ),
    });
  }
  return results;
}
