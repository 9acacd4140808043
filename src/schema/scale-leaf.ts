import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { looksLikePercentile } from './looks-like-percentile.ts';
import { isDistribution } from './value-form.ts';
import type { PercentilesValue, Quantity } from './value-form.ts';

/** The parameters of each distribution that are multiplied with it; null where it cannot be multiplied. */
const scaled: Readonly<Record<DistributionSpec['dist'], readonly string[] | null>> = {
  normal: ['mean', 'sd', 'min', 'max'],
  lognormal: ['mean', 'sd', 'median'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  pert: ['min', 'mode', 'max'],
  beta: ['min', 'max'],
  gamma: ['mean', 'scale'],
  weibull: ['scale'],
  exponential: ['mean'],
  metalog: ['min', 'max'],
  discrete: ['values'],
  empirical: ['values'],
  mixture: [],
  // Counts: a multiple of one is no count any more.
  poisson: null,
  binomial: null,
  'negative-binomial': null,
  bernoulli: null,
};

/**
 * A leaf with all of its values multiplied: the same distribution, moved as a whole. null for words,
 * for counts, and where the result would be no number.
 */
export function scaleLeaf(leaf: Quantity, factor: number): Quantity | null {
  if (!(factor > 0) || !Number.isFinite(factor)) return null;
  if (typeof leaf === 'string') return null;
  if (typeof leaf === 'number') return times(leaf, factor);
  const changed = isDistribution(leaf) ? scaleSpec(leaf, factor) : scalePercentiles(leaf, factor);
  return changed !== null && isSound(changed) ? (changed as Quantity) : null;
}

function scaleSpec(spec: DistributionSpec, factor: number): object | null {
  const names = scaled[spec.dist];
  if (names === null || names === undefined) return null;
  switch (spec.dist) {
    case 'mixture': {
      const components = spec.components.map((each) => scaleSpec(each, factor));
      return components.includes(null) ? null : { ...spec, components };
    }
    case 'exponential':
      return spec.rate === undefined
        ? { ...spec, mean: times(spec.mean ?? NaN, factor) }
        : { ...spec, rate: times(spec.rate, 1 / factor) };
    case 'beta':
      return scaleMembers({ min: 0, max: 1, ...spec }, names, factor);
    default:
      return scaleMembers(spec, names, factor);
  }
}

function scalePercentiles(leaf: PercentilesValue, factor: number): object {
  return scaleMembers(leaf, ['min', 'max'], factor);
}

function scaleMembers(given: object, names: readonly string[], factor: number): object {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]: [string, unknown]) => {
      if (!names.includes(name) && !looksLikePercentile(name)) return [name, value];
      if (Array.isArray(value)) return [name, value.map((each) => times(each as number, factor))];
      return [name, typeof value === 'number' ? times(value, factor) : value];
    }),
  );
}

/** Twelve digits: as many as anyone writes, few enough to hide that 1.1 times 1.1 is 1.2100000000000002. */
function times(value: number, factor: number): number {
  const product = Number((value * factor).toPrecision(12));
  return product === 0 && value !== 0 ? NaN : product;
}

function isSound(given: object): boolean {
  return Object.values(given).every((value: unknown) => {
    if (Array.isArray(value))
      return value.every((each: unknown) =>
        typeof each === 'object' && each !== null ? isSound(each) : Number.isFinite(each),
      );
    return typeof value !== 'number' || Number.isFinite(value);
  });
}
