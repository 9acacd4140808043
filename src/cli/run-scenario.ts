import { totalmem } from 'node:os';
import { NotFiniteError } from '../analysis/run-data.ts';
import { layOutBlocks } from '../engine/blocks.ts';
import { RunError } from '../engine/interpreter.ts';
import { recordingBytes } from '../engine/recording.ts';
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
  refuseTooLarge(ready);
  const progress = progressBar(terminal, given.options.quiet !== undefined);
  try {
    return calculate(ready.prepared, ready.evidence, progress.show);
  } catch (error) {
    throw asFailedRun(error);
  } finally {
    progress.clear();
  }
}

/** Says before the run, not after minutes of it, that the machine has too little memory. */
function refuseTooLarge({ prepared: { compiled } }: PreparedFile): void {
  const { trials } = compiled.source.scenario.run;
  // The columns are kept twice while they are put together.
  const needed = 2 * recordingBytes(compiled.plan, layOutBlocks(trials));
  if (needed < 0.8 * totalmem()) return;
  const sizes = `${(needed / 1e9).toFixed(1)} GB; this machine has ${(totalmem() / 1e9).toFixed(1)} GB`;
  throw new CommandStop(
    exitCode.failedRun,
    `${trials} futures need about ${sizes}. Ask for fewer with --trials`,
  );
}

/** Faults of a run that has begun, in the words of whoever noticed them: exit 3. */
export function asFailedRun(error: unknown): unknown {
  const known = error instanceof RunError || error instanceof NotFiniteError;
  return known ? new CommandStop(exitCode.failedRun, `the run failed: ${error.message}`) : error;
}
