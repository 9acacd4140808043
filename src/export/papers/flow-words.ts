import { inSentence } from '../../present/law-in-words.ts';
import { answerWanted, lawName } from '../../present/lawfulness-in-words.ts';
import type { LawDuty, LawFlow, LawResult } from '../../schema/law-result.ts';

/** What a transfer needs, with what may serve instead. */
export function mechanismInWords(law: LawResult, { exists, mechanism }: LawFlow): string {
  const { alternatives, label, open, status } = mechanism;
  if (status === 'not known') return `Not known. ${openOf(law, open)}`;
  const or = alternatives.length === 0 ? '' : ` or ${alternatives.map(inSentence).join(' or ')}`;
  return `${label}${or}${exists === null ? ', if there is such a flow' : ''}`;
}

/** What has to be answered, as a sentence; '' where nothing is open. */
export function openOf({ questions }: LawResult, pointers: readonly string[]): string {
  const all = [...new Set(pointers)];
  const asked = answerWanted(all, questions);
  const others = all.filter((each) => !questions.some(({ pointer }) => pointer === each));
  if (others.length === 0) return asked;
  // What no list of questions holds is named by its place in the file.
  return `${asked} Answer ${others.join(', ')} in the file.`.trim();
}

/** Where a duty stands, with the name of its law. */
export function articleOf(law: LawResult, { article, regime }: LawDuty): string {
  const name = lawName(law, regime);
  return article.startsWith(name) ? article : `${name}: ${article}`;
}
