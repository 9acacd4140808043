import type {
  LawFlow,
  LawQuestion,
  LawRegime,
  LawResult,
  MaybeRange,
} from '../schema/law-result.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';
import { formatPercent } from './format-share.ts';
import { answerWanted, lawName, listed } from './lawfulness-in-words.ts';

type Rule = LawResult['rules'][string];

/** What a reader must know before relying on it. */
export function legalNotice({ regimes }: LawResult): string {
  const known = regimes.map(({ reviewed, short }) => `${short} until ${formatDate(reviewed)}`);
  return `A calculation by rules, not legal advice. The law is known: ${known.join(', ')}.`;
}

/** Which law applies, in one sentence. */
export function lawHeadline({ asOf, regimes }: LawResult): string {
  const named = (status: LawRegime['status']) =>
    regimes.filter((regime) => regime.status === status).map(({ short }) => short);
  const [yes, no, perhaps] = [named('applies'), named('does not apply'), named('not known')];
  const on = `on ${formatDate(asOf)}`;
  if (perhaps.length > 0) {
    const certain = [
      ...(yes.length === 0 ? [] : [`${listed(yes)} ${yes.length === 1 ? 'applies' : 'apply'}`]),
      ...(no.length === 0 ? [] : [`${listed(no)} ${no.length === 1 ? 'does' : 'do'} not`]),
    ];
    const open = `whether ${listed(perhaps)} ${perhaps.length === 1 ? 'applies' : 'apply'} is not known yet`;
    return `${capital([...certain, open].join('; '))} (law of ${formatDate(asOf)}).`;
  }
  if (yes.length === 0) return `${no.length === 2 ? 'Neither law' : 'No law'} applies ${on}.`;
  if (no.length === 0) {
    if (yes.length === 1) return `${listed(yes)} applies ${on}.`;
    return `${yes.length === 2 ? 'Both' : `All ${yes.length}`} laws apply ${on}.`;
  }
  return `${listed(yes)} ${yes.length === 1 ? 'applies' : 'apply'} ${on}; ${listed(no)} ${no.length === 1 ? 'does' : 'do'} not.`;
}

/** Whether a law applies and why, as a sentence that begins with its name. */
export function regimeSentence(regime: LawRegime, questions: readonly LawQuestion[]): string {
  const { because, open, short, status } = regime;
  if (status === 'not known')
    return `${short}: not known. ${capital(because)}. ${answerWanted(open, questions)}`;
  return `${short} ${status}: ${because}.`;
}

/** A number, or between what it lies. */
export function rangeInWords(value: MaybeRange, format: (value: number) => string): string {
  if (typeof value === 'number') return format(value);
  if (value.to === null)
    return value.from === 0 ? 'not known' : `not known, at least ${format(value.from)}`;
  return `not known, ${format(value.from)} to ${format(value.to)}`;
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
  const sure = sureness(confidence);
  return `${article}${since}${until}${sure === '' ? '' : ` (${sure})`}`;
}

const confidences: Readonly<Record<string, string>> = {
  S: 'read in the source',
  S2: 'an account of it was read, not the text',
  M: 'not verified: check before relying on it',
  A: 'our reading',
  N: 'no source found',
};

/** How sure we are of a rule, in words. */
export function sureness(confidence: string): string {
  return Object.hasOwn(confidences, confidence) ? (confidences[confidence] ?? '') : '';
}

/** What is to be seen of a flow before it is opened. */
export function flowVerdictInWords(law: LawResult, flow: LawFlow): string {
  const laws = flow.regimes.flatMap(({ applies, regime, rule }) =>
    applies === false
      ? []
      : [
          applies === null
            ? `${lawName(law, regime)} not known`
            : `${lawName(law, regime)} by ${rule}`,
        ],
  );
  const gap = flow.missing.length;
  return [
    laws.length === 0 ? 'no law' : laws.join(', '),
    mechanismsInShort(law, flow),
    gap === 0 ? 'no gap' : `${gap} ${gap === 1 ? 'control' : 'controls'} missing`,
  ].join(' \u00b7 ');
}

/** What a flow needs to leave, in short; of several laws, those that ask for something. */
function mechanismsInShort(law: LawResult, { mechanisms }: LawFlow): string {
  const asked = mechanisms.filter(({ status }) => status !== 'none');
  if (asked.length === 0) return 'no transfer mechanism needed';
  return asked
    .map(({ label, regime, status }) => {
      const words = status === 'not known' ? 'transfer mechanism not known' : label;
      return mechanisms.length < 2 ? words : `${lawName(law, regime)}: ${words}`;
    })
    .join('; ');
}

/** The mechanism of each law that has any; the name of the law where there are several. */
export function mechanismsInWords(law: LawResult, { mechanism, mechanisms }: LawFlow): string {
  if (mechanisms.length < 2) return mechanism.label;
  return mechanisms.map(({ label, regime }) => `${lawName(law, regime)}: ${label}`).join('; ');
}

/** What may take the place of a mechanism: ` or certification`; nothing where nothing may. */
export function alternativesInWords({ alternatives }: LawFlow['mechanism']): string {
  // A name such as CAC stays as it is.
  const inSentence = (label: string): string =>
    /^[A-Z][a-z]/.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label;
  return alternatives.map((label) => ` or ${inSentence(label)}`).join('');
}

/** How many flows have a gap, and how many duties there are. */
export function taskInWords({ duties, flows, questions }: LawResult): string {
  const certain = duties.filter(({ status }) => status === 'applies').length;
  const perhaps = duties.length - certain;
  const gaps = flows.filter(({ missing }) => missing.length > 0).length;
  const asked = flows.some(({ controls }) => controls.some(({ open }) => open.length === 0));
  const controls =
    gaps > 0
      ? flows.length === 1
        ? 'its one flow lacks controls'
        : `${gaps} of ${flows.length} flows ${gaps === 1 ? 'lacks' : 'lack'} controls`
      : asked
        ? 'all controls that are known to be required are in place'
        : 'no control is known to be required';
  const open = questions.length;
  return [
    `${certain} ${certain === 1 ? 'duty' : 'duties'}`,
    ...(perhaps === 0 ? [] : [`${perhaps} more that hang on open questions`]),
    controls,
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'question is' : 'questions are'} open`]),
  ]
    .join('; ')
    .concat('.');
}

/** How near the nearest threshold in force is. */
export function nearestThreshold({ thresholds }: LawResult): string {
  const known = thresholds.filter(({ inForce }) => inForce);
  const shares = known.flatMap(({ includes, limit, value }) => {
    if (typeof value !== 'number' || limit === 0) return [];
    return [{ share: value / limit, isReached: includes ? value >= limit : value > limit }];
  });
  if (shares.length === 0) return 'not known';
  const reached = shares.filter(({ isReached }) => isReached).length;
  if (reached > 0) return `${reached} of ${known.length} reached`;
  const nearest = Math.max(0, ...shares.map(({ share }) => share));
  return `none reached; the nearest to ${formatPercent(nearest)}`;
}

/** The count behind a threshold. */
export function peopleInWords(value: MaybeRange): string {
  return rangeInWords(value, (count) => formatNumber(count, 0));
}

/** A limit with its word: from it on, or above it. */
export function limitInWords(limit: number, includes: boolean): string {
  return `${includes ? 'from' : 'above'} ${formatNumber(limit, 0)}`;
}

/** A label within a sentence: its first letter small, unless it begins with an abbreviation or a name. */
export function inSentence(label: string): string {
  const isName = /^(\p{Lu}{2}|\p{Lu}\p{Ll}+ \p{Lu})/u.test(label);
  return isName ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
