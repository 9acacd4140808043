import type { Columns } from '../engine/merge.ts';
import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import type { Sampling } from '../schema/resolved.ts';

/** How a run's trials were drawn: what standard errors are made from. */
export interface Replication {
  readonly sampling: Sampling;
  readonly offsets: readonly number[];
}

export function replicationOf(columns: Columns, sampling: Sampling): Replication {
  return { sampling, offsets: columns.offsets };
}

/** A statistic of each replicate's share of a column. */
export function eachReplicate(
  replication: Replication,
  statistic: (from: number, to: number) => number,
): readonly number[] {
  return replication.offsets
    .slice(1)
    .map((to, index) => statistic(replication.offsets[index] ?? 0, to));
}

/**
 * The standard error of a figure of the whole run from the spread of the same figure over its
 * replicates: sd / sqrt(R). Replicates are independent of each other whatever the points, and so
 * this is their error at any number of trials (measured in bench/coverage.ts); with Student's
 * distribution of R - 1 degrees of freedom it makes intervals. NaN with fewer than two.
 */
export function errorOfReplicates(figures: readonly number[]): number {
  const moments = momentsOf(Float64Array.from(figures));
  return figures.length < 2 ? NaN : Math.sqrt(sampleVariance(moments) / figures.length);
}

/** The standard error of a mean: by replicates, or sd / sqrt(n) where trials are independent. */
export function errorOfMean(
  replication: Replication,
  replicateMeans: readonly number[],
  sd: number,
  trials: number,
): number {
  if (replication.sampling === 'random' || replicateMeans.length < 2) return sd / Math.sqrt(trials);
  return errorOfReplicates(replicateMeans);
}
