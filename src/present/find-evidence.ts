import type { Evidence, Fact } from '../schema/evidence.ts';
import { evidenceEntries } from './evidence-entries.ts';

/** What is looked for in the register; '' is for all. */
export interface EvidenceFilter {
  readonly kind: Fact['class'] | '';
  /** A letter of the confidence levels; claims have none. */
  readonly confidence: string;
  /** Words that must all occur. */
  readonly query: string;
}

export const allEvidence: EvidenceFilter = { kind: '', confidence: '', query: '' };

/** Ids of the facts and claims that a filter lets through, facts first. */
export function findEvidence(
  evidence: Evidence,
  { confidence, kind, query }: EvidenceFilter,
): readonly string[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const entries = [
    ...Object.entries(evidence.facts).map(([id, fact]) => ({ id, ...fact })),
    ...Object.entries(evidence.claims).map(([id, claim]) => ({ id, confidence: '', ...claim })),
  ];
  const found = entries
    .filter((entry) => kind === '' || entry.class === kind)
    .filter((entry) => confidence === '' || entry.confidence === confidence)
    .map(({ id }) => id);
  if (words.length === 0) return found;
  return evidenceEntries(found, evidence)
    .filter(({ details, id, kind: called, sources, statement, title }) => {
      const titles = sources.map((source) => source.title);
      const text = [id, called, title, statement, ...details, ...titles].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ id }) => id);
}
