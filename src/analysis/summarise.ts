import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import type { OrderStatistics } from '../numeric/order-statistics.ts';
import type { Summary } from '../schema/result.ts';
import { eachReplicate, errorOfMean, errorOfReplicates } from './replicates.ts';
import type { Replication } from './replicates.ts';

/** How much is said of a figure. `draft`, for pictures that move: no standard errors but those of means. */
export type Detail = 'draft' | 'full';

const percentiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
const dotProbabilities = Array.from({ length: 50 }, (_, index) => (index + 0.5) / 50);
/** Half of the distance between two dots, and a little: the dots beside a percentile, not itself. */
const dotsApart = 0.011;
const nearestDot = (probability: number) =>
  dotProbabilities.reduce((a, b) =>
    Math.abs(b - probability) < Math.abs(a - probability) ? b : a,
  );
/** The two percentiles far out whose errors are told, each between two others that tell how fast values rise there. */
const farOut = [0.01, 0.99] as const;
const besideFarOut = [0.004, 0.016, 0.984, 0.996] as const;
const farthest = 0.999;
/** Futures that must lie beyond a percentile before it is told. */
const fewestBeyond = 10;
const allProbabilities = [
  ...new Set([0, ...percentiles, ...dotProbabilities, ...farOut, ...besideFarOut, farthest, 1]),
].toSorted((a, b) => a - b);
const placeOf = new Map(allProbabilities.map((probability, index) => [probability, index]));

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
  order: OrderStatistics = orderStatistics(values, from, to),
): number {
  const n = to - from;
  const sign = worse === 'large' ? 1 : -1;
  const whole = Math.max(1, Math.ceil(n / 20));
  const boundary = order.at(worse === 'large' ? n - whole : whole - 1);
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
export function summarise(
  values: Float64Array,
  replication: Replication,
  worse: Worse,
  detail: Detail = 'full',
): Summary {
  const moments = momentsOf(values);
  const sd = Math.sqrt(sampleVariance(moments));
  const order = orderStatistics(values);
  const found = order.quantiles(allProbabilities);
  const at = (probability: number) => found[placeOf.get(probability) ?? -1] ?? NaN;
  const means = eachReplicate(replication, (from, to) => momentsOf(values, from, to).mean);
  return {
    mean: moments.mean,
    standardError: errorOfMean(replication, means, sd, values.length),
    sd,
    min: at(0),
    max: at(1),
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    cvar95: conditionalValueAtRisk(values, worse, 0, values.length, order),
    ...(tells(farOut[1], values.length) ? { p1: at(farOut[0]), p99: at(farOut[1]) } : {}),
    ...(tells(farthest, values.length) ? { p999: at(farthest) } : {}),
    dots: dotProbabilities.map(at),
    errors: detail === 'full' ? errorsOf(values, replication, worse, at) : {},
  };
}

/** Whether so many trials tell a percentile: at least ten of them lie beyond it. */
function tells(probability: number, trials: number): boolean {
  return Math.round(trials * (1 - probability)) >= fewestBeyond;
}

/** Standard errors from the spread of the same figures over the replicates. */
function errorsOf(
  values: Float64Array,
  { offsets }: Replication,
  worse: Worse,
  at: (probability: number) => number,
): Summary['errors'] {
  // One replicate alone knows no error of its percentiles: nothing is said rather than zero.
  if (offsets.length < 3) return {};
  const parts = offsets.slice(1).map((to, index) => {
    const from = offsets[index] ?? 0;
    const order = orderStatistics(values, from, to);
    return {
      sd: Math.sqrt(sampleVariance(momentsOf(values, from, to))),
      percentiles: order.quantiles(percentiles),
      cvar95: conditionalValueAtRisk(values, worse, from, to, order),
    };
  });
  const error = (figure: (part: (typeof parts)[number]) => number) =>
    errorOfReplicates(parts.map(figure));
  const told: readonly number[] = [farOut[0], ...percentiles, farOut[1]];
  const shares = sharesBelow(values, offsets, told.map(at));
  const errorOfShare = (index: number) =>
    errorOfReplicates(shares.map((part) => part[index] ?? NaN));
  // A replicate has too few futures out there for a percentile of its own: their shares alone tell.
  const far = (probability: number, below: number, above: number) =>
    ((at(above) - at(below)) / (above - below)) * errorOfShare(told.indexOf(probability));
  // A percentile of all trials errs more than the mean of those of its replicates, where points
  // are quasi-random: their shares below it tell by how much, times how fast values rise there.
  const percentile = (index: number) => {
    const p = percentiles[index] ?? NaN;
    const [below, above] = [p - dotsApart, p + dotsApart].map(nearestDot);
    const rise = (at(above ?? NaN) - at(below ?? NaN)) / ((above ?? NaN) - (below ?? NaN));
    const moved = rise * errorOfShare(index + 1);
    return Math.max(
      error((part) => part.percentiles[index] ?? NaN),
      moved,
    );
  };
  return {
    sd: error((part) => part.sd),
    ...(tells(farOut[1], values.length)
      ? {
          p1: far(farOut[0], besideFarOut[0], besideFarOut[1]),
          p99: far(farOut[1], besideFarOut[2], besideFarOut[3]),
        }
      : {}),
    p5: percentile(0),
    p10: percentile(1),
    p25: percentile(2),
    p50: percentile(3),
    p75: percentile(4),
    p90: percentile(5),
    p95: percentile(6),
    cvar95: error((part) => part.cvar95),
  };
}

/** The share of each replicate that is at most each of some rising values. */
function sharesBelow(
  values: Float64Array,
  offsets: readonly number[],
  bounds: readonly number[],
): readonly (readonly number[])[] {
  return offsets.slice(1).map((to, replicate) => {
    const from = offsets[replicate] ?? 0;
    const counts = new Float64Array(bounds.length + 1);
    for (let i = from; i < to; i++) {
      let place = 0;
      while (place < bounds.length && (values[i] as number) > (bounds[place] as number)) place++;
      counts[place] = (counts[place] as number) + 1;
    }
    let sum = 0;
    return bounds.map((_, index) => (sum += counts[index] as number) / (to - from));
  });
}

/** The summary of a value that is the same in every trial. */
export function summariseConstant(value: number): Summary {
  return {
    p1: value,
    p99: value,
    p999: value,
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
    errors: {
      sd: 0,
      p1: 0,
      p5: 0,
      p10: 0,
      p25: 0,
      p50: 0,
      p75: 0,
      p90: 0,
      p95: 0,
      p99: 0,
      cvar95: 0,
    },
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
