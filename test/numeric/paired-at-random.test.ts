import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillPairedAtRandom,
  pairedAtRandom,
  pointPairedAtRandom,
} from '../../src/numeric/paired-at-random.ts';

const keys = fc.tuple(fc.integer(), fc.integer());
const unit = (point: number) => (point >>> 0) / 2 ** 32;

describe('points paired at random', () => {
  it('each aligned run of 2^k points, k from 4 on, has one in each of 2^k equal cells, in another order for another key', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 4, max: 10 }), fc.nat(50), ([key0, key1], k, run) => {
        const n = 1 << k;
        const cells = (key: number) =>
          Array.from(
            { length: n },
            (_, i) => pointPairedAtRandom(pairedAtRandom(key, key1), run * n + i) >>> (32 - k),
          );
        expect(new Set(cells(key0)).size).toBe(n);
        expect(cells(key0)).not.toEqual(cells(key0 ^ 1));
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  it('fillPairedAtRandom gives each index its own point, wherever a block starts and ends', () => {
    fc.assert(
      fc.property(
        keys,
        fc.nat(5_000_000),
        fc.integer({ min: 1, max: 600 }),
        ([key0, key1], first, n) => {
          const dimension = pairedAtRandom(key0, key1);
          const draws = new Int32Array(n);
          fillPairedAtRandom(draws, n, dimension, first);
          for (const i of [0, n >> 1, n - 1])
            expect(draws[i]).toBe(pointPairedAtRandom(dimension, first + i));
        },
      ),
      { seed: 4 },
    );
  });

  it('is unbiased: over 2,000 keys the mean of 64 points of x * y is 1/4 within 5 standard errors, and errs as Latin hypercube points do (false alarm 6e-7; fixed keys)', () => {
    const means = Array.from({ length: 2000 }, (_, key) => {
      const [x, y] = [pairedAtRandom(key, 1), pairedAtRandom(key, 2)];
      let sum = 0;
      for (let i = 0; i < 64; i++)
        sum += unit(pointPairedAtRandom(x, i)) * unit(pointPairedAtRandom(y, i));
      return sum / 64;
    });
    const mean = means.reduce((a, b) => a + b) / means.length;
    const sd = Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0) / (means.length - 1));
    expect(Math.abs(mean - 0.25)).toBeLessThan((5 * sd) / Math.sqrt(means.length));
    // What is left of x * y is the interaction, with an sd of 1/12; known to 1.6 %.
    expect(sd / (1 / 12 / 8)).toBeGreaterThan(0.9);
    expect(sd / (1 / 12 / 8)).toBeLessThan(1.12);
  });
});
