import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '../../src/charts/spread-labels.ts';

test('spreadLabels leaves labels where they have room, and moves others as little as it can', () => {
  expect(spreadLabels([10, 100], 20)).toEqual([10, 100]);
  expect(spreadLabels([50, 50], 20)).toEqual([40, 60]);
  expect(spreadLabels([100, 10, 105], 20)).toEqual([92.5, 10, 112.5]);
  expect(spreadLabels([], 20)).toEqual([]);
});

test('spreadLabels keeps any labels apart, in their order, and around what they want', () => {
  const heights = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 30 }), (wanted, apart) => {
      const places = spreadLabels(wanted, apart);
      const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!);
      for (const [place, index] of order.entries()) {
        const next = order[place + 1];
        if (next !== undefined)
          expect(places[next]! - places[index]!).toBeGreaterThanOrEqual(apart - 1e-9);
      }
      const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
      expect(sum(places)).toBeCloseTo(sum(wanted), 6);
    }),
  );
});
