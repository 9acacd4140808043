import type { SwitchingValue } from '../schema/switching-value.ts';

/** What would change the answer: null while it is looked for, else what was found or why nothing could be. */
export type SwitchingSearch = readonly SwitchingValue[] | FailedSearch | null;

export interface FailedSearch {
  /** In words, as whoever noticed it says it. */
  readonly failure: string;
}

/** Whether the search has come to an end with values. */
export function isFound(search: SwitchingSearch): search is readonly SwitchingValue[] {
  return Array.isArray(search);
}

/** How it stands with a search that has found nothing, or not yet. */
export function searchInWords(search: FailedSearch | null): string {
  if (search === null) return 'Looking for what would change the answer \u2026';
  const why = search.failure.replace(/\.$/, '');
  return `What would change the answer could not be found: ${why}. The answer itself stands.`;
}
