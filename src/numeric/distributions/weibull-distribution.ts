import { exp, expMinusOne, log, logOnePlus, pow } from '../elementary.ts';
import { logGamma } from '../log-gamma.ts';
import type { Distribution } from './distribution.ts';

/** Weibull distribution with the given shape and scale 1; shape 1 is the exponential one. */
export function weibullDistribution(shape: number): Distribution {
  const hazard = (p: number, upper: boolean) => (upper ? -log(p) : -logOnePlus(-p));
  const quantile = (p: number, upper = false) => pow(hazard(p, upper), 1 / shape);
  const rawMoment = (k: number) => exp(logGamma(1 + k / shape));
  const mean = rawMoment(1);
  return {
    kind: 'continuous',
    quantile,
    slope: (p, upper = false) =>
      quantile(p, upper) / (shape * hazard(p, upper) * (upper ? p : 1 - p)),
    cdf: (x) => (x > 0 ? -expMinusOne(-pow(x, shape)) : 0),
    mean,
    variance: rawMoment(2) - mean * mean,
    rawMoment,
    min: 0,
    max: Infinity,
  };
}
