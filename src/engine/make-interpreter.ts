import type { Plan } from '../language/plan.ts';
import type { BlockInterpreter } from './block-interpreter.ts';
import { CompiledInterpreter } from './compiled-interpreter.ts';
import { compiledEngine } from './compiled-engine.ts';
import { Interpreter, noneHeld } from './interpreter.ts';
import type { HeldColumns } from './interpreter.ts';
import type { Randomness } from './stream-source.ts';

/** The fastest interpreter that this thread has: compiled where that was begun, else plain. */
export function makeInterpreter(
  plan: Plan,
  randomness: Randomness,
  held: HeldColumns = noneHeld,
): BlockInterpreter {
  const engine = compiledEngine();
  // What is recorded event by event comes in batches, which the compiled engine keeps no room for.
  const isByEvent = plan.observed.some(
    ({ group }) => group.startsWith('event-') && group !== 'event-none' && group !== 'event-year',
  );
  return engine === null || isByEvent
    ? new Interpreter(plan, randomness, held)
    : new CompiledInterpreter(engine, plan, randomness, held);
}
