import { exp, log } from '../elementary.ts';
import { incompleteGamma } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';
import { normalQuantileOfTail } from '../normal.ts';
import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';

/** Gamma distribution with the given shape and scale 1. */
export function gammaDistribution(shape: number): Distribution {
  const logGammaOfShape = logGamma(shape);
  const density = (x: number) => exp((shape - 1) * log(x) - x - logGammaOfShape);
  const quantile = (p: number, upper = false): number => {
    const logP = log(p);
    const start = startOf(shape, p, upper, logGammaOfShape);
    // Both tails are solved for log x against the logarithm of their own probability.
    const logX = findRoot(
      (t) => {
        const x = exp(t);
        const tails = incompleteGamma(shape, x);
        const probability = upper ? tails.upper : tails.lower;
        const rise = exp(shape * t - x - logGammaOfShape) / probability;
        return upper ? [logP - log(probability), rise] : [log(probability) - logP, rise];
      },
      -745 * Math.max(1, 1 / shape),
      log(shape + 1) + 12,
      log(start),
    );
    return exp(logX);
  };
  return {
    kind: 'continuous',
    quantile,
    slope: (p, upper = false) => 1 / density(quantile(p, upper)),
    cdf: (x) => incompleteGamma(shape, x).lower,
    mean: shape,
    variance: shape,
    rawMoment: (k) => {
      let moment = 1;
      for (let i = 0; i < k; i++) moment *= shape + i;
      return moment;
    },
    min: 0,
    max: Infinity,
  };
}

/** Wilson and Hilferty's cube of a normal, or the first term of the series for small values. */
function startOf(shape: number, p: number, upper: boolean, logGammaOfShape: number): number {
  const z = upper ? normalQuantileOfTail(p) : -normalQuantileOfTail(p);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const guess = shape * cube * cube * cube;
  if (cube > 0.3 && guess > 0) return guess;
  const lower = upper ? 1 - p : p;
  return Math.max(1e-300, exp((log(lower) + log(shape) + logGammaOfShape) / shape));
}
