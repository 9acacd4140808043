import { sameAmount } from '../numeric/same-amount.ts';
import type { Saving } from '../schema/result.ts';
import { remembered } from './remembered.ts';
import type { Replication } from './replicates.ts';
import { probability, summarise } from './summarise.ts';
import type { Detail } from './summarise.ts';

/**
 * In each trial how many of several costs are the smallest, and each one's share in being it: 1
 * alone, 1/2 of two that are the same, else 0.
 */
export function winsOf(columns: readonly Float64Array[]): readonly Float64Array[] {
  const least = leastOf(columns);
  const ties = new Float64Array(least.length);
  const wins = columns.map((column) => {
    const own = new Float64Array(least.length);
    for (let i = 0; i < own.length; i++) {
      if (!sameAmount(column[i] as number, least[i] as number)) continue;
      own[i] = 1;
      ties[i] = (ties[i] as number) + 1;
    }
    return own;
  });
  for (const own of wins)
    for (let i = 0; i < own.length; i++) if (own[i] === 1) own[i] = 1 / (ties[i] as number);
  return wins;
}

/** The probability that each of several costs is the smallest of its trial; a tie is shared equally. */
export function cheapestOf(
  costs: Readonly<Record<string, Float64Array>>,
  replication: Replication,
): { readonly probabilities: Record<string, number>; readonly errors: Record<string, number> } {
  const wins = winsOf(Object.values(costs));
  const probabilities: Record<string, number> = {};
  const errors: Record<string, number> = {};
  for (const [index, name] of Object.keys(costs).entries()) {
    const own = wins[index] ?? new Float64Array(0);
    const { value, error } = probability((i) => own[i] as number, replication, own.length);
    probabilities[name] = value;
    errors[name] = error;
  }
  return { probabilities, errors };
}

/** The posture that is cheapest in most trials, the first of several. */
export function mostLikely(probabilities: Readonly<Record<string, number>>): string {
  const [best] = Object.entries(probabilities).toSorted((a, b) => b[1] - a[1])[0] ?? [''];
  return best;
}

/**
 * What choosing `chosen` rather than `other` saves, trial by trial in the same world; nothing where
 * they differ by rounding alone.
 */
export function differenceOf(other: Float64Array, chosen: Float64Array): Float64Array {
  return remembered('difference', [other, chosen], () => {
    const difference = new Float64Array(other.length);
    for (let i = 0; i < difference.length; i++) {
      const [a, b] = [other[i] as number, chosen[i] as number];
      difference[i] = sameAmount(a, b) ? 0 : a - b;
    }
    return difference;
  });
}

/** The savings of all trials in figures; the worst are the smallest. */
export function savingOf(
  difference: Float64Array,
  replication: Replication,
  detail: Detail = 'full',
): Saving {
  return remembered(`saving ${detail} ${replication.sampling}`, [difference], () =>
    findSaving(difference, replication, detail),
  );
}

function findSaving(difference: Float64Array, replication: Replication, detail: Detail): Saving {
  const positive = probability(
    (i) => ((difference[i] as number) > 0 ? 1 : 0),
    replication,
    difference.length,
  );
  return {
    ...summarise(difference, replication, 'small', detail),
    probabilityPositive: positive.value,
    probabilityPositiveError: positive.error,
  };
}

/** The cheaper of several costs in each trial: a choice made in hindsight. */
export function leastOf(columns: readonly Float64Array[]): Float64Array {
  return remembered('least', columns, () => {
    const least = new Float64Array(columns[0]?.length ?? 0).fill(Infinity);
    for (const column of columns)
      for (let i = 0; i < least.length; i++)
        least[i] = Math.min(least[i] as number, column[i] as number);
    return least;
  });
}
