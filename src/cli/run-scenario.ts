import { availableParallelism, totalmem } from 'node:os';
import { analyse } from '../analysis/analyse.ts';
import { NotFiniteError } from '../analysis/run-data.ts';
import { layOutBlocks } from '../engine/blocks.ts';
import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { RunError } from '../engine/interpreter.ts';
import { recordingBytes } from '../engine/recording.ts';
import { nodeHelpers } from '../runner/helpers-node.ts';
import { leadRun, noHelpers } from '../runner/lead-run.ts';
import type { Helpers } from '../runner/lead-run.ts';
import { streamRun } from '../runner/stream-run.ts';
import { printable } from '../schema/describe.ts';
import type { Flow } from '../schema/flow.ts';
import { formatIssue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import { mostKeptTrials } from '../schema/scenario.ts';
import type { RunOptions } from '../schema/resolved.ts';
import type { Arguments } from './command.ts';
import { CommandStop, exitCode, wrongInput } from './exit-code.ts';
import { prepareFile } from './prepare-file.ts';
import { refuseToReplaceInput } from './files-read.ts';
import type { PreparedFile } from './prepare-file.ts';
import { prepareWithLibrary } from './prepare-with-library.ts';
import type { Terminal } from './terminal.ts';

/** Prepares a scenario file or ends the command with its problems; warnings go to stderr. */
export function prepareOrStop(
  path: string,
  run: Partial<RunOptions>,
  given: Arguments,
  terminal: Terminal,
  flows?: readonly Flow[],
): PreparedFile {
  const library = given.options.inputs;
  const { ready, issues, said } =
    library === undefined
      ? { ...prepareFile(path, run, flows), said: '' }
      : prepareWithLibrary(path, run, library, flows);
  if (ready === null)
    throw wrongInput(`${printable(path)} cannot be run\n${issues.map(formatIssue).join('\n')}`);
  refuseToReplaceInput(given.options.out);
  if (given.options.quiet === undefined) {
    if (said !== '') terminal.remark(said);
    for (const issue of issues) terminal.remark(`${formatIssue(issue)}\n`);
  }
  return ready;
}

/** Below so many trials a run is over before another thread has begun. */
const worthThreads = 200_000;
const mostThreads = 8;

/** Runs a prepared scenario, telling of its progress; large runs use several threads. */
export async function runPrepared(ready: PreparedFile, terminal: Terminal): Promise<Result> {
  const { compiled, identity } = ready.prepared;
  const { trials } = compiled.source.scenario.run;
  const isKept = trials <= mostKeptTrials;
  if (isKept) refuseTooLarge(ready);
  await beginCompiledEngine();
  const helpers = helpersFor(trials);
  const options = {
    helpers,
    blocksASlice: 64,
    // Threads tell of their progress between two slices.
    pause: () => new Promise<boolean>((resolve) => setImmediate(resolve, true)),
    onProgress: (share: number) => terminal.progress({ share, trials }),
  };
  try {
    const result = isKept
      ? await leadRun(ready.prepared, {
          ...options,
          analyse: (columns) => analyse(compiled, columns, identity, ready.evidence),
        })
      : await streamRun(ready.prepared, ready.evidence, options);
    if (result === null) throw new RangeError('a run that nobody gave up was given up');
    return result;
  } catch (error) {
    throw asFailedRun(error);
  } finally {
    helpers.end?.();
    terminal.progress(null);
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
