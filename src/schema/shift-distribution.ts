import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';

const places: ReadonlySet<string> = new Set(['min', 'max', 'mode', 'mean', 'median']);

/**
 * A distribution moved along by so much, every value alike; null for one that cannot be, since it
 * begins at nothing.
 */
export function shiftedDistribution(spec: DistributionSpec, by: number): DistributionSpec | null {
  switch (spec.dist) {
    case 'mixture': {
      const components = spec.components.map((component) => {
        const moved = shiftedDistribution(component, by);
        return moved === null ? null : { ...component, ...moved };
      });
      return components.every((each) => each !== null) ? { ...spec, components } : null;
    }
    case 'discrete':
    case 'empirical':
      return { ...spec, values: spec.values.map((value) => value + by) };
    case 'beta':
      return { ...spec, min: (spec.min ?? 0) + by, max: (spec.max ?? 1) + by };
    case 'normal':
    case 'uniform':
    case 'triangular':
    case 'pert':
    case 'metalog':
      return Object.fromEntries(
        Object.entries(spec).map(([key, value]) => [
          key,
          typeof value === 'number' && (places.has(key) || /^p\d/.test(key)) ? value + by : value,
        ]),
      ) as unknown as DistributionSpec;
    default:
      return null;
  }
}
