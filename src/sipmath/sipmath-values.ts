import { checkDistribution } from '../numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import {
  isFeasibleMetalog,
  metalogDistribution,
} from '../numeric/distributions/metalog-distribution.ts';
import { distributionSchema } from '../schema/distribution.ts';
import type { IssueCollector } from '../schema/issue-collector.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { arrayArguments, metalogArguments, tableArguments } from '../schema/sipmath.ts';
import type { ReadSip } from '../schema/sipmath.ts';
import { specOf } from '../schema/spec-of.ts';
import { validate } from '../schema/validate.ts';
import { exportedShape } from './sipmath-shape.ts';

/** The functions that are known; no other is ever looked up or run. */
const known = ['Metalog_1_0', 'SIP_Array', 'Lookup_Table'];

/** Percentiles that as many terms are told by: any would do, these lose the fewest digits. */
const told: Readonly<Record<number, readonly number[]>> = {
  2: [10, 90],
  3: [10, 50, 90],
  4: [5, 30, 70, 95],
  5: [5, 25, 50, 75, 95],
  6: [2.5, 15, 40, 60, 85, 97.5],
  // Seven that mirror one another would leave one term open.
  7: [1, 8, 25, 45, 65, 85, 98],
  8: [1, 8, 25, 42, 58, 75, 92, 99],
  9: [1, 5, 20, 35, 50, 65, 80, 95, 99],
  10: [0.5, 3, 12, 28, 43, 57, 72, 88, 97, 99.5],
};

/** The value of an input that a variable of a library stands for; null where an issue tells why there is none. */
export function valueOfSip(
  sip: ReadSip,
  pointer: string,
  issues: IssueCollector,
): number | DistributionSpec | null {
  const own = ownDistribution(sip);
  if (own !== null) return own;
  const at = `${pointer}/arguments`;
  switch (sip.function) {
    case 'Metalog_1_0':
      return metalogOf(sip, at, issues);
    case 'SIP_Array': {
      const read = argumentsOf(arrayArguments, sip, at, issues);
      if (read === null) return null;
      if (read.type !== undefined && read.type !== 'array') {
        issues.error(
          'sipmath-elsewhere',
          `${at}/type`,
          `the trials of ${sip.name} are in another place (${JSON.stringify(read.type.slice(0, 20))}); only trials in the library itself are read, "type": "array"`,
        );
        return null;
      }
      const [first = 0] = read.value;
      const isFixed = read.value.every((value) => value === first);
      return isFixed ? first : { dist: 'empirical', values: read.value };
    }
    case 'Lookup_Table': {
      const read = argumentsOf(tableArguments, sip, at, issues);
      return read === null ? null : tableOf(read.value, at, issues);
    }
    default:
      issues.error(
        'sipmath-function',
        `${pointer}/function`,
        `the function ${JSON.stringify(sip.function.slice(0, 40))} is not known${didYouMean(sip.function, known) || `; known are ${known.join(', ')}`}`,
      );
      return null;
  }
}

function argumentsOf<T>(
  schema: Parameters<typeof validate<T>>[0],
  sip: ReadSip,
  at: string,
  issues: IssueCollector,
): T | null {
  const read = validate(schema, sip.arguments, {
    locate: () => ({ file: '', line: 0, column: 0 }),
  });
  for (const { code, message, pointer } of read.issues)
    issues.error(code, `${at}${pointer}`, `${sip.name}: ${message}`);
  return read.value;
}

function metalogOf(
  sip: ReadSip,
  at: string,
  issues: IssueCollector,
): number | DistributionSpec | null {
  const read = argumentsOf(metalogArguments, sip, at, issues);
  if (read === null) return null;
  const { aCoefficients: coefficients, boundedness: kind } = read;
  const wanted = { sl: ['lowerBound'], su: ['upperBound'], b: ['lowerBound', 'upperBound'], u: [] };
  const missing = (kind == null ? [] : wanted[kind]).find(
    (name) => (read[name as 'lowerBound'] ?? null) === null,
  );
  if (missing !== undefined) {
    issues.error(
      'sipmath-bounds',
      `${at}/boundedness`,
      `${sip.name} has the boundedness ${JSON.stringify(kind)}, but no ${missing}`,
    );
    return null;
  }
  // Some write bounds whatever they are, such as 0 and 1, and say here that they do not hold.
  const lowerBound = kind === 'u' || kind === 'su' ? undefined : (read.lowerBound ?? undefined);
  const upperBound = kind === 'u' || kind === 'sl' ? undefined : (read.upperBound ?? undefined);
  const shape = { coefficients, min: lowerBound ?? -Infinity, max: upperBound ?? Infinity };
  if (!(shape.min < shape.max)) {
    issues.error(
      'sipmath-bounds',
      `${at}/upperBound`,
      `${sip.name} ends at ${shape.max}, which is not above ${shape.min}, where it begins`,
    );
    return null;
  }
  const constant = coefficients.slice(1).every((term) => term === 0);
  const distribution = metalogDistribution(shape);
  const beyond = (values: readonly number[]): boolean => {
    if (values.every((value) => Number.isFinite(value))) return false;
    issues.error(
      'sipmath-infeasible',
      `${at}/aCoefficients`,
      `the metalog of ${sip.name} comes to values that are too large to compute with; between bounds, its coefficients are of the logarithm`,
    );
    return true;
  };
  if (constant) {
    const only = distribution.quantile(0.5);
    return beyond([only]) ? null : only;
  }
  if (!isFeasibleMetalog(shape)) {
    issues.error(
      'sipmath-infeasible',
      `${at}/aCoefficients`,
      `the metalog of ${sip.name} does not rise everywhere, so that it is no distribution; fit it again with fewer terms or with bounds`,
    );
    return null;
  }
  const percentiles = (told[coefficients.length] ?? []).map((percent): [string, number] => {
    const value =
      percent > 50
        ? distribution.quantile((100 - percent) / 100, true)
        : distribution.quantile(percent / 100);
    return [`p${percent}`, value];
  });
  if (beyond(percentiles.map(([, value]) => value))) return null;
  return {
    dist: 'metalog',
    ...Object.fromEntries(percentiles),
    ...(lowerBound === undefined ? {} : { min: lowerBound }),
    ...(upperBound === undefined ? {} : { max: upperBound }),
  };
}

function tableOf(
  rows: readonly (readonly [number, number])[],
  at: string,
  issues: IssueCollector,
): number | DistributionSpec | null {
  let before = 0;
  const weights: number[] = [];
  for (const [index, [p]] of rows.entries()) {
    if (!(p >= before && p <= 1)) {
      issues.error(
        'sipmath-table',
        `${at}/value/${index}/0`,
        `probabilities of a table rise from 0 to 1; found ${p} after ${before}`,
      );
      return null;
    }
    weights.push(p - before);
    before = p;
  }
  if (before < 1 - 1e-6) {
    issues.error(
      'sipmath-table',
      `${at}/value/${rows.length - 1}/0`,
      `the last probability of a table is 1; found ${before}`,
    );
    return null;
  }
  const kept = rows.map(([, value], index) => [value, weights[index] ?? 0] as const);
  const possible = kept.filter(([, weight]) => weight > 0);
  const only = possible[0]?.[0] ?? 0;
  if (possible.every(([value]) => value === only)) return only;
  return {
    dist: 'discrete',
    values: possible.map(([value]) => value),
    weights: possible.map(([, weight]) => weight),
  };
}

/**
 * The distribution that Tandem wrote beside a variable, where the variable is still what Tandem
 * makes of it: then nothing is lost on the way. Whoever changed one of the two gets what the standard says.
 */
function ownDistribution({
  function: name,
  arguments: given,
  metadata,
}: ReadSip): DistributionSpec | null {
  const beside = metadata?.['tandem'];
  if (typeof beside !== 'object' || beside === null || !('distribution' in beside)) return null;
  const read = validate(distributionSchema, beside.distribution, {
    locate: () => ({ file: '', line: 0, column: 0 }),
  });
  if (read.value === null) return null;
  const spec = specOf(read.value);
  if (checkDistribution(spec).length > 0) return null;
  const { shape } = exportedShape(spec, 1);
  const same = shape.function === name && JSON.stringify(shape.arguments) === JSON.stringify(given);
  return same ? spec : null;
}
