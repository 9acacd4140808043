import { percentilesOf } from '../numeric/distributions/distribution-spec.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { ModelInput } from './model.ts';
import { possibleRange } from './possible-range.ts';
import type { CellValue } from './resolved.ts';

/** Less than this share of draws outside what is possible is not spoken of, where a run can bear it. */
const worthSaying = 0.001;
/** The probability of the most extreme draws of a sampler. */
const smallestTail = 1 / 8589934592;

/**
 * Tells of a distribution whose tails leave what an input can be at all, though nobody wrote them
 * down: those of percentiles without bounds, and of a normal. No run can go on with a rate below 0,
 * so that one is refused; shares and amounts are warned of, with how many draws are outside and
 * what would mend it. Returns whether something was told.
 */
export function checkTails(
  cell: CellValue,
  times: CellValue | null,
  pointer: string,
  {
    name,
    input,
    issues,
  }: { readonly name: string; readonly input: ModelInput; readonly issues: IssueCollector },
): boolean {
  if (cell.kind !== 'distribution' || !hasTails(cell.spec)) return false;
  const range = input.range ?? null;
  const [lowest, highest] = possibleRange(input.unit ?? '', range);
  const isRate = input.unit === '1/year' && lowest === 0;
  const distribution = makeDistribution(cell.spec);
  // A multiplier above 0 leaves what is below 0 there; what it does to the upper end is not known here.
  const below =
    lowest === 0 && distribution.quantile(smallestTail) < 0 ? distribution.cdf(-smallest) : 0;
  const above = highest === 1 && times === null ? 1 - distribution.cdf(1) : 0;
  const outside = below + above;
  // What lies outside as a whole is told by its bounds.
  if (outside === 0 || outside > 0.999) return false;
  if (outside < worthSaying && !(isRate && below > 0)) return false;
  const where =
    above < worthSaying ? 'below 0' : below < worthSaying ? 'above 1' : 'outside 0 to 1';
  const what = `${name} is ${where} in ${shareInWords(outside)}`;
  const mend = `; ${adviceFor(cell.spec, highest)}`;
  if (isRate) {
    issues.error('rate', pointer, `${what}; a rate cannot be below 0${mend}`);
  } else if (highest === 1) {
    issues.warning('share', pointer, `${what}; a share lies between 0 and 1${mend}`);
  } else {
    issues.warning('below-zero', pointer, `${what}, which it cannot be${mend}`);
  }
  return true;
}

/** So that what lies at 0 itself is not counted as below it. */
const smallest = 1e-300;

function hasTails(spec: DistributionSpec): boolean {
  return (
    spec.dist === 'normal' ||
    spec.dist === 'metalog' ||
    (spec.dist === 'mixture' && spec.components.some(hasTails))
  );
}

function adviceFor(spec: DistributionSpec, highest: number): string {
  const bounds = highest === 1 ? '"min": 0 and "max": 1' : '"min": 0';
  const sd = spec.dist === 'normal' && spec.sd !== undefined ? ', or a smaller sd' : '';
  return `add ${bounds}${sd}${lognormalFor(spec, highest)}`;
}

/** Two percentiles above 0 are in most tools those of a lognormal distribution. */
function lognormalFor(spec: DistributionSpec, highest: number): string {
  const given = percentilesOf(spec);
  const [p, low = 0] = given[0] ?? [];
  const [q, high] = given.at(-1) ?? [];
  const isUsual = (p === 0.05 && q === 0.95) || (p === 0.1 && q === 0.9);
  return spec.dist === 'metalog' && highest === Infinity && isUsual && low > 0
    ? `, or give { "dist": "lognormal", "p${100 * p}": ${low}, "p${100 - 100 * p}": ${high} }`
    : '';
}

/** 4.33 % of its draws, or where that would be nearly none: 1 of 25000 draws. */
function shareInWords(share: number): string {
  if (share >= 0.0005) return `${Number((100 * share).toPrecision(3))} % of its draws`;
  return `1 of ${Number((1 / share).toPrecision(2))} draws`;
}
