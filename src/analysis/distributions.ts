import { niceStep } from '../numeric/nice-step.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import { distributionProbabilities } from '../schema/distribution-probabilities.ts';
import type { Distribution } from '../schema/result.ts';
import { remembered } from './remembered.ts';

const mostBins = 120;
/** What lies outside these probabilities is counted, not drawn: a far outlier must not set the scale. */
const [first, last] = [0.005, 0.995] as const;

/** Bins of equal width, from a start on. */
export interface Bins {
  readonly start: number;
  readonly width: number;
  readonly count: number;
}

/**
 * Quantiles and a histogram of several columns; the bins are the same for all of them: those that
 * are given, else some that suit the columns.
 */
export function distributionsOf(
  columns: Readonly<Record<string, Float64Array>>,
  bins?: Bins,
): Record<string, Distribution> {
  const quantiles = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      remembered('distribution', [column], () =>
        orderStatistics(column).quantiles(distributionProbabilities),
      ),
    ]),
  );
  const { start, width, count } = bins ?? binsFor(quantiles);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      { quantiles: quantiles[name] ?? [], bins: binsOf(column, start, width, count) },
    ]),
  );
}

function binsFor(quantiles: Readonly<Record<string, readonly number[]>>): Bins {
  const at = (probability: number) =>
    Object.values(quantiles).map(
      (own) => own[distributionProbabilities.indexOf(probability)] ?? NaN,
    );
  const [low, high] = [Math.min(...at(first)), Math.max(...at(last))];
  const width = niceStep(high - low, mostBins - 1);
  const start = Math.floor(low / width) * width;
  const count = Math.max(1, Math.ceil((high - start) / width));
  return { start, width, count };
}

function binsOf(
  column: Float64Array,
  start: number,
  width: number,
  count: number,
): Distribution['bins'] {
  const counts = new Uint32Array(count);
  let below = 0;
  let above = 0;
  for (let i = 0; i < column.length; i++) {
    const bin = Math.floor(((column[i] as number) - start) / width);
    if (bin < 0) below++;
    else if (bin < count) counts[bin] = (counts[bin] as number) + 1;
    else above++;
  }
  const trials = column.length;
  return {
    start,
    width,
    shares: Array.from(counts, (each) => each / trials),
    below: below / trials,
    above: above / trials,
  };
}
