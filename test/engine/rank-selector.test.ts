import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  beginCompiledEngine,
  compiledEngine,
  endCompiledEngine,
} from '../../src/engine/compiled-engine.ts';
import { rankSelector } from '../../src/engine/rank-selector.ts';
import { orderStatistics } from '../../src/numeric/order-statistics.ts';

beforeAll(async () => {
  expect(await beginCompiledEngine()).toBe(true);
});
afterAll(endCompiledEngine);

const number = fc.oneof(
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
  fc.constantFrom(0, 1, 1, 1, 1e9, -5),
);

it('finds what sorting gives, whatever the values', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 1, maxLength: 1500, size: 'max' }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 5 }),
      (list, shares, from) => {
        const values = Float64Array.from([...Array.from({ length: from }, () => 7), ...list]);
        const before = values.slice();
        const ranks = [...new Set(shares.map((share) => Math.floor(share * (list.length - 1))))];
        ranks.sort((a, b) => a - b);
        const engine = compiledEngine();
        const found = rankSelector(engine!)(values, from, values.length, ranks);
        const sorted = values.slice(from).sort();
        expect([...(found as Float64Array)].map((each) => each + 0)).toEqual(
          ranks.map((rank) => sorted[rank]! + 0),
        );
        expect(values).toEqual(before);
      },
    ),
    { numRuns: 100, seed: 8 },
  );
});

it.each([
  ['all alike', () => 3],
  ['but for one far away', (i: number) => (i === 500 ? 1e300 : i % 17)],
  ['in two heaps', (i: number) => (i % 2 === 0 ? 1e-9 * i : 1e9 + i)],
  ['falling by powers', (i: number) => 1 / (1 + (i % 1000)) / 2 ** (i % 900)],
])('and so do order statistics of values %s', async (_, value) => {
  const values = Float64Array.from({ length: 20_000 }, (_, i) => value(i));
  const probabilities = [0, 0.05, 0.1, 0.5, 0.9, 0.999, 1];
  const fast = orderStatistics(values);
  const quick = [fast.quantiles(probabilities), fast.at(1000)];
  endCompiledEngine();
  const plain = orderStatistics(values);
  expect(quick).toEqual([plain.quantiles(probabilities), plain.at(1000)]);
  expect(await beginCompiledEngine()).toBe(true);
});

it('leaves values without a usable range to the plain way', () => {
  const values = Float64Array.from({ length: 500 }, (_, i) => (i < 3 ? Infinity : i));
  expect(orderStatistics(values).quantiles([0.5])).toEqual([
    values.slice().sort()[249]! / 2 + values.slice().sort()[250]! / 2,
  ]);
});
