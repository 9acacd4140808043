import { NotFiniteError } from '../analysis/run-data.ts';
import { RunError } from '../engine/interpreter.ts';
import { calculate } from '../runner/calculate.ts';
import { formatIssue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { RunOptions } from '../schema/resolved.ts';
import type { Arguments } from './command.ts';
import { CommandStop, exitCode, wrongInput } from './exit-code.ts';
import { prepareFile } from './prepare-file.ts';
import type { PreparedFile } from './prepare-file.ts';
import { progressBar } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Prepares a scenario file or ends the command with its problems; warnings go to stderr. */
export function prepareOrStop(
  path: string,
  run: Partial<RunOptions>,
  given: Arguments,
  terminal: Terminal,
): PreparedFile {
  const { ready, issues } = prepareFile(path, run);
  if (ready === null)
    throw wrongInput(`${path} cannot be run\n${issues.map(formatIssue).join('\n')}`);
  if (given.options.quiet === undefined) {
    for (const issue of issues) terminal.remark(`${formatIssue(issue)}\n`);
  }
  return ready;
}

/** Runs a prepared scenario, showing progress to whoever watches. */
export function runPrepared(ready: PreparedFile, given: Arguments, terminal: Terminal): Result {
  const progress = progressBar(terminal, given.options.quiet !== undefined);
  try {
    return calculate(ready.prepared, ready.evidence, progress.show);
  } catch (error) {
    throw asFailedRun(error);
  } finally {
    progress.clear();
  }
}

/** Faults of a run that has begun, in the words of whoever noticed them: exit 3. */
export function asFailedRun(error: unknown): unknown {
  const known = error instanceof RunError || error instanceof NotFiniteError;
  return known ? new CommandStop(exitCode.failedRun, `the run failed: ${error.message}`) : error;
}
