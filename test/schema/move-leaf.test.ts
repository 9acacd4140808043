import { expect, test } from 'vitest';
import { farthestMiddle, moveLeaf } from '../../src/schema/move-leaf.ts';
import type { Quantity } from '../../src/schema/value-form.ts';

const anyShare = [0, 1] as const;
const anyAmount = [0, Infinity] as const;

test.each<[Quantity, number, Quantity]>([
  [12, 20, 20],
  [
    { dist: 'triangular', min: 1, mode: 2, max: 3 },
    4,
    { dist: 'triangular', min: 2, mode: 4, max: 6 },
  ],
  [{ p10: 1, p50: 2, p90: 4, min: 0 }, 1, { p10: 0.5, p50: 1, p90: 2, min: 0 }],
])('moveLeaf moves all of %j', (leaf, to, expected) => {
  expect(moveLeaf(leaf, to, { middle: 2, top: 4, possible: anyAmount })).toEqual(expected);
});

test('moveLeaf moves a share no further than its highest value can go', () => {
  const leaf: Quantity = { dist: 'pert', min: 0.1, mode: 0.2, max: 0.4 };
  const context = { middle: 0.2, top: 0.35, possible: anyShare };
  expect(farthestMiddle(leaf, context)).toBe(0.5);
  expect(moveLeaf(leaf, 0.9, context)).toEqual({ dist: 'pert', min: 0.25, mode: 0.5, max: 1 });
});

test('moveLeaf leaves the bounds of a share where they are', () => {
  const leaf: Quantity = { p10: 0.1, p50: 0.2, p90: 0.4, min: 0, max: 1 };
  const context = { middle: 0.2, top: 0.5, possible: anyShare };
  expect(moveLeaf(leaf, 0.4, context)).toEqual({ p10: 0.2, p50: 0.4, p90: 0.8, min: 0, max: 1 });
  expect(moveLeaf(leaf, 0.9, context)).toMatchObject({ p90: 0.99, max: 1 });
});

test('moveLeaf refuses what cannot be moved', () => {
  const context = { middle: 1, top: 3, possible: anyAmount };
  expect(moveLeaf({ dist: 'poisson', rate: 1 }, 2, context)).toBeNull();
  expect(moveLeaf({ dist: 'discrete', values: [0, 3] }, 2, { ...context, middle: 0 })).toBeNull();
  expect(moveLeaf('rate', 2, context)).toBeNull();
});
