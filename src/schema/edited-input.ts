import type { InputBriefing, Sketch } from './briefing.ts';
import { leavesOf, withLeaf } from './edit-value.ts';
import { roughSketch } from './rough-sketch.ts';
import { sameLeaves, sameQuantity } from './same-quantity.ts';
import type { Quantity, Value } from './value-form.ts';

/**
 * An input with one leaf changed, as it can be shown at once; how the new leaf is drawn is known only
 * where it was moved as a whole.
 */
export function editedInput(
  input: InputBriefing,
  pointer: string,
  leaf: Quantity,
  sketch: Sketch | null,
): InputBriefing {
  const value = withLeaf(input.value, pointer, leaf);
  const before = leavesOf(input.value);
  // Pointers may be others, but the leaves keep their order.
  const sketches = leavesOf(value).flatMap(({ pointer: now }, index) => {
    const was = before[index]?.pointer ?? now;
    const drawn = was === pointer ? sketch : (input.sketches[was] ?? null);
    return drawn === null ? [] : [[now, drawn] as const];
  });
  return { ...withValue(input, value), sketches: Object.fromEntries(sketches) };
}

/** An input with another value; one with the same leaves as before the change is no change. */
export function withValue(input: InputBriefing, value: Value): InputBriefing {
  const changed = !sameLeaves(value, input.base);
  return { ...input, value: changed ? value : input.base, changed };
}

/** An input whose leaves stand at other places; those that are as they were are drawn as they were. */
export function rearrangedInput(input: InputBriefing, value: Value): InputBriefing {
  const before = leavesOf(input.value);
  const sketches = leavesOf(value).flatMap(({ pointer, quantity }) => {
    const was = before.find((leaf) => sameQuantity(leaf.quantity, quantity));
    const drawn = was === undefined ? undefined : input.sketches[was.pointer];
    return drawn === undefined ? [] : [[pointer, drawn] as const];
  });
  return { ...withValue(input, value), sketches: Object.fromEntries(sketches) };
}

/** An input with a value that no run has told of yet: what it has in common with the one before is drawn as it was, the rest roughly. */
export function draftedInput(input: InputBriefing, value: Value): InputBriefing {
  const drafted = rearrangedInput(input, value);
  const sketches = leavesOf(drafted.value).flatMap(({ pointer, quantity }) => {
    const drawn = drafted.sketches[pointer] ?? roughSketch(quantity);
    return drawn === null ? [] : [[pointer, drawn] as const];
  });
  return { ...drafted, sketches: Object.fromEntries(sketches) };
}

/** A sketch of a distribution that was multiplied. */
export function scaledSketch({ quantiles, mean }: Sketch, factor: number): Sketch {
  return {
    quantiles: quantiles.map((value) => value * factor),
    mean: mean === null ? null : mean * factor,
  };
}
