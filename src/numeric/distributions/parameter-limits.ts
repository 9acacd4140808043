import type { SpecProblem } from './distribution.ts';
import type { DistributionSpec } from './distribution-spec.ts';

/** Fourth powers of numbers within these can be added up, and quotients of two be taken. */
const leastSize = 1e-60;
const greatestSize = 1e60;

/** Least and greatest value of a shape, and what says the same beyond. */
type ShapeLimit = readonly [least: number, greatest: number, instead: string];

const nextToOneValue = 'give a plain number';
const nearlyZero = 'nearly all values are 0';
const share: ShapeLimit = [1e-3, 1e9, `give a bernoulli distribution or a plain number`];

/**
 * Shapes for which the quantile function is found at once, and is right to a 10,000th of the spread.
 * Beyond, something simpler says the same.
 */
const shapeLimits: Readonly<Record<string, ShapeLimit>> = {
  'pert shape': [0, 1e9, nextToOneValue],
  'beta alpha': share,
  'beta beta': share,
  'gamma shape': [1e-6, greatestSize, nearlyZero],
  'gamma cv': [0, 1000, nearlyZero],
  'weibull shape': [0, 1e4, nextToOneValue],
};

/** Numbers of a distribution that are too large or too small to compute with. */
export function checkLimits(spec: DistributionSpec): readonly SpecProblem[] {
  const problems: SpecProblem[] = [];
  for (const [field, given] of Object.entries<unknown>({ ...spec })) {
    const numbers: readonly unknown[] = Array.isArray(given) ? given : [given];
    const extreme = numbers.find((value): value is number => isExtreme(value));
    const [least, greatest = NaN, instead] = shapeLimits[`${spec.dist} ${field}`] ?? [];
    if (extreme !== undefined)
      problems.push({
        field,
        message: `${field}: ${extreme} cannot be computed with; numbers are 0 or between ${leastSize} and ${greatestSize} in size`,
      });
    // What is not above 0 is told of in other words.
    else if (typeof given === 'number' && least !== undefined && given > 0)
      if (given < least || given > greatest)
        problems.push({
          field,
          message: `${field} must be between ${least} and ${greatest}; it is ${given}. Beyond, ${instead}`,
        });
  }
  return problems;
}

function isExtreme(value: unknown): boolean {
  if (typeof value !== 'number' || value === 0) return false;
  const size = Math.abs(value);
  return size < leastSize || size > greatestSize;
}
