import { analyse } from '../analysis/analyse.ts';
import { blockSize, layOutBlocks } from '../engine/blocks.ts';
import type { Block } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import type { Recording } from '../engine/recording.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { RunMemory } from '../engine/run-memory.ts';
import type { Evidence } from '../schema/evidence.ts';
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
  readonly detail: 'draft' | 'full';
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
  evidence: Pick<Evidence, 'claims'>,
  { helpers, detail, memory, blocksASlice, pause, onProgress, onPicture }: LeadOptions,
): Promise<Result | null> {
  const { run } = compiled.source.scenario;
  const randomness = { seed: run.seed, sampling: run.sampling };
  const layout = layOutBlocks(run.trials);
  const [own = [], ...others] = dealBlocks(layout, 1 + helpers.count);
  const remainder =
    detail === 'draft' && others.length === 0
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
  const resultOf = (trials: number, recordings: readonly Recording[], how: 'draft' | 'full') => {
    const part = trials === run.trials ? layout : layOutBlocks(trials);
    const columns = remainder?.complete(recordings) ?? mergeRecordings(plan, part, recordings);
    return analyse(compiled, columns, identity, evidence, how);
  };
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
      onPicture(resultOf(trials, [blocks.recording], 'draft'));
      picture *= nextPicture;
    }
    progress();
    if (!(await pause())) return null;
  }
  const recordings = [blocks.recording, ...(await elsewhere)];
  if (!(await pause())) return null;
  return resultOf(run.trials, recordings, detail);
}

function inOrder(blocks: readonly Block[]): readonly Block[] {
  return blocks.toSorted((a, b) => a.replicate - b.replicate || a.first - b.first);
}
