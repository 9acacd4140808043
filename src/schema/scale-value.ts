import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { leavesOf, withLeaf } from './edit-value.ts';
import type { Leaf } from './edit-value.ts';
import { farthestMiddle, moveLeaf } from './move-leaf.ts';
import type { MoveContext } from './move-leaf.ts';
import { specOf } from './spec-of.ts';
import { isByPosture } from './value-form.ts';
import type { Provenance, Quantity, Value } from './value-form.ts';

/** Least and most that an input can be: see `possibleRange`. */
type Possible = readonly [lowest: number, highest: number];

/** All but 1 of 10,000 draws are lower. */
const top = 0.9999;

/**
 * A value with all its postures and years multiplied by a factor: by its multiplier where it has
 * one, else leaf by leaf, each moved as a whole. null for words and for counts.
 */
export function scaleValue(value: Value, factor: number, possible: Possible): Value | null {
  let scaled = value;
  for (const { pointer, quantity } of movedLeaves(value)) {
    if (quantity === 0) continue;
    const to = typeof quantity === 'number' ? Number((quantity * factor).toPrecision(12)) : factor;
    const leaf = moveLeaf(quantity, to, contextOf(quantity, possible));
    if (leaf === null || typeof leaf === 'string') return null;
    scaled = withLeaf(scaled, pointer, leaf);
  }
  return scaled;
}

/** The largest factor by which a value can be multiplied before a part of it is more than can be. */
export function largestFactor(value: Value, possible: Possible): number {
  const leaves = leavesOf(value);
  // A multiplier raises what it multiplies by as much as it reaches itself.
  const reach = leaves.reduce(
    (so, { isMultiplier, quantity }) => (isMultiplier ? so * topOf(quantity) : so),
    1,
  );
  const own = leaves.filter(({ isMultiplier, quantity }) => !isMultiplier && quantity !== 0);
  return Math.min(
    ...own.map(({ quantity }) =>
      typeof quantity === 'number'
        ? possible[1] / (quantity * reach)
        : farthestMiddle(quantity, contextOf(quantity, possible)) / reach,
    ),
  );
}

/** A value with a remark after what is noted of it already. */
export function withNote(value: Value, note: string): Value {
  if (typeof value !== 'object' || isByPosture(value)) return { value, note };
  const { note: before } = value as Provenance;
  return { ...value, note: before === undefined ? note : `${before} ${note}` };
}

function movedLeaves(value: Value): readonly Leaf[] {
  const leaves = leavesOf(value);
  const times = leaves.filter(({ isMultiplier }) => isMultiplier);
  return times.length > 0 ? times : leaves;
}

/** Its middle counts as 1, so that it is moved to the factor itself. */
function contextOf(quantity: Quantity, possible: Possible): MoveContext {
  return { middle: 1, top: topOf(quantity), possible };
}

function topOf(quantity: Quantity): number {
  if (typeof quantity !== 'object') return Number(quantity);
  return makeDistribution(specOf(quantity)).quantile(top);
}
