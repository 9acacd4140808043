import { exp, log } from '../elementary.ts';
import { incompleteGamma } from '../incomplete-gamma.ts';
import { logGamma } from '../log-gamma.ts';
import { normalCdf, normalDensity, normalQuantileOfTail } from '../normal.ts';
import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { rememberLast } from './remember-last.ts';

/** Below its exponential there is no number but 0. */
const smallestLog = -708;

/** From this shape on the expansion of `nearlyNormal` is exact to the last digits. */
const largeShape = 1e6;

/** Gamma distribution with the given shape and scale 1. */
export function gammaDistribution(shape: number): Distribution {
  return shape < largeShape ? smallShape(shape) : nearlyNormal(shape);
}

function smallShape(shape: number): Distribution {
  const logGammaOfShape = logGamma(shape);
  const density = (x: number) => exp((shape - 1) * log(x) - x - logGammaOfShape);
  const solve = (p: number, upper: boolean): number => {
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
    return logX < smallestLog ? 0 : exp(logX);
  };
  const quantile = rememberLast(solve);
  return {
    kind: 'continuous',
    quantile,
    slope: (p, upper = false) => 1 / density(quantile(p, upper)),
    cdf: (x) => incompleteGamma(shape, x).lower,
    ...momentsOf(shape),
  };
}

/** Cornish and Fisher's expansion in the normal score (Goldberg and Levine 1946, for chi-squared). */
function nearlyNormal(shape: number): Distribution {
  const root = Math.sqrt(shape);
  const score = (p: number, upper: boolean) =>
    upper ? normalQuantileOfTail(p) : -normalQuantileOfTail(p);
  const valueAt = (z: number) => {
    const w = z * z;
    return (
      shape +
      z * root +
      (w - 1) / 3 +
      (z * (w - 7)) / (36 * root) -
      ((3 * w + 7) * w - 16) / (810 * shape) +
      (z * ((9 * w + 256) * w - 433)) / (38880 * shape * root)
    );
  };
  const riseAt = (z: number) => {
    const w = z * z;
    return root + (2 / 3) * z + (3 * w - 7) / (36 * root) - (z * (12 * w + 14)) / (810 * shape);
  };
  return {
    kind: 'continuous',
    quantile: (p, upper = false) => valueAt(score(p, upper)),
    slope: (p, upper = false) => {
      const z = score(p, upper);
      return riseAt(z) / normalDensity(z);
    },
    cdf: (x) =>
      normalCdf(findRoot((z) => [valueAt(z) - x, riseAt(z)], -40, 40, (x - shape) / root)),
    ...momentsOf(shape),
  };
}

function momentsOf(shape: number) {
  return {
    mean: shape,
    variance: shape,
    rawMoment: (k: number) => {
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
