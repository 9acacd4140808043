import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { calendarYear, yearsBetween } from '../schema/calendar.ts';
import type { LawChange } from '../schema/law-change.ts';
import { childPointer } from '../schema/pointer.ts';
import type { ComingChange } from '../schema/resolved.ts';
import type { Scenario } from '../schema/scenario.ts';
import { shiftedDistribution } from '../schema/shift-distribution.ts';
import type { TellDistribution } from '../schema/told-distribution.ts';
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
  /** Between what that plainly lies. */
  readonly years: readonly [from: number, to: number];
  readonly change: ComingChange;
}

/** The changes that a scenario reckons with, those that cannot come left out. */
export function possibleChanges(
  { law }: Scenario,
  asOf: string,
  tell: TellDistribution,
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
    const refuse = (member: string, message: string): readonly [] => {
      problems.push({ pointer: `${at}/${member}`, message });
      return [];
    };
    if (law?.drafts?.includes(id) === true)
      return refuse('probability', `"${id}" counts already, under /law/drafts; take it out of one`);
    const chance = chanceOf(probability, tell);
    if (typeof chance === 'string') return refuse('probability', chance);
    const when = yearsUntil(from, asOf, tell);
    if (typeof when === 'string') return refuse('from', when);
    if (chance === 0) return [];
    const name = inputName(id);
    const change = {
      id,
      passes: chance === 1 ? null : `${name}Passes`,
      from: typeof when.from === 'number' ? when.from : `${name}From`,
    };
    return [{ id, probability: chance, ...when, change }];
  });
  return { changes, problems };
}

/** A name for formulas and files: new-law becomes newLaw. */
function inputName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** A probability, or why it is none. */
function chanceOf(probability: LawChange['probability'], tell: TellDistribution): number | string {
  if (typeof probability === 'number') return probability;
  const told = tell(probability);
  if ('problem' in told) return told.problem;
  const { high, low, mean } = told;
  return low < 0 || high > 1 ? 'a probability lies between 0 and 1' : mean;
}

/** Years from the law date on, or why it is no date. */
function yearsUntil(
  from: LawChange['from'],
  asOf: string,
  tell: TellDistribution,
): Pick<PossibleChange, 'from' | 'years'> | string {
  const until = (day: string): number => yearsBetween(asOf, day);
  if (typeof from === 'string') return { from: until(from), years: [until(from), until(from)] };
  if ('earliest' in from) {
    const { earliest, latest } = from;
    if (latest < earliest) return `the latest day, ${latest}, is before the earliest, ${earliest}`;
    const [min, max] = [until(earliest), until(latest)];
    return { from: min === max ? min : { dist: 'uniform', min, max }, years: [min, max] };
  }
  const told = tell(from);
  if ('problem' in told) return told.problem;
  const { high, low, spec } = told;
  if (low < earliestYear || high > latestYear)
    return `a distribution of dates is over calendar years, such as 2028.5; found ${low} to ${high}`;
  const now = calendarYear(asOf);
  const moved = shiftedDistribution(spec, -now);
  return moved === null
    ? `dates are given by percentiles, or by a uniform, triangular, pert, beta, normal, discrete, empirical or mixture distribution; found ${spec.dist}`
    : { from: moved, years: [low - now, high - now] };
}

const earliestYear = 1900;
const latestYear = 2200;
