import { choiceMap } from '../analysis/choice-map.ts';
import { decide } from '../analysis/decide.ts';
import { findFuture } from '../analysis/find-future.ts';
import { trialLedger } from '../analysis/trial-ledger.ts';
import { workbookFigures } from '../analysis/workbook-figures.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Prepared } from './prepare.ts';

/** What may be asked about a scenario besides its result; fetched when it is first asked. */
type Question = Extract<ToThread, { readonly kind: 'decide' | 'map' | 'replay' | 'figures' }>;

/** The answer to a question; null where it is no longer wanted. */
export async function answerQuestion(
  question: Question,
  { compiled, identity }: Prepared,
  pause: () => Promise<boolean>,
): Promise<FromThread | null> {
  const { id } = question;
  switch (question.kind) {
    case 'decide': {
      const decision = await decide(compiled, identity, pause, question.options);
      return decision === null ? null : { kind: 'decided', id, decision };
    }
    case 'map': {
      const map = await choiceMap(compiled.source, question.map, pause);
      return map === null ? null : { kind: 'mapped', id, map };
    }
    case 'figures': {
      const figures = await workbookFigures(compiled.source, pause);
      return figures === null ? null : { kind: 'figured', id, figures };
    }
    case 'replay': {
      const { source } = compiled;
      const { which } = question;
      const trial = typeof which === 'number' ? which : await findFuture(source, which, pause);
      if (trial === null) return null;
      const { trials } = source.scenario.run;
      const future = { trial, trials, ledgers: trialLedger(source, trial) };
      return { kind: 'replayed', id, future };
    }
  }
}
