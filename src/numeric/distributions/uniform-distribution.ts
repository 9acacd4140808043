import type { Distribution } from './distribution.ts';

/** Uniform distribution between two values. */
export function uniformDistribution(min: number, max: number): Distribution {
  const width = max - min;
  return {
    kind: 'continuous',
    quantile: (p, upper = false) => (upper ? max - width * p : min + width * p),
    slope: () => width,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    mean: (min + max) / 2,
    variance: (width * width) / 12,
    rawMoment: (k) => {
      // The mean of min^i max^(k - i) over i = 0 .. k.
      let sum = 0;
      for (let i = 0; i <= k; i++) {
        let term = 1;
        for (let j = 0; j < k; j++) term *= j < i ? min : max;
        sum += term;
      }
      return sum / (k + 1);
    },
    min,
    max,
  };
}
