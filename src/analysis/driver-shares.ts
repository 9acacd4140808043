import { binnedFit, binnedSums, explainedBy } from '../numeric/binned-fit.ts';
import type { BinnedSums } from '../numeric/binned-fit.ts';
import type { Bins } from '../numeric/quantile-bins.ts';
import type { Estimate } from './choice-sample.ts';
import { differenceOf } from './compare.ts';
import type { FigureColumn } from './decision-figures.ts';
import { errorOfReplicates } from './replicates.ts';

/** A part of a figure's variance, with its standard error. */
type Shares = Readonly<Record<string, Estimate>>;

/** Shares that a driver explains of each figure, and the mean of each figure by bin of the driver. */
export interface Explanation {
  readonly shares: Shares;
  /** Mean of the driver's column in each bin. */
  readonly levels: readonly number[];
  readonly means: Readonly<Record<string, readonly number[]>>;
}

/** What one column explains of all figures. */
export function explain(
  bins: Bins,
  x: Float64Array,
  figures: readonly FigureColumn[],
  offsets: readonly number[],
): Explanation {
  const sums = binnedSums(
    bins,
    x,
    figures.map(({ centred }) => centred),
    offsets,
  );
  const shares = sharesOf(sums);
  const all = replicatesOf(sums);
  const fit = binnedFit(sums, all);
  const levels = Array.from({ length: bins.count }, (_, bin) => {
    const total = (of: Float64Array) =>
      all.reduce((sum, replicate) => sum + (of[replicate * bins.count + bin] ?? 0), 0);
    return total(sums.x) / total(sums.n);
  });
  const meanAt = (figure: number) => (level: number, bin: number) =>
    (figures[figure]?.mean ?? 0) +
    (fit.at0[bin * fit.outputs + figure] ?? 0) +
    (fit.slope[bin * fit.outputs + figure] ?? 0) * level;
  return {
    shares: Object.fromEntries(figures.map(({ id }, k) => [id, shares[k] ?? nothing])),
    levels,
    means: Object.fromEntries(figures.map(({ id }, k) => [id, levels.map(meanAt(k))])),
  };
}

const nothing: Estimate = { value: 0, error: 0 };

function replicatesOf({ replicates }: BinnedSums): readonly number[] {
  return Array.from({ length: replicates }, (_, replicate) => replicate);
}

/** By the whole sample; the error from the same share in each replicate. */
function sharesOf(sums: BinnedSums): readonly Estimate[] {
  const all = replicatesOf(sums);
  const whole = explainedBy(sums, all).shares;
  const parts = all.map((replicate) => explainedBy(sums, [replicate]).shares);
  return whole.map((share, output) => ({
    value: Math.min(1, Math.max(0, share)),
    error: all.length < 2 ? 0 : errorOfReplicates(parts.map((part) => part[output] ?? 0)),
  }));
}

/** The values of an event under a posture, as far as they are luck; null where it never varies. */
export type LuckColumn = (posture: number) => Float64Array | null;

/**
 * What the luck of events explains: a straight line through a column whose expectation is zero
 * whatever the inputs are. Such columns are uncorrelated with inputs and with one another, so that
 * their shares add up with those of inputs.
 */
export function explainByLuck(
  luck: LuckColumn,
  figures: readonly FigureColumn[],
  offsets: readonly number[],
): Shares {
  const trials = offsets.at(-1) ?? 0;
  const oneBin: Bins = { count: 1, of: new Uint8Array(trials), cuts: new Float64Array(0) };
  const known = new Map<string, readonly FigureColumn[]>();
  for (const figure of figures) {
    const key = figure.made.join(' ');
    known.set(key, [...(known.get(key) ?? []), figure]);
  }
  const entries = [...known.values()].flatMap((alike) => {
    const [first, second] = alike[0]?.made ?? [0, null];
    const column = differenceOfLuck(luck(first), second === null ? null : luck(second));
    if (column === null) return alike.map(({ id }) => [id, nothing] as const);
    const sums = binnedSums(
      oneBin,
      column,
      alike.map(({ centred }) => centred),
      offsets,
    );
    const shares = sharesOf(sums);
    return alike.map(({ id }, index) => [id, shares[index] ?? nothing] as const);
  });
  return Object.fromEntries(entries);
}

function differenceOfLuck(
  first: Float64Array | null,
  second: Float64Array | null,
): Float64Array | null {
  if (second === null) return first;
  if (first === null) return second;
  return differenceOf(first, second);
}
