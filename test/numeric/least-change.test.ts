import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastChange } from '../../src/numeric/least-change.ts';

const wide = (n: number) => Array.from({ length: n }, () => [-100, 100] as const);
const straight = (slopes: readonly (readonly number[])[]) => ({
  figuresAt: (x: readonly number[]) =>
    Promise.resolve(slopes.map((row) => row.reduce((sum, each, j) => sum + each * (x[j] ?? 0), 0))),
  slopesAt: () => Promise.resolve(slopes),
});

describe('leastChange', () => {
  test('of one straight figure goes along its slopes', async () => {
    // The point of 3 x + 4 y = 10 nearest to the origin.
    const { change, met } = await leastChange({
      ...straight([[3, 4]]),
      targets: [10],
      near: [1e-9],
      bounds: wide(2),
    });
    expect(met).toEqual([true]);
    expect(change[0]).toBeCloseTo(1.2, 9);
    expect(change[1]).toBeCloseTo(1.6, 9);
  });

  test('leaves to others what an input at its bound cannot give', async () => {
    const { change, met } = await leastChange({
      ...straight([[3, 4]]),
      targets: [10],
      near: [1e-9],
      bounds: [
        [-9, 9],
        [-1, 1],
      ],
    });
    expect(met).toEqual([true]);
    expect(change).toEqual([2, 1]);
  });

  test('says which target cannot be met', async () => {
    const { met } = await leastChange({
      ...straight([
        [1, 0],
        [0, 1],
      ]),
      targets: [1, 50],
      near: [1e-6, 1e-6],
      bounds: [
        [-4, 4],
        [-4, 4],
      ],
    });
    expect(met).toEqual([true, false]);
  });

  test('finds the nearest point of a curve', async () => {
    // exp(x + 2 y) = 5: nearest is (1, 2) log 5 / 5.
    const value = ([x = 0, y = 0]: readonly number[]) => Math.exp(x + 2 * y);
    const { change } = await leastChange({
      figuresAt: (x) => Promise.resolve([value(x)]),
      slopesAt: (x) => Promise.resolve([[value(x), 2 * value(x)]]),
      targets: [5],
      near: [1e-10],
      bounds: wide(2),
    });
    expect(change[0]).toBeCloseTo(Math.log(5) / 5, 5);
    expect(change[1]).toBeCloseTo((2 * Math.log(5)) / 5, 5);
  });

  test('meets any straight targets, with a change that no other within them undercuts', async () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.array(number, { minLength: 4, maxLength: 4 }),
        async (a, b, truth) => {
          const task = straight([a, b]);
          const targets = await task.figuresAt(truth);
          const { change, met } = await leastChange({
            ...task,
            targets,
            near: [1e-4, 1e-4],
            bounds: wide(4),
          });
          expect(met).toEqual([true, true]);
          const size = (x: readonly number[]) => x.reduce((sum, each) => sum + each * each, 0);
          expect(size(change)).toBeLessThanOrEqual(size(truth) * (1 + 1e-6) + 1e-9);
        },
      ),
    );
  });
});
