import { describe, expect, test } from 'vitest';
import { ratioOf } from '../../src/analysis/ratios.ts';
import { replicationOf } from '../../src/analysis/replicates.ts';
import { RunData } from '../../src/analysis/run-data.ts';
import { columnsOf } from './columns-of.ts';

function dataOf(
  numerator: readonly number[],
  denominator: readonly number[],
  sampling: 'sobol' | 'random',
  replicates: number,
) {
  const columns = columnsOf(
    numerator.length,
    [
      { group: 'numerator', name: 'roi', posture: 'a', values: numerator },
      { group: 'denominator', name: 'roi', posture: 'a', values: denominator },
    ],
    replicates,
  );
  return new RunData(columns, replicationOf(columns, sampling));
}

describe('ratioOf', () => {
  test('divides the means, not the trials', () => {
    const ratio = ratioOf(dataOf([1, 9], [1, 3], 'sobol', 1), 'roi', 'ROI', 'a');
    expect(ratio).toMatchObject({ label: 'ROI', value: 2.5, p50: 2 });
  });

  test('takes its error from the ratios of the replicates', () => {
    const ratio = ratioOf(dataOf([2, 2, 4, 4], [1, 1, 1, 1], 'sobol', 2), 'roi', 'ROI', 'a');
    expect(ratio?.standardError).toBeCloseTo(1, 12);
  });

  test('has an error by the delta method where replicates cannot tell', () => {
    const numerator = [2, 4, 3, 7];
    for (const ratio of [
      ratioOf(dataOf(numerator, [2, 2, 2, 2], 'sobol', 1), 'roi', 'ROI', 'a'),
      ratioOf(dataOf(numerator, [2, 2, 2, 2], 'random', 2), 'roi', 'ROI', 'a'),
    ]) {
      // sd of the numerators 2.160, over 2 by the denominator and 2 by the root of 4.
      expect(ratio?.standardError).toBeCloseTo(Math.sqrt(14 / 3) / 4, 12);
    }
  });

  test('does not exist where nothing is invested', () => {
    expect(ratioOf(dataOf([1, 1], [0, 1], 'sobol', 1), 'roi', 'ROI', 'a')).toBeNull();
  });
});
