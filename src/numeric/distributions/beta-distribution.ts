import { exp, log, logOnePlus } from '../elementary.ts';
import { incompleteBeta, logBeta } from '../incomplete-beta.ts';
import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';

/** Below its exponential there is no number but 0. */
const smallestLog = -708;

/** Beta distribution with shapes alpha and beta, on 0 to 1. */
export function betaDistribution(alpha: number, beta: number): Distribution {
  const both = logBeta(alpha, beta);
  // The upper tail is the lower tail of the mirrored distribution, 1 - X.
  const lower = tailQuantile(alpha, beta, both);
  const upperTail = tailQuantile(beta, alpha, both);
  const density = (x: number, y: number) => exp((alpha - 1) * log(x) + (beta - 1) * log(y) - both);
  const total = alpha + beta;
  return {
    kind: 'continuous',
    quantile: (p, upper = false) => (upper ? 1 - upperTail(p) : lower(p)),
    slope: (p, upper = false) => {
      const x = upper ? upperTail(p) : lower(p);
      return 1 / (upper ? density(1 - x, x) : density(x, 1 - x));
    },
    cdf: (x) => incompleteBeta(alpha, beta, x, both),
    mean: alpha / total,
    variance: (alpha * beta) / (total * total * (total + 1)),
    rawMoment: (k) => {
      let moment = 1;
      for (let i = 0; i < k; i++) moment *= (alpha + i) / (total + i);
      return moment;
    },
    min: 0,
    max: 1,
  };
}

/**
 * The x with I_x(a, b) = p. Solved for log x against log p, where the tail is almost a straight
 * line; each answer is the start of the next, since tables ask for neighbours in turn.
 */
function tailQuantile(a: number, b: number, both: number): (p: number) => number {
  let lastP = NaN;
  let lastX = 0;
  let lastLogP = NaN;
  let lastLogX = 0;
  let lastSlope = 0;
  return (p) => {
    if (p === lastP) return lastX;
    const logP = log(p);
    const near = Math.abs(logP - lastLogP) < 0.5;
    const start = near ? lastLogX + (logP - lastLogP) * lastSlope : (logP + log(a) + both) / a;
    let slope = 1 / a;
    const logX = findRoot(
      (t) => {
        const x = exp(t);
        const probability = incompleteBeta(a, b, x, both);
        const densityTimesX = exp(a * t + (b - 1) * logOnePlus(-x) - both);
        slope = probability / densityTimesX;
        // Where x is 1 to the last digit the slope says nothing: the bracket is halved instead.
        return [log(probability) - logP, x < 1 ? 1 / slope : 0];
      },
      -745 * Math.max(1, 1 / a),
      0,
      start < 0 ? start : -1e-3,
    );
    lastP = p;
    lastX = logX < smallestLog ? 0 : exp(logX);
    lastLogP = logP;
    lastLogX = logX;
    lastSlope = slope;
    return lastX;
  };
}
