import { looksLikePercentile } from './looks-like-percentile.ts';
import { scaleLeaf } from './scale-leaf.ts';
import { isDistribution } from './value-form.ts';
import type { Quantity } from './value-form.ts';

/** Where the middle of a leaf is, and what all of its values must stay within. */
export interface MoveContext {
  /** Its median; the number itself where it is one. */
  readonly middle: number;
  /** Its highest value, as far as its drawing shows. */
  readonly top: number;
  readonly possible: readonly [lowest: number, highest: number];
}

/** A percentile comes no nearer to a bound than this share of it. */
const nearest = 0.99;

/**
 * Moves a leaf so that its middle comes to lie at `to`, as a whole: twice the middle, twice every
 * value, and at 0 nothing but 0. Bounds that the input itself has stay where they are. null where it
 * cannot be moved.
 */
export function moveLeaf(leaf: Quantity, to: number, context: MoveContext): Quantity | null {
  if (typeof leaf === 'number' || to === 0) return to;
  const factor = Math.min(to, farthestMiddle(leaf, context)) / context.middle;
  const moved = scaleLeaf(leaf, factor);
  if (typeof moved !== 'object' || moved === null) return moved;
  return { ...moved, ...naturalBounds(leaf, context) };
}

/** How far up the middle of a leaf can be moved before its highest value is more than can be. */
export function farthestMiddle(leaf: Quantity, { middle, possible, top }: MoveContext): number {
  const [, highest] = possible;
  if (typeof leaf !== 'object') return highest;
  const given = leaf as { readonly max?: number };
  if (given.max === highest && hasPercentiles(leaf)) {
    const largest = Math.max(...percentilesIn(leaf));
    return (middle * nearest * highest) / largest;
  }
  const reach = given.max ?? (isDistribution(leaf) && leaf.dist === 'beta' ? 1 : top);
  return reach > 0 ? (middle * highest) / reach : highest;
}

/** The bounds of percentiles that are those of the input, so that they are no part of what moves. */
function naturalBounds(leaf: Quantity, { possible: [lowest, highest] }: MoveContext): object {
  if (typeof leaf !== 'object' || !hasPercentiles(leaf)) return {};
  const { min, max } = leaf as { readonly min?: number; readonly max?: number };
  return { ...(min === lowest ? { min } : {}), ...(max === highest ? { max } : {}) };
}

function hasPercentiles(leaf: object): boolean {
  return Object.keys(leaf).some(looksLikePercentile);
}

function percentilesIn(leaf: object): readonly number[] {
  return Object.entries(leaf).flatMap(([key, value]: [string, unknown]) =>
    looksLikePercentile(key) && typeof value === 'number' ? [value] : [],
  );
}
