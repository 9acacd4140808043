import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { selectQuantiles, selectRank } from '../numeric/quantile-select.ts';
import type { Summary } from '../schema/result.ts';
import { eachReplicate, errorOfMean, errorOfReplicates } from './replicates.ts';
import type { Replication } from './replicates.ts';

const percentiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
const dotProbabilities = Array.from({ length: 50 }, (_, index) => (index + 0.5) / 50);

/** Which end of a distribution is the bad one: large for a cost, small for a saving. */
export type Worse = 'large' | 'small';

/**
 * Mean of the worst 5 % of values[from] to values[to - 1]: the conditional value at risk. Where
 * 5 % is not a whole number of trials, the last one counts in part.
 */
export function conditionalValueAtRisk(
  values: Float64Array,
  worse: Worse,
  from = 0,
  to = values.length,
): number {
  const n = to - from;
  const sign = worse === 'large' ? 1 : -1;
  const whole = Math.max(1, Math.ceil(n / 20));
  const boundary = selectRank(values, worse === 'large' ? n - whole : whole - 1, from, to);
  // As the boundary and the mean excess over it (Rockafellar and Uryasev 2002), which is exact for
  // equal values and gives the boundary the weight that makes up 5 %.
  let excess = 0;
  for (let i = from; i < to; i++) {
    const beyond = sign * ((values[i] as number) - boundary);
    if (beyond > 0) excess += beyond;
  }
  return boundary + (sign * excess) / (n / 20);
}

/** Mean, spread, percentiles and their standard errors of one column. */
export function summarise(values: Float64Array, replication: Replication, worse: Worse): Summary {
  const figures = (from: number, to: number) => {
    const moments = momentsOf(values, from, to);
    return {
      mean: moments.mean,
      sd: Math.sqrt(sampleVariance(moments)),
      percentiles: selectQuantiles(values, percentiles, from, to),
      cvar95: conditionalValueAtRisk(values, worse, from, to),
    };
  };
  const whole = figures(0, values.length);
  const parts = replication.offsets
    .slice(1)
    .map((to, index) => figures(replication.offsets[index] ?? 0, to));
  const error = (figure: (part: (typeof parts)[number]) => number) =>
    errorOfReplicates(parts.map(figure));
  const [min, max] = selectQuantiles(values, [0, 1]);
  const at = (list: readonly number[], index: number) => list[index] ?? NaN;
  const q = whole.percentiles;
  const errors = {
    sd: error((part) => part.sd),
    p5: error((part) => at(part.percentiles, 0)),
    p10: error((part) => at(part.percentiles, 1)),
    p25: error((part) => at(part.percentiles, 2)),
    p50: error((part) => at(part.percentiles, 3)),
    p75: error((part) => at(part.percentiles, 4)),
    p90: error((part) => at(part.percentiles, 5)),
    p95: error((part) => at(part.percentiles, 6)),
    cvar95: error((part) => part.cvar95),
  };
  return {
    mean: whole.mean,
    standardError: errorOfMean(
      replication,
      parts.map((part) => part.mean),
      whole.sd,
      values.length,
    ),
    sd: whole.sd,
    min: min ?? NaN,
    max: max ?? NaN,
    p5: at(q, 0),
    p10: at(q, 1),
    p25: at(q, 2),
    p50: at(q, 3),
    p75: at(q, 4),
    p90: at(q, 5),
    p95: at(q, 6),
    cvar95: whole.cvar95,
    dots: selectQuantiles(values, dotProbabilities),
    // One replicate alone knows no error of its percentiles: nothing is said rather than zero.
    errors: parts.length < 2 ? {} : errors,
  };
}

/** The summary of a value that is the same in every trial. */
export function summariseConstant(value: number): Summary {
  return {
    mean: value,
    standardError: 0,
    sd: 0,
    min: value,
    max: value,
    p5: value,
    p10: value,
    p25: value,
    p50: value,
    p75: value,
    p90: value,
    p95: value,
    cvar95: value,
    dots: dotProbabilities.map(() => value),
    errors: { sd: 0, p5: 0, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0, p95: 0, cvar95: 0 },
  };
}

/** The share of trials in which something holds, with its standard error. */
export function probability(
  holds: (trial: number) => number,
  replication: Replication,
  trials: number,
): { readonly value: number; readonly error: number } {
  const share = (from: number, to: number) => {
    let count = 0;
    for (let i = from; i < to; i++) count += holds(i);
    return count / (to - from);
  };
  const value = share(0, trials);
  return {
    value,
    error: errorOfMean(
      replication,
      eachReplicate(replication, share),
      Math.sqrt(value * (1 - value)),
      trials,
    ),
  };
}
