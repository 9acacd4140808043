import type { Inquiry } from './inquiry.ts';

/** What a rule says where it holds, in plain words. */
export function becauseOf(inquiry: Inquiry, rule: string): string {
  const entry = inquiry.book.entries.get(rule);
  return entry?.kind === 'rule' ? entry.rule.because : '';
}
