import { mostKeptTrials } from '../schema/scenario.ts';
import type { RunOptions } from '../schema/resolved.ts';
import type { Arguments } from './command.ts';
import { choiceOf, wholeNumber } from './parse-arguments.ts';

/** As many as a run may have that keeps none of its trials. */
export const mostStreamedTrials = 1_000_000_000;

/** The run settings that the command line gives, with at most so many trials; they stand above the scenario's. */
export function runOptions(given: Arguments, most = mostKeptTrials): Partial<RunOptions> {
  const { trials, seed } = given.options;
  const sampling = choiceOf(given, 'sampling', ['sobol', 'random']);
  const coupling = choiceOf(given, 'coupling', ['common', 'independent']);
  return {
    ...(trials === undefined ? {} : { trials: wholeNumber(trials, '--trials', 1, most) }),
    ...(seed === undefined
      ? {}
      : { seed: wholeNumber(seed, '--seed', 0, Number.MAX_SAFE_INTEGER) }),
    ...(sampling === undefined ? {} : { sampling }),
    ...(coupling === undefined ? {} : { coupling }),
  };
}
