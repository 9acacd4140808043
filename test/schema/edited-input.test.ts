import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOf } from '../../src/schema/edit-value.ts';
import {
  editedInput,
  rearrangedInput,
  scaledSketch,
  withValue,
} from '../../src/schema/edited-input.ts';
import { byPosture } from '../../src/schema/value-axes.ts';
import type { Quantity, Value } from '../../src/schema/value-form.ts';
import { evenSketch, sampleInput } from '../helpers/sample-briefing.ts';

const pert: Quantity = { dist: 'pert', min: 1, mode: 2, max: 3, source: 'A1' };

test('editedInput changes one leaf, and draws the others as they were', () => {
  const input = sampleInput({
    value: { dual: { dist: 'uniform', min: 1, max: 3 }, 'pipl-only': 5 },
    sketches: { '/dual': evenSketch(1, 3) },
  });
  const edited = editedInput(input, '/pipl-only', 6, null);
  expect(edited.value).toEqual({ dual: { dist: 'uniform', min: 1, max: 3 }, 'pipl-only': 6 });
  expect(edited.changed).toBe(true);
  expect(edited.sketches).toEqual(input.sketches);
});

test('editedInput finds its drawings again where a number takes the place of a sourced distribution', () => {
  const input = sampleInput({ value: pert, sketches: { '': evenSketch(1, 3) } });
  const fixed = editedInput(input, '', 2, null);
  expect(fixed.value).toEqual({ value: 2, source: 'A1' });
  expect(fixed.sketches).toEqual({});
  const back = editedInput(fixed, '/value', pert, evenSketch(1, 3));
  expect(back.value).toBe(input.base);
  expect(back.changed).toBe(false);
});

test('withValue takes a value that says the same for no change', () => {
  const input = sampleInput({ value: pert });
  expect(withValue(input, { value: { dist: 'pert', min: 1, mode: 2, max: 3 } })).toMatchObject({
    changed: false,
    value: pert,
  });
  expect(withValue(input, { dist: 'pert', min: 1, mode: 2, max: 4 }).changed).toBe(true);
});

test('rearrangedInput draws leaves at other places as they were', () => {
  const input = sampleInput({
    value: { dist: 'uniform', min: 1, max: 3 },
    sketches: { '': evenSketch(1, 3) },
  });
  const split = rearrangedInput(input, byPosture(input.value, ['dual', 'pipl-only']));
  expect(Object.keys(split.sketches)).toEqual(['/dual', '/pipl-only']);
  expect(split.sketches['/dual']).toBe(input.sketches['']);
});

test('scaledSketch multiplies a drawing and its mean', () => {
  expect(scaledSketch({ quantiles: [1, 2], mean: 1.5 }, 2)).toEqual({ quantiles: [2, 4], mean: 3 });
  expect(scaledSketch({ quantiles: [1, 2], mean: null }, 2).mean).toBeNull();
});

const number = fc.double({ min: 0, max: 1e9, noNaN: true });
const leaf = fc.oneof(
  number,
  fc
    .tuple(number, number)
    .map(([min, width]) => ({ dist: 'uniform' as const, min, max: min + width + 1 })),
) as fc.Arbitrary<Quantity>;
const sourced = leaf.map((each) =>
  typeof each === 'object' ? { ...each, source: 'A1' } : { value: each, source: 'A1' },
);
const value = fc.oneof(
  leaf,
  sourced,
  fc.record({ 'pipl-only': leaf, dual: leaf }),
  fc.record({ value: fc.record({ 'pipl-only': leaf, dual: leaf }), times: leaf }),
  fc.record({ by: fc.constant('year'), values: fc.array(leaf, { minLength: 1, maxLength: 4 }) }),
) as fc.Arbitrary<Value>;

test('a leaf that is changed and changed back leaves the value as it was, in the same words', () => {
  fc.assert(
    fc.property(value, leaf, fc.nat(), (given, other, at) => {
      const input = sampleInput({ value: given });
      const leaves = leavesOf(given);
      const index = at % leaves.length;
      const { pointer, quantity } = leaves[index] ?? { pointer: '', quantity: 0 };
      const edited = editedInput(input, pointer, other, null);
      const now = leavesOf(edited.value)[index]?.pointer ?? '';
      const back = editedInput(edited, now, quantity, null);
      expect(back.value).toBe(input.base);
      expect(back.changed).toBe(false);
    }),
  );
});
