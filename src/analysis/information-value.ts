import { binnedFit, binnedSums } from '../numeric/binned-fit.ts';
import type { BinnedFit } from '../numeric/binned-fit.ts';
import type { Bins } from '../numeric/quantile-bins.ts';
import { meanOf } from './choice-sample.ts';
import type { ChoiceSample, Estimate } from './choice-sample.ts';

/**
 * What knowing something before choosing is worth on average. `value` is what choices made by it
 * do save in futures that they were not learned from: it is worth at least that, but for the error
 * shown, and more by what those choices miss. `upper` is what it is worth at most, with two
 * standard errors of that bound counted in.
 */
export interface InformationValue extends Estimate {
  readonly upper: number;
}

/** As much as choosing as now. */
export const nothing: Estimate = { value: 0, error: 0 };

/** Two standard errors above an estimate. */
export function upperOf({ error, value }: Estimate): number {
  return value + (Number.isNaN(error) ? 0 : 2 * error);
}

/** What knowing everything would be worth: the regret of choosing now (EVPI). */
export function valueOfAll(sample: ChoiceSample): Estimate {
  const gain = new Float64Array(sample.trials);
  for (const { excess } of sample.others)
    for (let i = 0; i < gain.length; i++)
      gain[i] = Math.max(gain[i] as number, -(excess[i] as number));
  return meanOf(gain, sample.replication);
}

/** For a trial, the expected excess cost of each other alternative over the best, by what is known. */
export type Forecast = (trial: number, expected: Float64Array) => void;

/**
 * The worth of choosing by a forecast: `learn` is given replicates to learn from, and gives the
 * forecast that follows from them. Differences between alternatives are forecast, not levels, so
 * that what all of them share adds no noise (dampack issue 84 and Strong, Oakley and Brennan 2014).
 */
export function valueOfForecast(
  sample: ChoiceSample,
  learn: (replicates: readonly number[]) => Forecast,
): Estimate {
  const { folds, others, replication } = sample;
  const expected = new Float64Array(others.length);
  const gain = new Float64Array(sample.trials);
  const all = folds.flat();
  const eachTrial = (replicates: readonly number[], visit: (trial: number) => void): void => {
    for (const replicate of replicates) {
      const to = replication.offsets[replicate + 1] ?? 0;
      for (let trial = replication.offsets[replicate] ?? 0; trial < to; trial++) visit(trial);
    }
  };
  /** The alternative with the smallest expected cost; -1 where that is the best of now. */
  const chosen = (): number => {
    let choice = -1;
    let least = 0;
    for (let k = 0; k < expected.length; k++) {
      if ((expected[k] as number) < least) {
        least = expected[k] as number;
        choice = k;
      }
    }
    return choice;
  };
  for (const fold of folds) {
    const forecast = learn(folds.length < 2 ? all : all.filter((each) => !fold.includes(each)));
    eachTrial(fold, (trial) => {
      forecast(trial, expected);
      const choice = chosen();
      gain[trial] = choice < 0 ? 0 : -(others[choice]?.excess[trial] ?? 0);
    });
  }
  const { error, value } = meanOf(gain, replication);
  // Choosing as now is always open, whatever becomes known.
  return { value: Math.max(0, value), error };
}

/** The worth of knowing one quantity, by straight lines within bins of it (EVPPI of one input). */
export function valueOfOne(sample: ChoiceSample, bins: Bins, x: Float64Array): Estimate {
  const { offsets } = sample.replication;
  const sums = binnedSums(
    bins,
    x,
    sample.others.map(({ excess }) => excess),
    offsets,
  );
  return valueOfForecast(sample, (replicates) => byBin(binnedFit(sums, replicates), bins, x));
}

function byBin({ at0, outputs, slope }: BinnedFit, { of }: Bins, x: Float64Array): Forecast {
  return (trial, expected) => {
    const base = (of[trial] as number) * outputs;
    const value = x[trial] as number;
    for (let k = 0; k < outputs; k++)
      expected[k] = (at0[base + k] as number) + (slope[base + k] as number) * value;
  };
}
