import { checkDistribution } from '../numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { statedBounds } from './distribution-bounds.ts';
import { specOf } from './spec-of.ts';
import type { DistributionValue, PercentilesValue } from './value-form.ts';

/** What a distribution of a file comes to: its mean, and between what it plainly lies; or what is wrong with it. */
export type ToldDistribution =
  | { readonly problem: string }
  | {
      readonly spec: DistributionSpec;
      readonly mean: number;
      readonly low: number;
      readonly high: number;
    };

export type TellDistribution = (given: DistributionValue | PercentilesValue) => ToldDistribution;

export const tellDistribution: TellDistribution = (given) => {
  const spec = specOf(given);
  const [problem] = checkDistribution(spec);
  if (problem !== undefined) return { problem: problem.message };
  return { spec, mean: makeDistribution(spec).mean, ...statedBounds(spec) };
};
