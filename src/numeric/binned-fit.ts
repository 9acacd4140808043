import type { Bins } from './quantile-bins.ts';

/**
 * What a piecewise straight line through a sample needs: sums by replicate and bin, for several
 * outputs at once. One pass serves variance shares, conditional means, their errors and decisions.
 */
export interface BinnedSums {
  readonly bins: number;
  readonly replicates: number;
  readonly outputs: number;
  /** Entry `replicate * bins + bin`. */
  readonly n: Float64Array;
  readonly x: Float64Array;
  readonly xx: Float64Array;
  /** Entry `(replicate * bins + bin) * outputs + output`. */
  readonly y: Float64Array;
  readonly xy: Float64Array;
  /** Entry `replicate * outputs + output`. */
  readonly yy: Float64Array;
}

/**
 * Sums over trials, replicate after replicate as `offsets` say. `x` carries the slopes within
 * bins and need not be what the bins are of. Outputs should be about centred, so that no digits
 * are lost in their squares.
 */
export function binnedSums(
  bins: Bins,
  x: Float64Array,
  ys: readonly Float64Array[],
  offsets: readonly number[],
): BinnedSums {
  const replicates = offsets.length - 1;
  const [count, outputs] = [bins.count, ys.length];
  const sums: BinnedSums = {
    bins: count,
    replicates,
    outputs,
    n: new Float64Array(replicates * count),
    x: new Float64Array(replicates * count),
    xx: new Float64Array(replicates * count),
    y: new Float64Array(replicates * count * outputs),
    xy: new Float64Array(replicates * count * outputs),
    yy: new Float64Array(replicates * outputs),
  };
  for (let replicate = 0; replicate < replicates; replicate++) {
    const [from, to] = [offsets[replicate] ?? 0, offsets[replicate + 1] ?? 0];
    addX(sums, bins.of, x, from, to, replicate * count);
    for (const [output, y] of ys.entries()) addY(sums, bins.of, x, y, from, to, replicate, output);
  }
  return sums;
}

function addX(
  { n, x: sx, xx }: BinnedSums,
  bin: Uint8Array,
  x: Float64Array,
  from: number,
  to: number,
  base: number,
): void {
  for (let i = from; i < to; i++) {
    const at = base + (bin[i] as number);
    const value = x[i] as number;
    n[at] = (n[at] as number) + 1;
    sx[at] = (sx[at] as number) + value;
    xx[at] = (xx[at] as number) + value * value;
  }
}

function addY(
  { bins, outputs, y: sy, xy, yy }: BinnedSums,
  bin: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  from: number,
  to: number,
  replicate: number,
  output: number,
): void {
  let squares = 0;
  for (let i = from; i < to; i++) {
    const at = (replicate * bins + (bin[i] as number)) * outputs + output;
    const value = y[i] as number;
    sy[at] = (sy[at] as number) + value;
    xy[at] = (xy[at] as number) + value * (x[i] as number);
    squares += value * value;
  }
  yy[replicate * outputs + output] = squares;
}

/** A straight line for each bin and output, entry `bin * outputs + output`: `at0 + slope * x`. */
export interface BinnedFit {
  readonly at0: Float64Array;
  readonly slope: Float64Array;
  readonly outputs: number;
}

/** How much of each output's variance the lines explain. */
export interface Explained {
  /** Share of the variance, less what as many lines would explain of nothing but noise. */
  readonly shares: readonly number[];
  readonly variances: readonly number[];
}

interface Pooled {
  readonly n: number;
  readonly meanX: number;
  readonly sxx: number;
  readonly sy: (output: number) => number;
  readonly sxy: (output: number) => number;
}

/** Fewer values in a bin than this carry a mean but no slope. */
const fewest = 8;

function pool(sums: BinnedSums, bin: number, chosen: readonly number[]): Pooled {
  const { bins, outputs } = sums;
  const add = (of: Float64Array) =>
    chosen.reduce((sum, replicate) => sum + (of[replicate * bins + bin] ?? 0), 0);
  const addOf = (of: Float64Array, output: number) =>
    chosen.reduce(
      (sum, replicate) => sum + (of[(replicate * bins + bin) * outputs + output] ?? 0),
      0,
    );
  const n = add(sums.n);
  const meanX = n > 0 ? add(sums.x) / n : 0;
  const spread = Math.max(0, add(sums.xx) - n * meanX * meanX);
  // Nothing but rounding: all values of the bin are equal.
  const sxx = n >= fewest && spread > 1e-10 * n * (1 + meanX * meanX) ? spread : 0;
  return {
    n,
    meanX,
    sxx,
    sy: (output) => addOf(sums.y, output),
    sxy: (output) => addOf(sums.xy, output) - meanX * addOf(sums.y, output),
  };
}

/** The lines through the trials of some replicates. */
export function binnedFit(sums: BinnedSums, chosen: readonly number[]): BinnedFit {
  const { bins, outputs } = sums;
  const fit: BinnedFit = {
    at0: new Float64Array(bins * outputs),
    slope: new Float64Array(bins * outputs),
    outputs,
  };
  for (let bin = 0; bin < bins; bin++) {
    const { meanX, n, sxx, sxy, sy } = pool(sums, bin, chosen);
    for (let output = 0; output < outputs; output++) {
      const slope = sxx > 0 ? sxy(output) / sxx : 0;
      fit.slope[bin * outputs + output] = slope;
      fit.at0[bin * outputs + output] = n > 0 ? sy(output) / n - slope * meanX : 0;
    }
  }
  return fit;
}

/** What the lines explain of the trials of some replicates. */
export function explainedBy(sums: BinnedSums, chosen: readonly number[]): Explained {
  const { bins, outputs } = sums;
  const all = Array.from({ length: bins }, (_, bin) => pool(sums, bin, chosen));
  const n = all.reduce((sum, bin) => sum + bin.n, 0);
  const used = all.filter((bin) => bin.n > 0);
  const parameters = used.reduce((sum, bin) => sum + (bin.sxx > 0 ? 2 : 1), 0) - 1;
  const found = Array.from({ length: outputs }, (_, output) => {
    const mean = used.reduce((sum, bin) => sum + bin.sy(output), 0) / n;
    const squares = chosen.reduce(
      (sum, replicate) => sum + (sums.yy[replicate * outputs + output] ?? 0),
      0,
    );
    const total = squares - n * mean * mean;
    let explained = 0;
    for (const bin of used) {
      const deviation = bin.sy(output) / bin.n - mean;
      explained += bin.n * deviation * deviation;
      if (bin.sxx > 0) explained += (bin.sxy(output) * bin.sxy(output)) / bin.sxx;
    }
    const noise = (parameters * (total - explained)) / Math.max(1, n - 1 - parameters);
    const share = total > 1e-12 * squares ? (explained - noise) / total : 0;
    return { share, variance: total / Math.max(1, n - 1) };
  });
  return {
    shares: found.map(({ share }) => share),
    variances: found.map(({ variance }) => variance),
  };
}
