import type { SpecProblem } from './distribution.ts';
import type { DistributionSpec } from './distribution-spec.ts';

/** Fourth powers of numbers within these can be added up, and quotients of two be taken. */
const leastSize = 1e-60;
const greatestSize = 1e60;

interface ShapeLimit {
  readonly least: number;
  readonly greatest: number;
  /** What says the same beyond. */
  readonly instead: string;
}

const share: ShapeLimit = {
  least: 1e-3,
  greatest: 1e9,
  instead: 'a bernoulli distribution is close, or a plain number',
};

/**
 * Shapes for which the quantile function is found at once, and is right to a 10,000th of the spread.
 * Beyond, another distribution says the same.
 */
const shapeLimits: Partial<Record<DistributionSpec['dist'], Readonly<Record<string, ShapeLimit>>>> =
  {
    pert: {
      shape: {
        least: 0,
        greatest: 1e9,
        instead: 'the values lie next to the mode: give that number',
      },
    },
    beta: { alpha: share, beta: share },
    gamma: {
      shape: { least: 1e-6, greatest: Infinity, instead: 'nearly all values are 0' },
      cv: { least: 0, greatest: 1000, instead: 'nearly all values are 0' },
    },
    weibull: {
      shape: {
        least: 0,
        greatest: 1e4,
        instead: 'the values lie next to the scale: give that number',
      },
    },
  };

/** Numbers of a distribution that are too large or too small to compute with. */
export function checkLimits(spec: DistributionSpec): readonly SpecProblem[] {
  const problems: SpecProblem[] = [];
  for (const [field, given] of Object.entries(spec)) {
    const numbers = typeof given === 'number' ? [given] : Array.isArray(given) ? given : [];
    for (const value of numbers) {
      if (typeof value !== 'number' || value === 0) continue;
      const size = Math.abs(value);
      if (size >= leastSize && size <= greatestSize) continue;
      problems.push({
        field,
        message: `${field} ${Array.isArray(given) ? 'holds' : 'is'} ${value}; the numbers of a distribution are 0 or between ${leastSize} and ${greatestSize} in size`,
      });
      break;
    }
    const limit = shapeLimits[spec.dist]?.[field];
    if (limit === undefined || typeof given !== 'number' || !(given > 0)) continue;
    if (given < limit.least || given > limit.greatest)
      problems.push({
        field,
        message: `${field} must be ${range(limit)}; it is ${given}. Beyond that ${limit.instead}`,
      });
  }
  return problems;
}

function range({ greatest, least }: ShapeLimit): string {
  if (least === 0) return `at most ${plain(greatest)}`;
  return greatest === Infinity
    ? `at least ${plain(least)}`
    : `between ${plain(least)} and ${plain(greatest)}`;
}

function plain(value: number): string {
  const text = String(value);
  return value < 1 ? text : text.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
