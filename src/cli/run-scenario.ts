import { availableParallelism, totalmem } from 'node:os';
import { NotFiniteError } from '../analysis/run-data.ts';
import { layOutBlocks } from '../engine/blocks.ts';
import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { RunError } from '../engine/interpreter.ts';
import { recordingBytes } from '../engine/recording.ts';
import { nodeHelpers } from '../runner/helpers-node.ts';
import { leadRun, noHelpers } from '../runner/lead-run.ts';
import type { Helpers } from '../runner/lead-run.ts';
import type { Flow } from '../schema/flow.ts';
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
  flows?: readonly Flow[],
): PreparedFile {
  const { ready, issues } = prepareFile(path, run, flows);
  if (ready === null)
    throw wrongInput(`${path} cannot be run\n${issues.map(formatIssue).join('\n')}`);
  if (given.options.quiet === undefined) {
    for (const issue of issues) terminal.remark(`${formatIssue(issue)}\n`);
  }
  return ready;
}

/** Below so many trials a run is over before another thread has begun. */
const worthThreads = 200_000;
const mostThreads = 8;

/** Runs a prepared scenario, showing progress to whoever watches; large runs use several threads. */
export async function runPrepared(
  ready: PreparedFile,
  given: Arguments,
  terminal: Terminal,
): Promise<Result> {
  refuseTooLarge(ready);
  await beginCompiledEngine();
  const progress = progressBar(terminal, given.options.quiet !== undefined);
  try {
    const result = await leadRun(ready.prepared, ready.evidence, {
      helpers: helpersFor(ready.prepared.compiled.source.scenario.run.trials),
      detail: 'full',
      blocksASlice: 64,
      // Threads tell of their progress between two slices.
      pause: () => new Promise((resolve) => setImmediate(resolve, true)),
      onProgress: progress.show,
    });
    if (result === null) throw new RangeError('a run that nobody gave up was given up');
    return result;
  } catch (error) {
    throw asFailedRun(error);
  } finally {
    progress.clear();
  }
}

function helpersFor(trials: number): Helpers {
  const threads = Math.min(mostThreads, availableParallelism());
  if (trials < worthThreads || threads < 2) return noHelpers;
  // Built beside the command; this file is built into a chunk in a folder of it.
  return nodeHelpers(threads - 1, new URL('../compute-thread.js', import.meta.url));
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
