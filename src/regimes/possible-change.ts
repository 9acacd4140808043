import { checkDistribution } from '../numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { calendarYear, yearsBetween } from '../schema/calendar.ts';
import { statedBounds } from '../schema/distribution-bounds.ts';
import type { LawChange } from '../schema/law-change.ts';
import { childPointer } from '../schema/pointer.ts';
import type { ComingChange } from '../schema/resolved.ts';
import type { Scenario } from '../schema/scenario.ts';
import { shiftedDistribution } from '../schema/shift-distribution.ts';
import { specOf } from '../schema/spec-of.ts';
import type { LawProblem } from '../schema/law-problem.ts';

/** Every combination is worked out: 16 of them. */
const mostChanges = 4;

/** A change of the law that may come, and what is drawn for it. */
export interface PossibleChange {
  readonly id: string;
  /** Above 0, at most 1. */
  readonly probability: number;
  /** When it counts from, in years from the law date. */
  readonly from: number | DistributionSpec;
  readonly change: ComingChange;
}

/** The changes that a scenario reckons with, those that cannot come left out. */
export function possibleChanges(
  { law }: Scenario,
  asOf: string,
): { readonly changes: readonly PossibleChange[]; readonly problems: readonly LawProblem[] } {
  const problems: LawProblem[] = [];
  const future = Object.entries(law?.future ?? {});
  if (future.length > mostChanges)
    problems.push({
      pointer: '/law/future',
      message: `${future.length} changes of the law have too many combinations; name the ${mostChanges} that matter most`,
    });
  const changes = future.flatMap(([id, { from, probability }]): readonly PossibleChange[] => {
    const at = childPointer('/law/future', id);
    const tell = (member: string, message: string): readonly [] => {
      problems.push({ pointer: `${at}/${member}`, message });
      return [];
    };
    if (law?.drafts?.includes(id) === true)
      return tell('probability', `"${id}" counts already, under /law/drafts; take it out of one`);
    const chance = chanceOf(probability);
    if (typeof chance === 'string') return tell('probability', chance);
    const when = yearsUntil(from, asOf);
    if (typeof when === 'string') return tell('from', when);
    if (chance === 0) return [];
    const name = inputName(id);
    const change = {
      id,
      passes: chance === 1 ? null : `${name}Passes`,
      from: typeof when === 'number' ? when : `${name}From`,
    };
    return [{ id, probability: chance, from: when, change }];
  });
  return { changes, problems };
}

/** A name for formulas and files: pdpo-reform becomes pdpoReform. */
function inputName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** A probability, or why it is none. */
function chanceOf(probability: LawChange['probability']): number | string {
  if (typeof probability === 'number') return probability;
  const spec = specOf(probability);
  const [problem] = checkDistribution(spec);
  if (problem !== undefined) return problem.message;
  const { high, low } = statedBounds(spec);
  return low < 0 || high > 1
    ? 'a probability lies between 0 and 1'
    : Math.min(1, Math.max(0, makeDistribution(spec).mean));
}

/** Years from the law date on, or why it is no date. */
function yearsUntil(from: LawChange['from'], asOf: string): number | DistributionSpec | string {
  if (typeof from === 'string') return yearsBetween(asOf, from);
  if ('earliest' in from) {
    const { earliest, latest } = from;
    if (latest < earliest) return `the latest day, ${latest}, is before the earliest, ${earliest}`;
    if (latest === earliest) return yearsBetween(asOf, earliest);
    return { dist: 'uniform', min: yearsBetween(asOf, earliest), max: yearsBetween(asOf, latest) };
  }
  const spec = specOf(from);
  const [problem] = checkDistribution(spec);
  if (problem !== undefined) return problem.message;
  const { high, low } = statedBounds(spec);
  if (low < earliestYear || high > latestYear)
    return `a distribution of dates is over calendar years, such as 2028.5; found ${low} to ${high}`;
  return (
    shiftedDistribution(spec, -calendarYear(asOf)) ??
    `dates are given by percentiles, or by a uniform, triangular, pert, beta, normal, discrete, empirical or mixture distribution; found ${spec.dist}`
  );
}

const earliestYear = 1900;
const latestYear = 2200;
