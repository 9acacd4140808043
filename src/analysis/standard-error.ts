import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import type { RunShape } from './sample.ts';

/**
 * Standard error of a statistic from its values in independent replicates: their standard
 * deviation over the square root of their number. null for a single replicate, or where the
 * statistic does not exist in some.
 */
export function replicateError(statistics: readonly (number | null)[]): number | null {
  const known = statistics.filter((statistic) => statistic !== null);
  if (known.length < 2 || known.length < statistics.length) return null;
  return Math.sqrt(sampleVariance(momentsOf(Float64Array.from(known))) / known.length);
}

/**
 * Standard error of a mean. Trials drawn independently give it from their own variance, which is
 * better known than that of a few replicates; low-discrepancy points need the replicates.
 */
export function meanError(
  run: RunShape,
  variance: number,
  replicateMeans: readonly number[],
): number {
  const ofReplicates = run.independentTrials ? null : replicateError(replicateMeans);
  return ofReplicates ?? Math.sqrt(Math.max(0, variance) / run.trials);
}

/** A statistic of each replicate, in their order. */
export function byReplicate<T>(run: RunShape, statistic: (from: number, to: number) => T): T[] {
  return run.offsets.slice(1).map((to, replicate) => statistic(run.offsets[replicate] ?? 0, to));
}
