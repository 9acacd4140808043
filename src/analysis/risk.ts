import { niceStep } from '../numeric/nice-step.ts';
import { indexOfLeast, sameAmount } from '../numeric/same-amount.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import { momentsOf } from '../numeric/moments.ts';
import { sortedCopy } from '../numeric/sorted-copy.ts';
import type { Risk } from '../schema/decision.ts';
import { meanOf } from './choice-sample.ts';
import type { Estimate } from './choice-sample.ts';
import { differenceOf, leastOf } from './compare.ts';
import { eachReplicate, errorOfMean } from './replicates.ts';
import type { Replication } from './replicates.ts';
import { conditionalValueAtRisk } from './summarise.ts';

const steps = 24;
const weights = Array.from({ length: 11 }, (_, index) => index / 10);

/** How the alternatives compare for those to whom the average is not all: everything in HK$. */
export function riskOf(
  postures: readonly string[],
  costs: readonly Float64Array[],
  of: string,
  replication: Replication,
): Risk {
  const byPosture = <T>(make: (cost: Float64Array, index: number) => T): Record<string, T> =>
    Object.fromEntries(costs.map((cost, index) => [postures[index] ?? '', make(cost, index)]));
  const least = leastOf(costs);
  const compared = costs[postures.indexOf(of)];
  const savings = Object.fromEntries(
    compared === undefined
      ? []
      : Object.entries(byPosture((cost) => differenceOf(cost, compared))).filter(
          ([posture]) => posture !== of,
        ),
  );
  const hurdles = amountsOver(Object.values(savings), 0);
  const budgets = amountsOver(costs, null);
  const meets = (
    columns: Readonly<Record<string, Float64Array>>,
    amounts: readonly number[],
    side: 'at-least' | 'at-most',
  ) => mapValues(columns, (column) => chancesOf(column, amounts, side, replication));
  const hurdleChances = meets(savings, hurdles, 'at-least');
  const budgetChances = meets(
    byPosture((cost) => cost),
    budgets,
    'at-most',
  );
  return {
    regret: byPosture((cost) => {
      const regret = differenceOf(cost, least);
      const { error, value } = meanOf(regret, replication);
      const [p90 = NaN, largest = NaN] = orderStatistics(regret).quantiles([0.9, 1]);
      return { mean: value, error, p90, largest };
    }),
    dominance: dominanceOf(postures, costs),
    hurdles: {
      amounts: [...hurdles],
      chances: mapValues(hurdleChances, (each) => each.map(({ value }) => value)),
      errors: mapValues(hurdleChances, (each) => each.map(({ error }) => error)),
    },
    budgets: {
      amounts: [...budgets],
      chances: mapValues(budgetChances, (each) => each.map(({ value }) => value)),
      errors: mapValues(budgetChances, (each) => each.map(({ error }) => error)),
    },
    aversion: aversionOf(postures, costs),
  };
}

/** The chance that a column is at least, or at most, each of some amounts: counted in each replicate put in order. */
function chancesOf(
  column: Float64Array,
  amounts: readonly number[],
  side: 'at-least' | 'at-most',
  replication: Replication,
): readonly Estimate[] {
  const parts = eachReplicate(replication, (from) => from).map((from, index) =>
    sortedCopy(column, from, replication.offsets[index + 1] ?? from),
  );
  return amounts.map((amount) => {
    const counts = parts.map((sorted) =>
      side === 'at-most'
        ? countBelow(sorted, amount, true)
        : sorted.length - countBelow(sorted, amount, false),
    );
    const value = counts.reduce((sum, count) => sum + count, 0) / column.length;
    const shares = counts.map((count, index) => count / (parts[index]?.length ?? NaN));
    const sd = Math.sqrt(value * (1 - value));
    return { value, error: errorOfMean(replication, shares, sd, column.length) };
  });
}

/** How many of some rising values are below an amount, or at most it. */
function countBelow(sorted: Float64Array, amount: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] as number;
    if (value < amount || (inclusive && value === amount)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Round amounts from nothing, or from the least, to where nearly no future is left. */
function amountsOver(columns: readonly Float64Array[], from: number | null): readonly number[] {
  const ends = columns.map((column) => orderStatistics(column).quantiles([0.01, 0.99]));
  const low = from ?? Math.min(...ends.map(([least = 0]) => least));
  const high = Math.max(low, ...ends.map(([, most = 0]) => most));
  const step = niceStep(high - low, steps);
  if (!(step > 0)) return [low];
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  return Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
}

/**
 * Which posture is better whatever one thinks of risk. First order: it exceeds no amount more
 * often. Second order: nor does its mean excess over any amount, so that whoever dislikes risk
 * agrees (Levy 1992). Compared at all of the sample's own quantiles.
 */
export function dominanceOf(
  postures: readonly string[],
  costs: readonly Float64Array[],
): Risk['dominance'] {
  const sorted = costs.map((cost) => sortedCopy(cost));
  return postures.flatMap((posture, a) =>
    postures.flatMap((over, b): Risk['dominance'] => {
      const [own, other] = [sorted[a], sorted[b]];
      if (a === b || own === undefined || other === undefined) return [];
      const order = dominates(own, other);
      return order === null ? [] : [{ posture, over, order }];
    }),
  );
}

/** For rising costs of equally likely futures; null where neither order holds, or all are equal. */
function dominates(own: Float64Array, other: Float64Array): 1 | 2 | null {
  let isFirst = true;
  let isBelow = false;
  let fromTop = 0;
  const size = Math.abs(other[other.length - 1] ?? 0) * own.length;
  // From the dearest futures down: the sums of the worst k must never be larger.
  for (let i = own.length - 1; i >= 0; i--) {
    const [a, b] = [own[i] as number, other[i] as number];
    const difference = sameAmount(a, b) ? 0 : a - b;
    if (difference > 0) isFirst = false;
    if (difference < 0) isBelow = true;
    fromTop += difference;
    if (fromTop > 1e-12 * size) return null;
  }
  if (!isBelow) return null;
  return isFirst ? 1 : 2;
}

/** The mean and the mean of the worst 5 % weighed against each other, and where the choice turns. */
function aversionOf(postures: readonly string[], costs: readonly Float64Array[]): Risk['aversion'] {
  const ends = costs.map((cost) => ({
    mean: momentsOf(cost).mean,
    worst: conditionalValueAtRisk(cost, 'large'),
  }));
  const at = (index: number, weight: number) => {
    const { mean, worst } = ends[index] ?? { mean: NaN, worst: NaN };
    return mean + weight * (worst - mean);
  };
  const ties: { value: number; best: string }[] = [];
  // The lines are straight: from one best to the next where they cross first.
  let weight = 0;
  let best = indexOfLeast(ends.map((_, index) => at(index, 0)));
  for (let turn = 0; turn < ends.length; turn++) {
    const crossings = ends.flatMap((_, index) => {
      const gap = at(index, 0) - at(best, 0);
      const closing = gap - (at(index, 1) - at(best, 1));
      const isAlike = [0, 1].every((each) => sameAmount(at(index, each), at(best, each)));
      const crossing = closing > 0 && !isAlike ? gap / closing : Infinity;
      return index !== best && crossing > weight && crossing <= 1 ? [{ index, crossing }] : [];
    });
    const next = crossings.toSorted((a, b) => a.crossing - b.crossing)[0];
    if (next === undefined) break;
    ties.push({ value: next.crossing, best: postures[next.index] ?? '' });
    [weight, best] = [next.crossing, next.index];
  }
  return {
    weights,
    values: Object.fromEntries(
      postures.map((posture, index) => [posture, weights.map((each) => at(index, each))]),
    ),
    ties,
  };
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
