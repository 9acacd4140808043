import type { Distribution } from './distribution.ts';

/** The distribution of location + scale * X, for a scale above 0. */
export function movedDistribution(
  base: Distribution,
  location: number,
  scale: number,
): Distribution {
  if (location === 0 && scale === 1) return base;
  return {
    kind: base.kind,
    quantile: (p, upper) => location + scale * base.quantile(p, upper),
    slope: (p, upper) => scale * base.slope(p, upper),
    cdf: (x) => base.cdf((x - location) / scale),
    get mean() {
      return location + scale * base.mean;
    },
    get variance() {
      return scale * scale * base.variance;
    },
    rawMoment: (k) => {
      // The binomial theorem over the base's moments.
      let sum = 0;
      let choose = 1;
      for (let i = 0; i <= k; i++) {
        let term = choose * (i === 0 ? 1 : base.rawMoment(i));
        for (let j = 0; j < k; j++) term *= j < i ? scale : location;
        sum += term;
        choose = (choose * (k - i)) / (i + 1);
      }
      return sum;
    },
    min: location + scale * base.min,
    max: location + scale * base.max,
  };
}
