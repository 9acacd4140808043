/** Count, mean, and sum of squared deviations from the mean. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
}

export const noMoments: Moments = { count: 0, mean: 0, m2: 0 };

/**
 * Moments of values[from] to values[to - 1], in two passes: exact for constants, stable for money.
 * Four sums run side by side, as a processor and the compiled engine can; their order is part of
 * the bits of a result.
 */
export function momentsOf(values: Float64Array, from = 0, to = values.length): Moments {
  const count = to - from;
  if (count <= 0) return noMoments;
  const whole = to - (count & 3);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = from; i < whole; i += 4) {
    s0 += values[i] as number;
    s1 += values[i + 1] as number;
    s2 += values[i + 2] as number;
    s3 += values[i + 3] as number;
  }
  let sum = s0 + s1 + (s2 + s3);
  for (let i = whole; i < to; i++) sum += values[i] as number;
  const mean = sum / count;
  [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = from; i < whole; i += 4) {
    const d0 = (values[i] as number) - mean;
    const d1 = (values[i + 1] as number) - mean;
    const d2 = (values[i + 2] as number) - mean;
    const d3 = (values[i + 3] as number) - mean;
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  let m2 = s0 + s1 + (s2 + s3);
  for (let i = whole; i < to; i++) {
    const deviation = (values[i] as number) - mean;
    m2 += deviation * deviation;
  }
  return { count, mean, m2 };
}

/** Moments of two samples together (Chan, Golub, LeVeque 1979); the order of the two matters to the last bit. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const difference = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (difference * b.count) / count,
    m2: a.m2 + b.m2 + (difference * difference * a.count * b.count) / count,
  };
}

/** Sample variance, with n - 1. */
export function sampleVariance({ count, m2 }: Moments): number {
  return count > 1 ? m2 / (count - 1) : 0;
}
