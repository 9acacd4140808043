import type { LawFlow, LawResult } from '../schema/law-result.ts';
import { formatDate } from './format-date.ts';
import { formatPercent } from './format-share.ts';

type Rule = LawResult['rules'][string];

/** Which law applies, in one sentence. */
export function lawHeadline({ asOf, flows, regimes }: LawResult): string {
  const named = (applies: boolean) =>
    regimes.filter((regime) => regime.applies === applies).map(({ id }) => id.toUpperCase());
  const [yes, no] = [named(true), named(false)];
  const on = `on ${formatDate(asOf)}`;
  if (flows.length === 0) return `No flow of personal data is known, so no law asks for anything.`;
  if (yes.length === 0) return `Neither law applies ${on}.`;
  if (no.length === 0) return `Both laws apply ${on}.`;
  return `${yes.join(' and ')} applies ${on}; ${no.join(' and ')} does not.`;
}

/** Why a law applies or does not, as a sentence that begins with its name. */
export function regimeSentence({ applies, because, id }: LawResult['regimes'][number]): string {
  return `${id.toUpperCase()} ${applies ? 'applies' : 'does not apply'}: ${because}.`;
}

/** Where a rule stands, since when, and how sure we are of its wording. */
export function ruleSource({ article, confidence, from, status, to }: Rule): string {
  const since =
    from === null
      ? ''
      : status === 'not yet in force'
        ? `, in force from ${formatDate(from)}`
        : `, in force since ${formatDate(from)}`;
  const until = to === null ? '' : ` until ${formatDate(to)}`;
  const sure = Object.hasOwn(confidences, confidence) ? confidences[confidence] : undefined;
  return `${article}${since}${until}${sure === undefined ? '' : ` (${sure})`}`;
}

const confidences: Readonly<Record<string, string>> = {
  S: 'read in the source',
  S2: 'a summary was read',
  M: 'from memory: check before relying on it',
  A: 'our reading',
  N: 'no source found',
};

/** What is to be seen of a flow before it is opened. */
export function flowVerdictInWords(flow: LawFlow): string {
  const laws = flow.regimes
    .filter(({ applies }) => applies)
    .map(({ regime, rule }) => `${regime.toUpperCase()} by ${rule}`);
  const gap = flow.missing.length;
  return [
    laws.length === 0 ? 'neither law' : laws.join(', '),
    mechanismInWords(flow),
    gap === 0 ? 'no gap' : `${gap} ${gap === 1 ? 'control' : 'controls'} missing`,
  ].join(' \u00b7 ');
}

function mechanismInWords({ mechanism }: LawFlow): string {
  const { id, label } = mechanism;
  return /^(none-.*|no-export|not-pipl)$/.test(id) ? 'no transfer mechanism' : label;
}

/** How many flows have a gap, and how many duties there are. */
export function taskInWords({ duties, flows }: LawResult): string {
  const open = flows.filter(({ missing }) => missing.length > 0).length;
  const gaps =
    open === 0
      ? 'all required controls are in place'
      : flows.length === 1
        ? 'its one flow lacks controls'
        : `${open} of ${flows.length} flows ${open === 1 ? 'lacks' : 'lack'} controls`;
  return `${duties.length} ${duties.length === 1 ? 'duty' : 'duties'}; ${gaps}.`;
}

/** How near the nearest threshold in force is. */
export function nearestThreshold({ thresholds }: LawResult): string {
  const shares = thresholds
    .filter(({ inForce }) => inForce)
    .map(({ limit, value }) => (limit === 0 ? 0 : value / limit));
  const nearest = Math.max(0, ...shares);
  if (nearest >= 1) {
    const reached = shares.filter((share) => share >= 1).length;
    return `${reached} of ${shares.length} reached`;
  }
  return `none reached; the nearest to ${formatPercent(nearest)}`;
}
