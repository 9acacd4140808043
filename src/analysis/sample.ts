/** One quantity over all trials of a run: a value of each trial, or the one that all trials share. */
export type Sample =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'column'; readonly values: Float64Array };

/** How a run's columns are made up. */
export interface RunShape {
  readonly trials: number;
  /** Where each replicate starts in a column; one more entry than replicates. */
  readonly offsets: readonly number[];
  /** True for plain random sampling, where single trials are independent of each other. */
  readonly independentTrials: boolean;
}

/** The value of a sample in one trial. */
export function at(sample: Sample, trial: number): number {
  return sample.kind === 'constant' ? sample.value : (sample.values[trial] as number);
}

/** A quantity computed trial by trial from two others. */
export function combine(a: Sample, b: Sample, operation: (x: number, y: number) => number): Sample {
  if (a.kind === 'constant' && b.kind === 'constant') {
    return { kind: 'constant', value: operation(a.value, b.value) };
  }
  const length = a.kind === 'column' ? a.values.length : b.kind === 'column' ? b.values.length : 0;
  const values = new Float64Array(length);
  for (let trial = 0; trial < length; trial++) {
    values[trial] = operation(at(a, trial), at(b, trial));
  }
  return { kind: 'column', values };
}

export const zero: Sample = { kind: 'constant', value: 0 };

export function sumOf(a: Sample, b: Sample): Sample {
  return combine(a, b, (x, y) => x + y);
}

export function differenceOf(a: Sample, b: Sample): Sample {
  return combine(a, b, (x, y) => x - y);
}

export function smallerOf(a: Sample, b: Sample): Sample {
  return combine(a, b, (x, y) => (y < x ? y : x));
}
