import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { isDistribution } from './value-form.ts';
import type { DistributionValue, PercentilesValue } from './value-form.ts';

/** A distribution of a file without its source and note; bare percentiles mean a metalog. */
export function specOf(given: DistributionValue | PercentilesValue): DistributionSpec {
  const { source: _source, note: _note, ...parameters } = given;
  return (
    isDistribution(given) ? parameters : { dist: 'metalog', ...parameters }
  ) as DistributionSpec;
}
