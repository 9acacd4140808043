import { expect, test } from 'vitest';
import { savingChances } from '../../src/present/saving-chances.ts';
import { distributionProbabilities } from '../../src/schema/distribution-probabilities.ts';
import type { Distribution, Saving } from '../../src/schema/result.ts';
import { clearSample, sampleResult } from './sample-result.ts';

const saving = (less: number): Saving => ({
  ...(sampleResult(clearSample).saving['pipl-only'] as Saving),
  probabilityPositive: less,
});
/** Quantiles where a share is below zero, a share exactly zero, and the rest above. */
const distribution = (below: number, same: number): Distribution => ({
  quantiles: distributionProbabilities.map((each) =>
    each <= below ? each - below - 0.001 : each <= below + same ? 0 : each - below - same,
  ),
  bins: { start: -2, width: 1, shares: [0, below, same, 1 - below - same], below: 0, above: 0 },
});

test('what does not save costs more, where no future is exactly alike', () => {
  const { less, more, same } = savingChances(saving(0.88), distribution(0.12, 0));
  expect([less, same]).toEqual([0.88, 0]);
  expect(more).toBeCloseTo(0.12, 9);
});

test('futures that save nothing at all count neither as more nor as less', () => {
  const { less, more, same } = savingChances(saving(0.25), distribution(0.5, 0.25));
  expect(more).toBeCloseTo(0.5, 9);
  expect(same).toBeCloseTo(0.25, 9);
  expect(less).toBe(0.25);
});

test('postures that are alike in every future cost neither more nor less', () => {
  const alike = {
    ...distribution(0, 1),
    bins: { start: 0, width: 1, shares: [1], below: 0, above: 0 },
  };
  expect(savingChances(saving(0), alike)).toEqual({ more: 0, same: 1, less: 0 });
});

test('without a distribution all that does not save costs more', () => {
  expect(savingChances(saving(0.75), undefined)).toEqual({ more: 0.25, same: 0, less: 0.75 });
});
