import { percentilesOf } from '../numeric/distributions/distribution-spec.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';

/** The lowest and highest value that whoever wrote a distribution said it takes. */
export interface StatedBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What a distribution plainly reaches: its bounds or percentiles where it has them, two standard
 * deviations for a normal. Tails that nobody wrote down are left out, so that no one is warned of them.
 */
export function statedBounds(spec: DistributionSpec): StatedBounds {
  switch (spec.dist) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return { low: spec.min, high: spec.max };
    case 'beta':
      return { low: spec.min ?? 0, high: spec.max ?? 1 };
    case 'bernoulli':
      return { low: 0, high: 1 };
    case 'binomial':
      return { low: 0, high: spec.n };
    case 'discrete':
    case 'empirical':
      return hull(spec.values.map((value) => ({ low: value, high: value })));
    case 'mixture':
      return hull(spec.components.map(statedBounds));
    case 'metalog':
      return percentileBounds(spec, spec.min, spec.max);
    case 'normal': {
      if (spec.mean === undefined || spec.sd === undefined)
        return percentileBounds(spec, spec.min, spec.max);
      return {
        low: Math.max(spec.min ?? -Infinity, spec.mean - 2 * spec.sd),
        high: Math.min(spec.max ?? Infinity, spec.mean + 2 * spec.sd),
      };
    }
    case 'lognormal': {
      const middle = spec.mean ?? spec.median;
      return middle === undefined ? percentileBounds(spec) : { low: middle, high: middle };
    }
    case 'gamma': {
      const mean = spec.mean ?? (spec.shape ?? 0) * (spec.scale ?? 0);
      return { low: mean, high: mean };
    }
    case 'weibull':
      return { low: spec.scale, high: spec.scale };
    case 'exponential': {
      const mean = spec.mean ?? 1 / (spec.rate ?? 1);
      return { low: mean, high: mean };
    }
    case 'poisson':
      return { low: spec.rate, high: spec.rate };
    case 'negative-binomial':
      return { low: spec.mean, high: spec.mean };
  }
}

function percentileBounds(
  spec: Parameters<typeof percentilesOf>[0],
  min?: number,
  max?: number,
): StatedBounds {
  const values = percentilesOf(spec).map(([, value]) => value);
  return { low: min ?? Math.min(...values), high: max ?? Math.max(...values) };
}

function hull(bounds: readonly StatedBounds[]): StatedBounds {
  let low = Infinity;
  let high = -Infinity;
  // Not Math.min(...): 100,000 observations do not fit on the stack.
  for (const each of bounds) {
    low = Math.min(low, each.low);
    high = Math.max(high, each.high);
  }
  return { low, high };
}
