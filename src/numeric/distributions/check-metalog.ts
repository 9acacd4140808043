import type { SpecProblem } from './distribution.ts';
import type { DistributionSpec } from './distribution-spec.ts';
import { feasibleRange } from './feasible-range.ts';
import { fitMetalog, isFeasibleMetalog } from './metalog-distribution.ts';

/** Terms of a metalog: with more, it bends between its percentiles rather than following them. */
export const mostPercentiles = 10;

/** Adds what is wrong with percentiles and bounds that a metalog is to go through. */
export function checkMetalog(
  spec: Extract<DistributionSpec, { dist: 'metalog' }>,
  list: readonly (readonly [number, number])[],
  problems: SpecProblem[],
): void {
  const { min = -Infinity, max = Infinity } = spec;
  if (list.length < 2 || list.length > mostPercentiles) {
    problems.push({
      field: '',
      message: `a distribution through percentiles needs 2 to ${mostPercentiles} of them, such as p10, p50 and p90; ${list.length} ${list.length === 1 ? 'is' : 'are'} given`,
    });
    return;
  }
  for (const [p, value] of list) {
    const name = `p${roundedPercent(p * 100)}`;
    if (!(p > 0 && p < 1))
      problems.push({
        field: name,
        message: `${name} is no percentile; they lie between p0 and p100, both left out`,
      });
    if (!(value > min))
      problems.push({
        field: name,
        message: `${name} is ${value}, but must be above min, which is ${min}`,
      });
    if (!(value < max))
      problems.push({
        field: name,
        message: `${name} is ${value}, but must be below max, which is ${max}`,
      });
  }
  if (problems.length > 0) return;
  if (mirrorsItself(list)) {
    problems.push({
      field: '',
      message:
        'seven percentiles that mirror one another around the median leave one term of the curve open; leave out one, or give one that has no mirror',
    });
    return;
  }
  if (isFeasibleMetalog(fitMetalog(list, min, max))) return;
  const orBounds = min === -Infinity && max === Infinity ? ', or give a min or max' : '';
  // The middle one first: it is the one most often meant.
  const inner = list.map((_, index) => index).slice(1, -1);
  inner.sort((a, b) => Math.abs(2 * a - list.length + 1) - Math.abs(2 * b - list.length + 1));
  for (const index of inner) {
    const range = feasibleRange(list, index, min, max);
    if (range === null) continue;
    const name = `p${roundedPercent((list[index]?.[0] ?? NaN) * 100)}`;
    problems.push({
      field: name,
      message: `no smooth distribution goes through these percentiles: they are too skewed. With the others as they are, ${name} can lie between ${range[0]} and ${range[1]}${orBounds}`,
    });
    return;
  }
  problems.push({
    field: '',
    message: `no smooth distribution goes through these percentiles: they are too uneven. Leave one out${orBounds}`,
  });
}

/** Of seven terms four turn their sign around the median; three pairs of percentiles cannot tell them apart. */
function mirrorsItself(list: readonly (readonly [number, number])[]): boolean {
  return (
    list.length === 7 &&
    list.every(([p], index) => Math.abs(p + (list.at(-1 - index)?.[0] ?? NaN) - 1) < 1e-9)
  );
}

/** A percentage without the digits that division by 100 left on it. */
export function roundedPercent(percent: number): number {
  return Math.floor(percent * 1e6 + 0.5) / 1e6;
}
