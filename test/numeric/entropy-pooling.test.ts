import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poolEntropy } from '../../src/numeric/entropy-pooling.ts';
import type { Pooled } from '../../src/numeric/entropy-pooling.ts';
import { normalQuantile } from '../../src/numeric/normal.ts';
import { uniformColumns } from '../helpers/uniform-columns.ts';

function pooled(...targets: Parameters<typeof poolEntropy>[0]): Pooled {
  const found = poolEntropy(targets);
  if ('impossible' in found) throw new Error(`impossible: ${found.impossible.join(' ')}`);
  return found;
}

const mean = (weights: Float64Array, values: Float64Array) =>
  weights.reduce((sum, each, i) => sum + each * values[i]!, 0);

describe('poolEntropy', () => {
  test('is the exact exponential tilt of a die (Jaynes 1957): mean 4.5', () => {
    const faces = Float64Array.from([1, 2, 3, 4, 5, 6]);
    const { weights } = pooled({ values: faces, mean: 4.5 });
    const published = [0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749];
    for (const [index, exact] of published.entries()) expect(weights[index]).toBeCloseTo(exact, 4);
    for (let i = 2; i < 6; i++)
      expect(weights[i]! / weights[i - 1]!).toBeCloseTo(weights[1]! / weights[0]!, 9);
  });

  test('moves normal draws as a normal tilt does: N(0, 1) to N(0.5, 1), entropy 0.125', () => {
    const x = Float64Array.from({ length: 50_000 }, (_, i) => normalQuantile((i + 0.5) / 50_000));
    const { effectiveTrials, relativeEntropy, weights } = pooled({ values: x, mean: 0.5 });
    const square = x.map((each) => each * each);
    expect(mean(weights, x)).toBeCloseTo(0.5, 8);
    expect(mean(weights, square)).toBeCloseTo(1.25, 2);
    expect(relativeEntropy).toBeCloseTo(0.125, 3);
    // Weights of a tilt by d have mean square exp(d^2) times that of equal ones.
    expect(effectiveTrials / 50_000).toBeCloseTo(Math.exp(-0.25), 2);
  });

  test('weighs two sides of a percentile as asked, evenly within each', () => {
    const [x] = uniformColumns(1, 1, 1000) as [Float64Array];
    const below = x.map((each) => (each <= 0.5 ? 1 : 0));
    const { weights } = pooled({ values: below, mean: 0.9 });
    expect(new Set([...weights].map((each) => each.toFixed(12))).size).toBe(2);
    expect(mean(weights, below)).toBeCloseTo(0.9, 8);
  });

  test('meets several targets at once, whatever they are, with weights that add up to one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.3, max: 0.7, noNaN: true }),
        fc.double({ min: 0.3, max: 0.7, noNaN: true }),
        (seed, a, b) => {
          const [x, y] = uniformColumns(seed, 2, 500) as [Float64Array, Float64Array];
          const { effectiveTrials, weights } = pooled(
            { values: x, mean: a },
            { values: y, mean: b },
          );
          expect(mean(weights, x)).toBeCloseTo(a, 6);
          expect(mean(weights, y)).toBeCloseTo(b, 6);
          expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
          expect(effectiveTrials).toBeLessThanOrEqual(500 + 1e-6);
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });

  test('rests on few trials where one far trial carries the mean', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1000 : i / 1000));
    expect(pooled({ values: x, mean: 200 }).effectiveTrials).toBeLessThan(30);
  });

  test('changes nothing where the targets are met already', () => {
    const x = Float64Array.from([1, 2, 3, 4]);
    const { relativeEntropy, weights } = pooled({ values: x, mean: 2.5 });
    expect([...weights].every((each) => Math.abs(each - 0.25) < 1e-9)).toBe(true);
    expect(relativeEntropy).toBeCloseTo(0, 9);
  });

  test('refuses what no weights can meet, alone or together', () => {
    const x = Float64Array.from([1, 2, 3, 4]);
    expect(poolEntropy([{ values: x, mean: 4.5 }])).toEqual({ impossible: [0] });
    const double = x.map((each) => 2 * each);
    expect(
      poolEntropy([
        { values: x, mean: 2 },
        { values: double, mean: 6 },
      ]),
    ).toEqual({ impossible: [0, 1] });
  });
});
