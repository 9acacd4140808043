import { exp, log, logOnePlus } from '../elementary.ts';
import { normalQuantile } from '../normal.ts';
import { betaDistribution } from './beta-distribution.ts';
import {
  binomialDistribution,
  discreteDistribution,
  discreteMixture,
  isDiscrete,
  negativeBinomialDistribution,
  poissonDistribution,
} from './discrete-distribution.ts';
import type { DiscreteDistribution } from './discrete-distribution.ts';
import type { Distribution } from './distribution.ts';
import { percentilesOf } from './distribution-spec.ts';
import type { DistributionSpec } from './distribution-spec.ts';
import { gammaDistribution } from './gamma-distribution.ts';
import { lognormalDistribution } from './lognormal-distribution.ts';
import { fitMetalog, metalogDistribution } from './metalog-distribution.ts';
import { mixtureDistribution } from './mixture-distribution.ts';
import { movedDistribution } from './moved-distribution.ts';
import { normalDistribution, truncatedNormalDistribution } from './normal-distribution.ts';
import { triangularDistribution } from './triangular-distribution.ts';
import { uniformDistribution } from './uniform-distribution.ts';
import { weibullDistribution } from './weibull-distribution.ts';

/** How a distribution is drawn: by a table of its base, moved and scaled, or by a formula of its own. */
export interface Standardised {
  /** Equal for equal bases, so that one table serves all of a family. */
  readonly key: string;
  readonly base: Distribution;
  readonly location: number;
  readonly scale: number;
  readonly draw: 'table' | 'uniform' | 'triangular' | 'discrete' | 'mixture';
}

/** The base, location and scale of a spec whose parameters have been checked. */
export function standardise(spec: DistributionSpec): Standardised {
  const table = (key: string, base: Distribution, location = 0, scale = 1): Standardised => ({
    key,
    base,
    location,
    scale,
    draw: 'table',
  });
  const discrete = (base: DiscreteDistribution): Standardised => ({
    key: JSON.stringify(spec),
    base,
    location: 0,
    scale: 1,
    draw: 'discrete',
  });
  switch (spec.dist) {
    case 'normal': {
      const { mean, sd } = normalParameters(spec);
      const { min = -Infinity, max = Infinity } = spec;
      if (min === -Infinity && max === Infinity)
        return table('normal', normalDistribution(0, 1), mean, sd);
      const [a, b] = [(min - mean) / sd, (max - mean) / sd];
      return table(`normal ${a} ${b}`, truncatedNormalDistribution(0, 1, a, b), mean, sd);
    }
    case 'lognormal': {
      const { median, sigma } = lognormalParameters(spec);
      return table(`lognormal ${sigma}`, lognormalDistribution(1, sigma), 0, median);
    }
    case 'uniform':
      return {
        key: 'uniform',
        base: uniformDistribution(0, 1),
        location: spec.min,
        scale: spec.max - spec.min,
        draw: 'uniform',
      };
    case 'triangular': {
      const mode = (spec.mode - spec.min) / (spec.max - spec.min);
      return {
        key: `triangular ${mode}`,
        base: triangularDistribution(0, mode, 1),
        location: spec.min,
        scale: spec.max - spec.min,
        draw: 'triangular',
      };
    }
    case 'pert': {
      const { min, mode, max, shape = 4 } = spec;
      const alpha = 1 + (shape * (mode - min)) / (max - min);
      const beta = 1 + (shape * (max - mode)) / (max - min);
      return table(`beta ${alpha} ${beta}`, betaDistribution(alpha, beta), min, max - min);
    }
    case 'beta': {
      const { alpha, beta, min = 0, max = 1 } = spec;
      return table(`beta ${alpha} ${beta}`, betaDistribution(alpha, beta), min, max - min);
    }
    case 'gamma': {
      const { shape, scale } = gammaParameters(spec);
      return table(`gamma ${shape}`, gammaDistribution(shape), 0, scale);
    }
    case 'weibull':
      return table(`weibull ${spec.shape}`, weibullDistribution(spec.shape), 0, spec.scale);
    case 'exponential':
      return table('weibull 1', weibullDistribution(1), 0, spec.mean ?? 1 / (spec.rate ?? NaN));
    case 'metalog': {
      const { min = -Infinity, max = Infinity } = spec;
      return table(
        JSON.stringify(spec),
        metalogDistribution(fitMetalog(percentilesOf(spec), min, max)),
      );
    }
    case 'mixture': {
      const weights = spec.components.map((component) => component.weight ?? 1);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const parts = spec.components.map((component) => makeDistribution(component));
      const shares = weights.map((weight) => weight / total);
      if (parts.every(isDiscrete)) return discrete(discreteMixture(parts, shares));
      const base = mixtureDistribution(parts, shares);
      return { key: JSON.stringify(spec), base, location: 0, scale: 1, draw: 'mixture' };
    }
    case 'poisson':
      return discrete(poissonDistribution(spec.rate));
    case 'binomial':
      return discrete(binomialDistribution(spec.n, spec.p));
    case 'negative-binomial':
      return discrete(negativeBinomialDistribution(spec.mean, spec.size));
    case 'bernoulli':
      return discrete(discreteDistribution([0, 1], [1 - spec.p, spec.p]));
    case 'discrete':
      return discrete(discreteDistribution(spec.values, spec.weights));
    case 'empirical':
      return discrete(discreteDistribution(spec.values));
  }
}

/** The distribution of a spec whose parameters have been checked. */
export function makeDistribution(spec: DistributionSpec): Distribution {
  const { base, location, scale } = standardise(spec);
  return movedDistribution(base, location, scale);
}

type Spec<D extends DistributionSpec['dist']> = Extract<DistributionSpec, { dist: D }>;

/** A symmetric pair of percentiles such as p5 and p95: its values and the normal score of the upper one. */
function percentilePair(
  spec: Spec<'normal'> | Spec<'lognormal'>,
): readonly [number, number, number] | null {
  const [low, high] = percentilesOf(spec);
  return low === undefined || high === undefined
    ? null
    : [low[1], high[1], normalQuantile(high[0])];
}

function normalParameters(spec: Spec<'normal'>): { readonly mean: number; readonly sd: number } {
  const pair = percentilePair(spec);
  if (pair === null) return { mean: spec.mean ?? NaN, sd: spec.sd ?? NaN };
  const [low, high, score] = pair;
  return { mean: (low + high) / 2, sd: (high - low) / (2 * score) };
}

function lognormalParameters(spec: Spec<'lognormal'>): {
  readonly median: number;
  readonly sigma: number;
} {
  const pair = percentilePair(spec);
  if (pair !== null) {
    const [low, high, score] = pair;
    return { median: exp((log(low) + log(high)) / 2), sigma: (log(high) - log(low)) / (2 * score) };
  }
  if (spec.median !== undefined) return { median: spec.median, sigma: spec.sigma ?? NaN };
  const mean = spec.mean ?? NaN;
  const cv = spec.cv ?? (spec.sd ?? NaN) / mean;
  const variance = logOnePlus(cv * cv);
  return { median: mean / Math.sqrt(1 + cv * cv), sigma: Math.sqrt(variance) };
}

function gammaParameters(spec: Spec<'gamma'>): { readonly shape: number; readonly scale: number } {
  if (spec.shape !== undefined) return { shape: spec.shape, scale: spec.scale ?? NaN };
  const cv = spec.cv ?? NaN;
  return { shape: 1 / (cv * cv), scale: (spec.mean ?? NaN) * cv * cv };
}
