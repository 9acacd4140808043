import { sameAmount } from '../numeric/same-amount.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Answer, Summary } from '../schema/result.ts';

/**
 * The answer of a result: of the postures that keep every law that applies under their own facts,
 * the one whose expected cost is lowest, against the next one of these. A posture that leaves out a
 * law that applies is never the answer. Nor is there one while it is not known whether a law
 * applies to the company, or whether a posture that costs less is lawful. Pure: what the outputs
 * and the law say, and nothing else, decides.
 */
export function answerOf(
  costs: Readonly<Record<string, Pick<Summary, 'mean'>>>,
  postures: readonly string[],
  law: Pick<LawResult, 'postures' | 'regimes'> | null,
  /** Standard error of the mean difference of two postures. */
  errorOf: (one: string, other: string) => number,
): Answer {
  const known = postures.filter((id) => costs[id] !== undefined);
  const statusOf = (id: string) => law?.postures[id]?.status;
  const isAsked = law !== null && known.some((id) => statusOf(id) !== undefined);
  const meanOf = (id: string): number => costs[id]?.mean ?? NaN;
  const candidates = known
    .filter((id) => !isAsked || statusOf(id) === 'lawful')
    .toSorted((a, b) => (sameAmount(meanOf(a), meanOf(b)) ? 0 : meanOf(a) - meanOf(b)));
  const [best = null, next = null] = candidates;
  const base = { criterion: 'expected-cost', among: candidates } as const;
  const isOpen =
    isAsked &&
    (law.regimes.some(({ applies }) => applies === null) ||
      known.some(
        (id) => statusOf(id) === 'not known' && !(best !== null && meanOf(best) <= meanOf(id)),
      ));
  if (best === null || isOpen) {
    const none = { option: null, rival: null, tied: [] };
    if (isOpen) return { ...base, ...none, lawfulness: 'not known', because: 'law-not-known' };
    return known.length === 0
      ? { ...base, ...none, lawfulness: 'not asked', because: 'nothing-to-compare' }
      : { ...base, ...none, lawfulness: 'none lawful', because: 'none-lawful' };
  }
  const tied = candidates.filter((id) => sameAmount(meanOf(id), meanOf(best)));
  const noise = next === null ? 0 : 2 * errorOf(best, next);
  return {
    ...base,
    option: best,
    rival: next,
    tied: tied.length > 1 ? tied : [],
    lawfulness: isAsked ? 'lawful' : 'not asked',
    because:
      next === null
        ? known.length === 1
          ? 'only-option'
          : 'only-lawful'
        : tied.length > 1
          ? 'same-cost'
          : meanOf(next) - meanOf(best) <= noise
            ? 'too-close'
            : 'lowest-cost',
  };
}
