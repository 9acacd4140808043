import type { Model } from '../schema/model.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { childPointer } from '../schema/pointer.ts';
import type { Regime } from '../schema/regime.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { LawBook } from './law-book.ts';
import type { LawProblem } from '../schema/law-problem.ts';

/** A posture and the laws that it keeps. */
interface KeptLaws {
  readonly id: string;
  readonly keeps: readonly string[];
}

/** What a scenario says to the law that it cannot follow: names that no law knows, each with its place. */
export function scenarioProblems(
  book: LawBook,
  all: readonly Regime[],
  scenario: Scenario,
  model: Model,
  postures: readonly KeptLaws[],
): LawProblem[] {
  const { assumptions, derive, drafts, future, regimes } = scenario.law ?? {};
  const laws = all.filter(({ kind }) => kind === 'law').map(({ id }) => id);
  const known = [...book.entries].flatMap(([name, { kind }]) =>
    kind === 'assumption' ? [name] : [],
  );
  const rules = book.regimes.flatMap((regime) => Object.values(regime.rules));
  const knownDrafts = [...new Set(rules.flatMap(({ draft }) => draft ?? []))];
  // An answer may stand in a file that is asked of fewer laws.
  const questions = all.flatMap((regime) => Object.keys(regime.questions));
  const counted = [
    ...new Set(
      all.flatMap((regime) =>
        Object.entries(regime.regions).flatMap(([id, { people }]) =>
          people === undefined ? [] : [id],
        ),
      ),
    ),
  ];
  const derivable = [
    ...new Set([
      ...rules.flatMap(({ effects }) => effects.map(({ input }) => input)),
      'programmeWeeks',
    ]),
  ].filter((name) => Object.hasOwn(model.inputs, name));
  const unknown = (
    names: readonly string[],
    among: readonly string[],
    pointerOf: (name: string, index: number) => string,
    what: string,
    instead: string,
  ): LawProblem[] =>
    names.flatMap((name, index) =>
      among.includes(name)
        ? []
        : [
            {
              pointer: pointerOf(name, index),
              message: `${what} "${name.slice(0, 40)}"${didYouMean(name, among) || instead}`,
            },
          ],
    );
  const laid = laws.join(', ');
  // What is said to a law that is not there would be told once more with every answer to it.
  const knowsAll = (regimes ?? []).every((id) => laws.includes(id));
  return [
    ...unknown(
      regimes ?? [],
      laws,
      (_, index) => `/law/regimes/${index}`,
      'there is no law',
      `; there are ${laid}`,
    ),
    ...postures.flatMap(({ id, keeps }) =>
      unknown(
        keeps,
        laws,
        (_, index) => `${childPointer('/postures', id)}/keeps/${index}`,
        'there is no law',
        `; there are ${laid}`,
      ),
    ),
    ...unknown(
      drafts ?? [],
      knownDrafts,
      (_, index) => `/law/drafts/${index}`,
      'there is no draft',
      knownDrafts.length === 0 ? '' : `; there are ${knownDrafts.join(', ')}`,
    ),
    ...unknown(
      Object.keys(future ?? {}),
      knownDrafts,
      (draft) => childPointer('/law/future', draft),
      'there is no draft',
      knownDrafts.length === 0 ? '' : `; there are ${knownDrafts.join(', ')}`,
    ),
    ...unknown(
      knowsAll ? Object.keys(scenario.company?.answers ?? {}) : [],
      questions,
      (name) => childPointer('/company/answers', name),
      'no law asks',
      questions.length === 0 ? '' : `; they ask ${questions.join(', ')}`,
    ),
    ...(['people', 'staff'] as const).flatMap((section) =>
      unknown(
        knowsAll ? Object.keys(scenario.company?.[section] ?? {}) : [],
        counted,
        (name) => childPointer(`/company/${section}`, name),
        'no law has people counted in',
        `; they have them counted in ${counted.join(', ')}`,
      ),
    ),
    ...unknown(
      Object.keys(assumptions ?? {}),
      known,
      (name) => childPointer('/law/assumptions', name),
      'the law makes no assumption',
      '',
    ),
    ...unknown(
      Array.isArray(derive) ? derive : [],
      derivable,
      (_, index) => `/law/derive/${index}`,
      'the law sets no input',
      `; it sets ${derivable.join(', ')}`,
    ),
  ];
}
