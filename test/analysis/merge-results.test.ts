import { expect, test } from 'vitest';
import { mergeResults } from '../../src/analysis/merge-results.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';

const part = (trials: number) => ({ trials, result: sampleResult(clearSample) });

test('two parts that say the same say it together, more surely', () => {
  const { result, trials } = mergeResults(part(3000), part(1000));
  const own = sampleResult(clearSample);
  expect(trials).toBe(4000);
  expect(result.manifest.trials).toBe(4000);
  expect(result.outputs['tco']?.['dual']?.mean).toBe(own.outputs['tco']?.['dual']?.mean);
  expect(result.cheapest).toEqual(own.cheapest);
  const error = own.outputs['tco']!['dual']!.standardError;
  // Weights 3/4 and 1/4 of independent errors.
  expect(result.outputs['tco']?.['dual']?.standardError).toBeCloseTo(
    error * Math.sqrt(9 / 16 + 1 / 16),
    10,
  );
});

test('figures are weighted by trials; ends, spread and what is unknown follow their own rules', () => {
  const [a, b] = [part(3000), part(1000)];
  const summary = (result: typeof a.result) => result.outputs['tco']!['dual']!;
  Object.assign(summary(a.result), { mean: 10, sd: 1, min: 2, max: 20, p90: 12 });
  Object.assign(summary(b.result), { mean: 14, sd: 1, min: 1, max: 19, p90: 16 });
  const merged = summary(mergeResults(a, b).result);
  expect(merged).toMatchObject({ mean: 11, min: 1, max: 20, p90: 13 });
  // Variance within the parts, and that of their means: 1 + 3/4 * 1/4 * 4^2.
  expect(merged.sd).toBeCloseTo(2, 12);
  const months = (value: number | null) => ({
    'pipl-only': {
      months: value,
      standardError: null,
      probabilityWithinHorizon: 0.5,
      p10: 1,
      p50: null,
      p90: null,
    },
  });
  a.result.payback = months(10);
  b.result.payback = months(null);
  expect(mergeResults(a, b).result.payback['pipl-only']).toMatchObject({ months: null, p10: 1 });
});
