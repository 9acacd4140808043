import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feasibleRange } from '../../src/numeric/distributions/feasible-range.ts';
import { middleRange } from '../../src/present/middle-range.ts';

test('middleRange agrees with what a metalog can go through', () => {
  const bounds = fc.constantFrom<{ min?: number; max?: number }>(
    {},
    { min: 0 },
    { max: 1 },
    { min: 0, max: 1 },
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.49, noNaN: true }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      bounds,
      (low, width, { min, max }) => {
        const high = low + width;
        const percentiles = [
          [0.1, low],
          [0.5, (low + high) / 2],
          [0.9, high],
        ] as const;
        const known = feasibleRange(percentiles, 1, min ?? -Infinity, max ?? Infinity);
        const [least, most] = middleRange(low, high, { min, max });
        expect(known).not.toBeNull();
        // The other is rounded inwards, to a fiftieth of its width at most.
        expect(Math.abs(least - known![0])).toBeLessThan(width / 20);
        expect(Math.abs(most - known![1])).toBeLessThan(width / 20);
        expect(least).toBeGreaterThan(low);
        expect(most).toBeLessThan(high);
      },
    ),
  );
});
