import { calibrate } from '../analysis/calibrate.ts';
import { CalibrationError } from '../analysis/calibration-error.ts';
import { jsonText } from '../schema/json-text.ts';
import { printable } from '../schema/describe.ts';
import { calibrateByInputs } from './calibrate-by-inputs.ts';
import { calibrationCsv, calibrationTable } from './calibration-text.ts';
import type { CommandBody } from './command.ts';
import { exitCode, wrongCommand, wrongInput } from './exit-code.ts';
import { formatOf, refuseOtherContent } from './output-format.ts';
import { choiceOf } from './parse-arguments.ts';
import { readTargets } from './read-targets.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';

/** `tandem calibrate`: what would have to be true for a scenario to agree with what is known. */
export const calibrateCommand: CommandBody = async (given, terminal) => {
  const by = choiceOf(given, 'by', ['futures', 'inputs']) ?? 'futures';
  const formats = ['table', 'json', 'csv'] as const;
  // With --by inputs, --out takes a scenario, and --format is about what is said beside it.
  const format =
    by === 'inputs' ? (choiceOf(given, 'format', formats) ?? 'table') : formatOf(given, formats);
  if (by === 'inputs') refuseOtherContent(given, ['json'], 'a scenario');
  const targets = readTargets(given);
  if (by === 'inputs') {
    await orRefused(calibrateByInputs(targets, format, given, terminal));
    return exitCode.done;
  }
  if (given.options.vary !== undefined)
    throw wrongCommand('--vary says which inputs may move: it goes with --by inputs');
  const [file = ''] = given.files;
  const { source } = prepareOrStop(file, runOptions(given), given, terminal).prepared.compiled;
  const found = await orRefused(calibrate(source, targets, () => Promise.resolve(true)));
  if (found === null) throw new RangeError('a calibration that nobody gave up was given up');
  const styled = terminal.styled && given.options.out === undefined;
  const text =
    format === 'json'
      ? jsonText(found)
      : format === 'csv'
        ? calibrationCsv(found)
        : calibrationTable(found, source, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

async function orRefused<T>(calibration: Promise<T>): Promise<T> {
  try {
    return await calibration;
  } catch (error) {
    if (error instanceof CalibrationError) throw wrongInput(printable(error.message));
    throw asFailedRun(error);
  }
}
