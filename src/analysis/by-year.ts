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
  let before: Spread = { mean: 0, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 };
  const results: YearResult[] = [];
  for (let year = 1; year <= years; year++) {
    const column = data.column('year', 'total', posture, year);
    const invested = data.column('investment-year', 'investment', posture, year);
    const opening = invested.some((each) => each !== 0)
      ? spreadOf(cumulative.map((each, i) => each + (invested[i] as number)))
      : before;
    for (let i = 0; i < cumulative.length; i++)
      cumulative[i] = (cumulative[i] as number) + (column[i] as number);
    const moments = momentsOf(column);
    const means = eachReplicate(data.replication, (from, to) => momentsOf(column, from, to).mean);
    const [p10 = NaN, p50 = NaN, p90 = NaN] = orderStatistics(column).quantiles([0.1, 0.5, 0.9]);
    const after = spreadOf(cumulative);
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
      opening,
      cumulativeMean: after.mean,
      cumulativeP10: after.p10,
      cumulativeP25: after.p25,
      cumulativeP50: after.p50,
      cumulativeP75: after.p75,
      cumulativeP90: after.p90,
      components: Object.fromEntries(
        categories.map((category) => [
          category,
          data.mean('category-year', category, posture, year).mean,
        ]),
      ),
    });
    before = after;
  }
  return results;
}

type Spread = YearResult['opening'];

function spreadOf(column: Float64Array): Spread {
  const [p10 = NaN, p25 = NaN, p50 = NaN, p75 = NaN, p90 = NaN] = orderStatistics(column).quantiles(
    [0.1, 0.25, 0.5, 0.75, 0.9],
  );
  return { mean: momentsOf(column).mean, p10, p25, p50, p75, p90 };
}
