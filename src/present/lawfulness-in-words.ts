import type { LawQuestion, LawResult, Lawfulness } from '../schema/law-result.ts';

/** The name of a law in running text. */
export function lawName({ regimes }: Pick<LawResult, 'regimes'>, id: string): string {
  return regimes.find((regime) => regime.id === id)?.short ?? id.toUpperCase();
}

/** Names in a sentence: a, b and c. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What to answer so that something is known, as a sentence. */
export function answerWanted(
  pointers: readonly string[],
  questions: readonly LawQuestion[],
): string {
  const wanted = questions.filter(({ pointer }) => pointers.includes(pointer));
  if (wanted.length === 0) return '';
  // The parts of one question are asked together, and one question of several flows once.
  const asked = wanted.map((question) =>
    question.number === null
      ? questionInWords(question)
      : `question ${question.number} (${question.topic})`,
  );
  return `Answer ${listed([...new Set(asked)])}.`;
}

/** A question by its number and what it asks. */
export function questionInWords({ ask, flow, number }: LawQuestion): string {
  const where =
    flow !== null
      ? `of the flow \u201c${flow}\u201d, `
      : number === null
        ? ''
        : `question ${number}, `;
  return `${where}${ask}`;
}

/** A posture before the law, short enough for a card. */
export function lawfulnessInWords(lawfulness: Lawfulness, law: LawResult): string {
  const { exceeds, leavesOut, open, status } = lawfulness;
  const names = (ids: readonly string[]) => listed(ids.map((id) => lawName(law, id)));
  if (status === 'leaves out a law') {
    const laws = leavesOut.map(({ article, regime }) =>
      article.startsWith(lawName(law, regime)) ? article : `${lawName(law, regime)} (${article})`,
    );
    return `Not lawful: leaves out ${listed(laws)}`;
  }
  if (status === 'not known')
    return `Not known whether lawful: ${names(open.map(({ regime }) => regime))} may apply`;
  if (exceeds.length > 0) return `Lawful; keeps ${names(exceeds)} too, which does not apply`;
  return law.regimes.some(({ applies }) => applies === null)
    ? 'Lawful whichever of these laws applies'
    : 'Lawful: keeps every law that applies';
}
