import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import type { YearResult } from '../schema/result.ts';
import { remembered } from './remembered.ts';
import { eachReplicate, errorOfMean } from './replicates.ts';
import type { Replication } from './replicates.ts';
import type { RunData } from './run-data.ts';

type Year = Omit<YearResult, 'components'>;

/** Cost of a posture year by year and cumulated, and its mean by category. */
export function byYear(
  data: RunData,
  posture: string,
  years: number,
  categories: readonly string[],
): YearResult[] {
  const each = Array.from({ length: years }, (_, index) => index + 1);
  const totals = each.map((year) => data.column('year', 'total', posture, year));
  const investments = each.map((year) =>
    data.column('investment-year', 'investment', posture, year),
  );
  const { replication } = data;
  const found = remembered(`years ${replication.sampling}`, [...totals, ...investments], () =>
    findYears(totals, investments, replication),
  );
  return found.map((year) => ({
    ...year,
    components: Object.fromEntries(
      categories.map((category) => [
        category,
        data.mean('category-year', category, posture, year.year).mean,
      ]),
    ),
  }));
}

function findYears(
  totals: readonly Float64Array[],
  investments: readonly Float64Array[],
  replication: Replication,
): readonly Year[] {
  const cumulative = new Float64Array(totals[0]?.length ?? 0);
  let before: Spread = { mean: 0, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 };
  return totals.map((column, index) => {
    const invested = investments[index];
    const opening =
      invested !== undefined && isAnything(invested)
        ? spreadOf(sumOf(cumulative, invested))
        : before;
    for (let i = 0; i < cumulative.length; i++)
      cumulative[i] = (cumulative[i] as number) + (column[i] as number);
    const moments = momentsOf(column);
    const means = eachReplicate(replication, (from, to) => momentsOf(column, from, to).mean);
    const [p10 = NaN, p50 = NaN, p90 = NaN] = orderStatistics(column).quantiles([0.1, 0.5, 0.9]);
    const after = spreadOf(cumulative);
    before = after;
    return {
      year: index + 1,
      mean: moments.mean,
      standardError: errorOfMean(
        replication,
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
    };
  });
}

// Plain loops: a function called for each value takes several times as long.
function isAnything(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] !== 0) return true;
  return false;
}

function sumOf(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < sum.length; i++) sum[i] = (a[i] as number) + (b[i] as number);
  return sum;
}

type Spread = YearResult['opening'];

function spreadOf(column: Float64Array): Spread {
  const [p10 = NaN, p25 = NaN, p50 = NaN, p75 = NaN, p90 = NaN] = orderStatistics(column).quantiles(
    [0.1, 0.25, 0.5, 0.75, 0.9],
  );
  return { mean: momentsOf(column).mean, p10, p25, p50, p75, p90 };
}
