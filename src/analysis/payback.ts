import { momentsOf } from '../numeric/moments.ts';
import { selectQuantiles } from '../numeric/quantile-select.ts';
import type { Payback } from '../schema/result.ts';
import { eachReplicate, errorOfReplicates } from './replicates.ts';
import type { Replication } from './replicates.ts';

/** Yearly cost of one posture: in all, and the part of it that is invested at the start of the year. */
export interface YearlyCost {
  readonly total: readonly Float64Array[];
  readonly investment: readonly Float64Array[];
}

/**
 * The month from which on the cumulative cost of the chosen posture stays at or below the other's.
 * Investments are paid at the start of their year, everything else accrues evenly. `difference`
 * gives chosen less other for a year: [investment, the rest]. null beyond the horizon.
 */
export function paybackMonth(
  years: number,
  difference: (year: number) => readonly [number, number],
): number | null {
  const each = Array.from({ length: years }, (_, year) => difference(year));
  const month = monthOf(
    Float64Array.from(each, ([investment]) => investment),
    Float64Array.from(each, ([, rest]) => rest),
  );
  return month < 0 ? null : month;
}

/** The same from arrays that are used again for every trial; below 0 beyond the horizon. */
function monthOf(investment: Float64Array, rest: Float64Array): number {
  let month = 0;
  let cumulative = 0;
  for (let year = 0; year < investment.length; year++) {
    const start = cumulative + (investment[year] as number);
    const end = start + (rest[year] as number);
    if (end > 0) month = 12 * (year + 1);
    else if (start > 0) month = 12 * (year + start / (start - end));
    cumulative = end;
  }
  return cumulative > 0 ? -1 : month;
}

/** Expected payback and its distribution over trials. */
export function paybackOf(
  chosen: YearlyCost,
  other: YearlyCost,
  replication: Replication,
): Payback {
  const years = chosen.total.length;
  const trials = chosen.total[0]?.length ?? 0;
  const beyond = 12 * years + 1;
  const months = new Float64Array(trials);
  const investment = new Float64Array(years);
  const rest = new Float64Array(years);
  let within = 0;
  for (let trial = 0; trial < trials; trial++) {
    for (let year = 0; year < years; year++) {
      const invested =
        (chosen.investment[year]?.[trial] ?? 0) - (other.investment[year]?.[trial] ?? 0);
      const total = (chosen.total[year]?.[trial] ?? 0) - (other.total[year]?.[trial] ?? 0);
      investment[year] = invested;
      rest[year] = total - invested;
    }
    const month = monthOf(investment, rest);
    if (month >= 0) within++;
    months[trial] = month < 0 ? beyond : month;
  }
  const expected = (from: number, to: number): number => {
    const mean = (columns: readonly Float64Array[], year: number) =>
      momentsOf(columns[year] ?? new Float64Array(0), from, to).mean;
    const month = paybackMonth(years, (year) => {
      const investment = mean(chosen.investment, year) - mean(other.investment, year);
      return [investment, mean(chosen.total, year) - mean(other.total, year) - investment];
    });
    return month ?? NaN;
  };
  const month = expected(0, trials);
  const error = errorOfReplicates(eachReplicate(replication, expected));
  const [p10, p50, p90] = selectQuantiles(months, [0.1, 0.5, 0.9]).map((value) =>
    value > 12 * years ? null : value,
  );
  return {
    months: Number.isNaN(month) ? null : month,
    standardError: Number.isNaN(month) || Number.isNaN(error) ? null : error,
    probabilityWithinHorizon: within / trials,
    p10: p10 ?? null,
    p50: p50 ?? null,
    p90: p90 ?? null,
  };
}
