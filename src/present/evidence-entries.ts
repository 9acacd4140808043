import type { Claim, Evidence, Fact } from '../schema/evidence.ts';
import { formatDate } from './format-date.ts';

/** A fact or claim behind an input, in words. */
export interface EvidenceEntry {
  readonly id: string;
  /** What it is: `Law`, `Statistic`, `A vendor’s claim`. */
  readonly kind: string;
  /** Whether somebody claims it who gains by it. */
  readonly isClaim: boolean;
  readonly title: string;
  readonly statement: string;
  /** What else is known: since when it is law, what was found of a claim, how sure we are. */
  readonly details: readonly string[];
  readonly sources: readonly EvidenceSource[];
}

export interface EvidenceSource {
  readonly title: string;
  /** An address that can be followed; '' where there is none. */
  readonly url: string;
}

/** What each class of evidence is called. */
export const evidenceKinds: Readonly<Record<Fact['class'], string>> = {
  law: 'Law',
  statistic: 'Statistic',
  assumption: 'Our assumption',
  'vendor-term': 'Terms of a contract',
  claim: 'A vendor\u2019s claim',
};

const verdicts: Readonly<Record<Claim['verdict'], string>> = {
  reproduced: 'The model comes to the same figure.',
  assumption: 'The model uses it as an assumption; it is not shown to be true.',
  contradicted: 'What is known contradicts it.',
  inconsistent: 'It does not agree with the rest of the same article.',
  unsupported: 'No source for it was found.',
  'not-modelled': 'The model leaves it out.',
  right: 'The law says so.',
  'partly right': 'The law says a part of it, and not the rest.',
  wrong: 'The law says otherwise.',
  unsettled: 'The text of the law leaves it open.',
};

/** The evidence of an input, in the order in which the model names it. */
export function evidenceEntries(
  ids: readonly string[],
  evidence: Evidence,
): readonly EvidenceEntry[] {
  return ids.flatMap((id) => {
    const fact = own(evidence.facts, id);
    if (fact !== undefined) return [factEntry(id, fact, evidence)];
    const claim = own(evidence.claims, id);
    return claim === undefined ? [] : [claimEntry(id, claim, evidence)];
  });
}

function factEntry(id: string, fact: Fact, { confidenceLevels }: Evidence): EvidenceEntry {
  const { inForce, draft = false } = fact;
  const level = own(confidenceLevels, fact.confidence);
  return {
    id,
    kind: evidenceKinds[fact.class],
    isClaim: fact.class === 'claim',
    title: fact.title,
    statement: fact.statement,
    details: [
      ...(draft ? ['A draft, not law yet.'] : []),
      ...(inForce === null ? [] : [`In force since ${formatDate(inForce)}.`]),
      ...(level === undefined ? [] : [level]),
      ...(fact.note === undefined ? [] : [fact.note]),
    ],
    sources: fact.sources.map(({ article, title, url }) => ({
      title: [article, title].filter((part) => part !== undefined).join(', ') || url,
      url: followable(url),
    })),
  };
}

function claimEntry(id: string, claim: Claim, { article }: Evidence): EvidenceEntry {
  return {
    id,
    kind: evidenceKinds[claim.class],
    isClaim: claim.class === 'claim',
    title: '',
    statement: claim.statement,
    details: [verdicts[claim.verdict], claim.why],
    sources: [{ title: article.title, url: followable(article.url) }],
  };
}

/** Only what a browser opens as a page: a register may come from anywhere. */
function followable(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '';
}

function own<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
