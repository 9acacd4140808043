import { draftOf } from '../analysis/draft.ts';
import { blockSize, layOutBlocks } from '../engine/blocks.ts';
import type { Block } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import type { Columns } from '../engine/merge.ts';
import type { Recording } from '../engine/recording.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { RunMemory } from '../engine/run-memory.ts';
import type { Result } from '../schema/result.ts';
import { dealBlocks } from './deal-blocks.ts';
import type { Share } from './messages.ts';
import type { Prepared } from './prepare.ts';

/** Other threads that compute shares of a run. */
export interface Helpers {
  readonly count: number;
  /** Computes shares, one in each thread; tells how many blocks more are done. */
  compute(
    shares: readonly Share[],
    onBlocks: (blocks: number) => void,
  ): Promise<readonly Recording[]>;
  /** Ends the threads, where they wait for more. */
  end?(): void;
}

export const noHelpers: Helpers = { count: 0, compute: () => Promise.resolve([]) };

export interface LeadOptions {
  readonly helpers: Helpers;
  /** Finds all that the whole run says; null where a draft of it is enough. */
  readonly analyse: ((columns: Columns) => Result | Promise<Result>) | null;
  /** What drafts have computed before; without it each begins from nothing. */
  readonly memory?: RunMemory;
  /** Blocks between two pauses: about half a millisecond each. */
  readonly blocksASlice: number;
  /** Lets the thread do something else; false where the run is no longer wanted. */
  readonly pause: () => Promise<boolean>;
  readonly onProgress?: (share: number) => void;
  /** Told a coarser result as soon as its futures are there; without it none is made. */
  readonly onPicture?: (result: Result) => void;
}

/** The first picture comes from one block of each replicate, each further one from sixteen times as many. */
const firstPicture = 16;
const nextPicture = 16;

/**
 * Runs a prepared scenario in slices, with the help of other threads, and analyses it. Blocks are
 * merged in their own order, so that the result is the same whoever computed them; null where the
 * run was given up.
 */
export async function leadRun(
  { compiled, identity }: Prepared,
  { helpers, analyse, memory, blocksASlice, pause, onProgress, onPicture }: LeadOptions,
): Promise<Result | null> {
  const { run } = compiled.source.scenario;
  const randomness = { seed: run.seed, sampling: run.sampling };
  const layout = layOutBlocks(run.trials);
  const [own = [], ...others] = dealBlocks(layout, 1 + helpers.count);
  const remainder =
    analyse === null && others.length === 0
      ? memory?.remainder(compiled, randomness, layout)
      : undefined;
  const plan = remainder?.plan ?? compiled.plan;
  let helped = 0;
  const progress = () => onProgress?.((blocks.done + helped) / layout.blocks.length);
  const shares = others.map((share): Share => ({ plan, randomness, blocks: share }));
  const elsewhere =
    shares.length === 0
      ? Promise.resolve([])
      : helpers.compute(shares, (count) => {
          helped += count;
          progress();
        });
  // Its fault is told where it is awaited, after this thread's own share.
  elsewhere.catch(() => {});
  // A run that shows no picture on its way is recorded in the order in which it is kept.
  const order = remainder === undefined ? own : inOrder(own);
  const blocks = startBlocks(plan, randomness, order, remainder?.held);
  const columnsOf = (trials: number, recordings: readonly Recording[]): Columns => {
    const part = trials === run.trials ? layout : layOutBlocks(trials);
    return remainder?.complete(recordings) ?? mergeRecordings(plan, part, recordings);
  };
  const draft = (columns: Columns) => draftOf(compiled, columns, identity, 'draft').result;
  let picture = firstPicture;
  while (blocks.done < own.length) {
    const until = Math.min(own.length, blocks.done + blocksASlice);
    while (blocks.done < until) blocks.next();
    const trials = picture * blockSize;
    if (
      onPicture !== undefined &&
      remainder === undefined &&
      blocks.done >= picture &&
      2 * trials <= run.trials
    ) {
      onPicture(draft(columnsOf(trials, [blocks.recording])));
      picture *= nextPicture;
    }
    progress();
    if (!(await pause())) return null;
  }
  const recordings = [blocks.recording, ...(await elsewhere)];
  if (!(await pause())) return null;
  return (analyse ?? draft)(columnsOf(run.trials, recordings));
}

function inOrder(blocks: readonly Block[]): readonly Block[] {
  return blocks.toSorted((a, b) => a.replicate - b.replicate || a.first - b.first);
}
