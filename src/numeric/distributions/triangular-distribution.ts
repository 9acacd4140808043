import type { Distribution } from './distribution.ts';

/** Triangular distribution. */
export function triangularDistribution(min: number, mode: number, max: number): Distribution {
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  const atMode = left / width;
  const lower = (p: number) => min + Math.sqrt(p * width * left);
  const upperTail = (p: number) => max - Math.sqrt(p * width * right);
  const isLeft = (p: number, upper: boolean) => (upper ? 1 - p < atMode : p < atMode);
  const quantile = (p: number, upper = false) =>
    isLeft(p, upper) ? lower(upper ? 1 - p : p) : upperTail(upper ? p : 1 - p);
  const density = (x: number) =>
    x < mode ? (2 * (x - min)) / (width * left) : (2 * (max - x)) / (width * right);
  return {
    kind: 'continuous',
    quantile,
    slope: (p, upper = false) => 1 / density(quantile(p, upper)),
    cdf: (x) => {
      if (x <= min) return 0;
      if (x >= max) return 1;
      return x < mode
        ? ((x - min) * (x - min)) / (width * left)
        : 1 - ((max - x) * (max - x)) / (width * right);
    },
    mean: (min + mode + max) / 3,
    variance: (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18,
    rawMoment: (k) => {
      // 2 / ((k+1)(k+2)) times the sum of min^i mode^j max^l over i + j + l = k.
      let sum = 0;
      for (let i = 0; i <= k; i++) {
        for (let j = 0; i + j <= k; j++) {
          let term = 1;
          for (let n = 0; n < k; n++) term *= n < i ? min : n < i + j ? mode : max;
          sum += term;
        }
      }
      return (2 * sum) / ((k + 1) * (k + 2));
    },
    min,
    max,
  };
}
