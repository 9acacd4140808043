import { leavesOf } from './edit-value.ts';
import type { Provenance, Quantity, Value } from './value-form.ts';

/** Whether two leaves are the same number, word or distribution, whatever is said of their sources. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return JSON.stringify(bareQuantity(a)) === JSON.stringify(bareQuantity(b));
}

/** Whether two values have the same leaves at the same places, however they are written. */
export function sameLeaves(a: Value, b: Value): boolean {
  const [ones, others] = [leavesOf(a), leavesOf(b)];
  return (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index];
      return (
        other !== undefined &&
        one.posture === other.posture &&
        one.year === other.year &&
        one.isMultiplier === other.isMultiplier &&
        sameQuantity(one.quantity, other.quantity)
      );
    })
  );
}

/** A leaf without what is said of its source. */
export function bareQuantity(leaf: Quantity): Quantity {
  if (typeof leaf !== 'object') return leaf;
  const { note: _note, source: _source, ...rest } = leaf as Provenance;
  return rest;
}
