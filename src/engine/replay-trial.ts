import type { Observed, Plan } from '../language/plan.ts';
import type { BlockLayout } from './blocks.ts';
import { placeOfTrial } from './blocks.ts';
import { Interpreter } from './interpreter.ts';
import type { Randomness } from './stream-source.ts';

/** One observed value in one trial. */
export interface TrialValue extends Observed {
  readonly value: number;
  /** For what is recorded event by event, the value of each; else the one value. */
  readonly values: readonly number[];
}

/**
 * Computes one trial of a run alone, by its number from 1: every observed value, with the very
 * bits that it has in the whole run.
 */
export function replayTrial(
  plan: Plan,
  randomness: Randomness,
  layout: BlockLayout,
  trial: number,
): readonly TrialValue[] {
  if (!Number.isInteger(trial) || trial < 1 || trial > layout.trials) {
    throw new RangeError(`trial ${trial} is not one of 1 to ${layout.trials}`);
  }
  const values = plan.observed.map(({ constant }) => (constant === null ? [] : [constant]));
  const { replicate, first } = placeOfTrial(trial, layout);
  new Interpreter(plan, randomness).run(replicate, first, 1, (observed, column, count) => {
    values[observed]?.push(...column.subarray(0, count));
  });
  return plan.observed.map((observed, index) => ({
    ...observed,
    value: values[index]?.[0] ?? 0,
    values: values[index] ?? [],
  }));
}
