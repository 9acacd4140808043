import { approximateMetalog } from '../numeric/distributions/approximate-metalog.ts';
import { isDiscrete } from '../numeric/distributions/discrete-distribution.ts';
import type { Distribution } from '../numeric/distributions/distribution.ts';
import { percentilesOf } from '../numeric/distributions/distribution-spec.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { fitMetalog, metalogDistribution } from '../numeric/distributions/metalog-distribution.ts';
import { movedDistribution } from '../numeric/distributions/moved-distribution.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { SipShape } from './sipmath-format.ts';

/** A distribution as SIPmath says it, and what it then is. */
export interface ExportedShape {
  readonly shape: SipShape;
  /** The distribution that a reader of the library draws from. */
  readonly distribution: Distribution;
  /** Largest distance of its quantiles from those of the scenario's, in standard deviations; 0 where exact. */
  readonly largestError: number;
}

/** Further from the wanted distribution than this, a metalog is no stand-in for it. */
const tooFar = 0.05;
/** Rows of a table that stands for a distribution with several humps. */
const tableRows = 1000;
/** Probabilities beyond which a table of counts is cut: no stream of 32 bits gets there. */
const negligible = 1e-11;

/** The shape of a distribution times a factor, which turns it into another currency. */
export function exportedShape(spec: DistributionSpec, factor: number): ExportedShape {
  const wanted = movedDistribution(makeDistribution(spec), 0, factor);
  const base = makeDistribution(spec);
  if (isDiscrete(base)) return discreteShape(base.cumulative, base.values, factor, wanted);
  if (spec.dist === 'metalog') {
    const { max = Infinity, min = -Infinity } = spec;
    const percentiles = percentilesOf(spec).map(([p, value]) => [p, factor * value] as const);
    const exact = fitMetalog(percentiles, factor * min, factor * max);
    return {
      shape: metalogShape(exact),
      distribution: metalogDistribution(exact),
      largestError: 0,
    };
  }
  const found = approximateMetalog(wanted);
  if (found !== null && found.largestError <= tooFar)
    return {
      shape: metalogShape(found),
      distribution: metalogDistribution(found),
      largestError: found.largestError,
    };
  const rows = Array.from(
    { length: tableRows },
    (_, row) => [(row + 1) / tableRows, wanted.quantile((row + 0.5) / tableRows)] as const,
  );
  const largest = rows.reduce(
    (most, [p, value]) =>
      Math.max(most, Math.abs(wanted.quantile(Math.max(p - 1 / tableRows, 0.0005)) - value)),
    0,
  );
  return {
    shape: { function: 'Lookup_Table', arguments: { value: rows } },
    distribution: wanted,
    largestError: largest / Math.sqrt(wanted.variance),
  };
}

function metalogShape({
  coefficients,
  max,
  min,
}: {
  readonly coefficients: readonly number[];
  readonly min: number;
  readonly max: number;
}): SipShape {
  return {
    function: 'Metalog_1_0',
    arguments: {
      aCoefficients: [...coefficients],
      ...(min === -Infinity ? {} : { lowerBound: min }),
      ...(max === Infinity ? {} : { upperBound: max }),
    },
  };
}

function discreteShape(
  cumulative: Float64Array,
  values: Float64Array,
  factor: number,
  distribution: Distribution,
): ExportedShape {
  const rows: (readonly [number, number])[] = [];
  for (const [index, value] of values.entries()) {
    const p = cumulative[index] ?? 1;
    if (p < negligible) continue;
    const isLast = 1 - p < negligible || index === values.length - 1;
    rows.push([isLast ? 1 : p, factor * value]);
    if (isLast) break;
  }
  return {
    shape: { function: 'Lookup_Table', arguments: { value: rows } },
    distribution,
    largestError: 0,
  };
}
