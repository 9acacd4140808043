import { exp, expMinusOne, log } from '../elementary.ts';
import { normalCdf } from '../normal.ts';
import type { Distribution } from './distribution.ts';
import { normalDistribution } from './normal-distribution.ts';

/** e^Y for a normal Y with median log `median` and standard deviation sigma. */
export function lognormalDistribution(median: number, sigma: number): Distribution {
  const score = normalDistribution(0, sigma);
  const rawMoment = (k: number): number => {
    let power = 1;
    for (let i = 0; i < k; i++) power *= median;
    return power * exp(0.5 * k * k * sigma * sigma);
  };
  const quantile = (p: number, upper = false) => median * exp(score.quantile(p, upper));
  return {
    kind: 'continuous',
    quantile,
    slope: (p, upper = false) => quantile(p, upper) * score.slope(p, upper),
    cdf: (x) => (x > 0 ? normalCdf(log(x / median) / sigma) : 0),
    mean: rawMoment(1),
    variance: median * median * exp(sigma * sigma) * expMinusOne(sigma * sigma),
    rawMoment,
    min: 0,
    max: Infinity,
  };
}
