import { attributeChange, DifferenceError } from '../analysis/attribute-change.ts';
import { choiceMap } from '../analysis/choice-map.ts';
import { decide } from '../analysis/decide.ts';
import { findFuture } from '../analysis/find-future.ts';
import { trialLedger } from '../analysis/trial-ledger.ts';
import { workbookFigures } from '../analysis/workbook-figures.ts';
import { RunError } from '../engine/interpreter.ts';
import type { Attribution } from '../schema/difference.ts';
import type { FromThread, ToThread } from './messages.ts';
import { bundledClaims } from './bundled-claims.ts';
import { fetchPart } from './fetch-part.ts';
import { runWhole } from './run-whole.ts';
import type { PrepareRequested } from './prepare-requested.ts';
import type { Prepared } from './prepare.ts';

/** What may be asked about a scenario besides its result; fetched when it is first asked. */
type Question = Extract<
  ToThread,
  { readonly kind: 'decide' | 'map' | 'replay' | 'figures' | 'library' | 'differ' }
>;

/** The answer to a question; null where it is no longer wanted. */
export async function answerQuestion(
  question: Question,
  prepared: Prepared,
  pause: () => Promise<boolean>,
  prepare: PrepareRequested,
): Promise<FromThread | null> {
  const { id } = question;
  const { compiled, identity } = prepared;
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
    case 'library': {
      const { sipmathLibrary } = await fetchPart(import('../sipmath/sipmath-library.ts'));
      let isWanted = true;
      const { data, result } = await runWhole(prepared, bundledClaims, async () => {
        isWanted &&= await pause();
      });
      return isWanted
        ? { kind: 'written', id, text: sipmathLibrary(compiled.source, data, result) }
        : null;
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
    case 'differ': {
      const after = await prepare(question.after);
      if (after.prepared === null)
        throw new RunError('the second scenario has faults; running it tells them');
      const difference = await attribute(compiled, after.prepared, pause);
      return difference === null ? null : { kind: 'differed', id, difference };
    }
  }
}

async function attribute(
  before: Prepared['compiled'],
  after: Prepared,
  pause: () => Promise<boolean>,
): Promise<Attribution | null> {
  try {
    return await attributeChange(before.source, after.compiled.source, pause);
  } catch (error) {
    // Its message is for people as it stands.
    throw error instanceof DifferenceError ? new RunError(error.message) : error;
  }
}
