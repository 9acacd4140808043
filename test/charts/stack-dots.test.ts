import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackDots } from '../../src/charts/stack-dots.ts';

test('stackDots piles up dots of one place and keeps others apart', () => {
  expect(stackDots([1, 2, 3, 11, 35], 10)).toEqual([
    { x: 5, count: 3 },
    { x: 15, count: 1 },
    { x: 35, count: 1 },
  ]);
});

test('stackDots loses no dot, covers none, and moves none by more than half its width', () => {
  const positions = fc.array(fc.double({ min: -500, max: 1500, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(positions, fc.integer({ min: 3, max: 20 }), (dots, width) => {
      const columns = stackDots(dots, width);
      expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(dots.length);
      for (const [index, { x }] of columns.entries()) {
        const next = columns[index + 1];
        if (next !== undefined) expect(next.x - x).toBeGreaterThanOrEqual(width - 1e-9);
      }
      for (const dot of dots) {
        const nearest = Math.min(...columns.map(({ x }) => Math.abs(x - dot)));
        expect(nearest).toBeLessThanOrEqual(width / 2 + 1e-9);
      }
    }),
  );
});
