import { describe, expect, test } from 'vitest';
import { replicationOf } from '../../src/analysis/replicates.ts';
import { NotFiniteError, RunData } from '../../src/analysis/run-data.ts';
import { summariseOutputs } from '../../src/analysis/summarise-outputs.ts';
import { totalCost } from '../../src/analysis/total-cost.ts';
import { columnsOf } from './columns-of.ts';
import type { Recorded } from './columns-of.ts';

function dataOf(trials: number, recorded: readonly Recorded[]): RunData {
  const columns = columnsOf(trials, recorded);
  return new RunData(columns, replicationOf(columns, 'sobol'));
}

describe('RunData', () => {
  test.each([NaN, Infinity, -Infinity, 1e200])(
    'gives no number for a column with %s, and names it',
    (bad) => {
      const data = dataOf(3, [{ name: 'tco', posture: 'dual', values: [1, bad, 2] }]);
      expect(() => data.column('output', 'tco', 'dual')).toThrow(NotFiniteError);
      expect(() => data.column('output', 'tco', 'dual')).toThrow(
        /output "tco" of posture "dual".* in 1 of 3 futures/,
      );
    },
  );

  test('gives no number for a constant that is none', () => {
    const data = dataOf(3, [{ name: 'tco', posture: 'dual', constant: Infinity }]);
    expect(() => data.column('output', 'tco', 'dual')).toThrow(/in every future/);
    expect(() => summariseOutputs(data)).toThrow(NotFiniteError);
  });
});

describe('summariseOutputs', () => {
  test('files outputs under their posture, "all", or their year', () => {
    const outputs = summariseOutputs(
      dataOf(2, [
        { name: 'tco', posture: 'dual', values: [1, 3] },
        { name: 'gap', values: [5, 7] },
        { name: 'spend', posture: 'dual', year: 2, constant: 4 },
      ]),
    );
    expect(outputs['tco']?.['dual']?.mean).toBe(2);
    expect(outputs['gap']?.['all']?.mean).toBe(6);
    expect(outputs['spend@2']?.['dual']).toMatchObject({ mean: 4, standardError: 0, sd: 0 });
  });
});

describe('totalCost', () => {
  test('adds up the years of a model without the output tco', () => {
    const data = dataOf(2, [
      { group: 'year', name: 'total', posture: 'dual', year: 1, values: [1, 2] },
      { group: 'year', name: 'total', posture: 'dual', year: 2, constant: 10 },
    ]);
    expect([...totalCost(data, 'dual', 2)]).toEqual([11, 12]);
  });
});
