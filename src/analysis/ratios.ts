import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { selectQuantiles } from '../numeric/quantile-select.ts';
import type { RatioResult } from '../schema/result.ts';
import { eachReplicate, errorOfMean } from './replicates.ts';
import { remembered } from './remembered.ts';
import type { RunData } from './run-data.ts';

/**
 * A ratio in expectation: mean numerator over mean denominator, as published ROI figures are
 * meant; beside it the spread of the ratio over trials. null where there is nothing to divide by
 * in some trial: without an investment there is no return on it.
 */
export function ratioOf(
  data: RunData,
  name: string,
  label: string,
  posture: string,
): RatioResult | null {
  const numerator = data.column('numerator', name, posture);
  const denominator = data.column('denominator', name, posture);
  return remembered(`ratio ${label} ${data.replication.sampling}`, [numerator, denominator], () =>
    findRatio(data, numerator, denominator, label),
  );
}

function findRatio(
  data: RunData,
  numerator: Float64Array,
  denominator: Float64Array,
  label: string,
): RatioResult | null {
  const ratios = new Float64Array(numerator.length);
  for (let i = 0; i < ratios.length; i++) {
    if (!((denominator[i] as number) > 0)) return null;
    ratios[i] = (numerator[i] as number) / (denominator[i] as number);
  }
  const inExpectation = (from: number, to: number) =>
    momentsOf(numerator, from, to).mean / momentsOf(denominator, from, to).mean;
  const value = inExpectation(0, ratios.length);
  const [p10 = NaN, p50 = NaN, p90 = NaN] = selectQuantiles(ratios, [0.1, 0.5, 0.9]);
  const residual = numerator.map((each, i) => each - value * (denominator[i] as number));
  // To first order the error of a ratio of means is that of the mean residual (delta method).
  const sd = Math.sqrt(sampleVariance(momentsOf(residual))) / momentsOf(denominator).mean;
  const standardError = errorOfMean(
    data.replication,
    eachReplicate(data.replication, inExpectation),
    sd,
    ratios.length,
  );
  return { label, value, standardError, p10, p50, p90 };
}
