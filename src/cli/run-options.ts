import type { RunOptions } from '../schema/resolved.ts';
import type { Arguments } from './command.ts';
import { choiceOf, wholeNumber } from './parse-arguments.ts';

/** The run settings that the command line gives; they stand above the scenario's. */
export function runOptions(given: Arguments): Partial<RunOptions> {
  const { trials, seed } = given.options;
  const sampling = choiceOf(given, 'sampling', ['sobol', 'random']);
  const coupling = choiceOf(given, 'coupling', ['common', 'independent']);
  return {
    ...(trials === undefined ? {} : { trials: wholeNumber(trials, '--trials', 1, 2_000_000) }),
    ...(seed === undefined
      ? {}
      : { seed: wholeNumber(seed, '--seed', 0, Number.MAX_SAFE_INTEGER) }),
    ...(sampling === undefined ? {} : { sampling }),
    ...(coupling === undefined ? {} : { coupling }),
  };
}
