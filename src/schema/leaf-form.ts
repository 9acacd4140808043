import { looksLikePercentile } from './looks-like-percentile.ts';
import { isDistribution, isPercentiles } from './value-form.ts';
import type { PercentilesValue, Quantity } from './value-form.ts';

/** The forms in which a person gives a number: as it is, with its ends, or by how many lie below. */
export type LeafForm = 'fixed' | 'range' | 'percentiles';

/** Lowest, most likely and highest value, or those that 10, 50 and 90 of 100 lie below. */
export type Triple = readonly [low: number, middle: number, high: number];

/** The form that a leaf has; `other` for words and for distributions that only a file gives. */
export function formOfLeaf(leaf: Quantity): LeafForm | 'other' {
  if (typeof leaf === 'number') return 'fixed';
  if (tripleOf(leaf) === null) return 'other';
  return isDistribution(leaf) && leaf.dist !== 'metalog' ? 'range' : 'percentiles';
}

/** The three numbers of a range or of percentiles; null for every other leaf. */
export function tripleOf(leaf: Quantity): Triple | null {
  if (typeof leaf !== 'object') return null;
  if (isDistribution(leaf) && (leaf.dist === 'pert' || leaf.dist === 'triangular'))
    return [leaf.min, leaf.mode, leaf.max];
  const isCurve = isDistribution(leaf) ? leaf.dist === 'metalog' : isPercentiles(leaf);
  if (!isCurve) return null;
  const { p10, p50, p90 } = leaf as PercentilesValue;
  if (p10 === undefined || p50 === undefined || p90 === undefined) return null;
  if (Object.keys(leaf).filter(looksLikePercentile).length > 3) return null;
  return [p10, p50, p90];
}

/** The same range or percentiles with other numbers; what else it says stays. */
export function withTriple(leaf: Quantity, [low, middle, high]: Triple): Quantity {
  const form = formOfLeaf(leaf);
  if (typeof leaf !== 'object' || form === 'other')
    throw new RangeError('neither a range nor percentiles');
  const numbers =
    form === 'range' ? { min: low, mode: middle, max: high } : { p10: low, p50: middle, p90: high };
  return Object.assign({}, leaf, numbers);
}
