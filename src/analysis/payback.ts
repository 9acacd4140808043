import { momentsOf } from '../numeric/moments.ts';
import { selectQuantiles } from '../numeric/quantile-select.ts';
import type { Payback } from '../schema/result.ts';
import { eachReplicate, errorOfReplicates } from './replicates.ts';
import { remembered } from './remembered.ts';
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
  let month = 0;
  let cumulative = 0;
  for (let year = 0; year < years; year++) {
    const [investment, rest] = difference(year);
    const start = cumulative + investment;
    const end = start + rest;
    if (start > 0 || end > 0) month = monthIn(year, start, end);
    cumulative = end;
  }
  return cumulative > 0 ? null : month;
}

/** The month until which more has been spent, in a year that begins or ends so. */
function monthIn(year: number, start: number, end: number): number {
  return end > 0 ? 12 * (year + 1) : 12 * (year + start / (start - end));
}

/** Expected payback and its distribution over trials. */
export function paybackOf(
  chosen: YearlyCost,
  other: YearlyCost,
  replication: Replication,
): Payback {
  const columns = [...chosen.total, ...chosen.investment, ...other.total, ...other.investment];
  return remembered(`payback ${replication.sampling}`, columns, () =>
    findPayback(chosen, other, replication),
  );
}

function findPayback(chosen: YearlyCost, other: YearlyCost, replication: Replication): Payback {
  const years = chosen.total.length;
  const trials = chosen.total[0]?.length ?? 0;
  const beyond = 12 * years + 1;
  const months = new Float64Array(trials);
  const cumulative = new Float64Array(trials);
  for (let year = 0; year < years; year++) {
    const [spent, spentElsewhere] = [chosen.total[year], other.total[year]];
    const [invested, investedElsewhere] = [chosen.investment[year], other.investment[year]];
    if (!spent || !spentElsewhere || !invested || !investedElsewhere) continue;
    for (let trial = 0; trial < trials; trial++) {
      const investment = (invested[trial] as number) - (investedElsewhere[trial] as number);
      const total = (spent[trial] as number) - (spentElsewhere[trial] as number);
      const start = (cumulative[trial] as number) + investment;
      const end = start + (total - investment);
      if (start > 0 || end > 0) months[trial] = monthIn(year, start, end);
      cumulative[trial] = end;
    }
  }
  let within = 0;
  for (let trial = 0; trial < trials; trial++) {
    if ((cumulative[trial] as number) > 0) months[trial] = beyond;
    else within++;
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
