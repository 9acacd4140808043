import type { Plan } from '../language/plan.ts';
import type { Block } from './blocks.ts';
import { momentsOf } from '../numeric/moments.ts';
import { noneHeld } from './interpreter.ts';
import type { HeldColumns } from './interpreter.ts';
import { makeInterpreter } from './make-interpreter.ts';
import { makeRecording } from './recording.ts';
import type { Recording } from './recording.ts';
import type { Randomness } from './stream-source.ts';

/** Runs blocks of a plan one by one; `next` does one block and says whether more are left. */
export interface BlockRun {
  readonly recording: Recording;
  readonly done: number;
  next(): boolean;
}

/** Prepares a run of some blocks, in any order and any number: each gives the same bits wherever it runs. */
export function startBlocks(
  plan: Plan,
  randomness: Randomness,
  blocks: readonly Block[],
  held: HeldColumns = noneHeld,
): BlockRun {
  const interpreter = makeInterpreter(plan, randomness, held);
  const recording = makeRecording(plan, blocks);
  let done = 0;
  let start = 0;
  const record = (observed: number, column: Float64Array, count: number): void => {
    const kept = recording.columns[observed];
    if (kept) kept.set(count === column.length ? column : column.subarray(0, count), start);
    else {
      const { mean, m2 } = momentsOf(column, 0, count);
      recordMoments(observed, mean, m2);
    }
  };
  const recordMoments = (observed: number, mean: number, m2: number): void => {
    const moments = recording.moments[observed];
    if (!moments) return;
    moments[2 * done] = mean;
    moments[2 * done + 1] = m2;
  };
  return {
    recording,
    get done() {
      return done;
    },
    next() {
      const block = blocks[done];
      if (block === undefined) return false;
      interpreter.run(block.replicate, block.first, block.count, record, recordMoments);
      start += block.count;
      done++;
      return done < blocks.length;
    },
  };
}

/** Runs all blocks at once. */
export function runBlocks(
  plan: Plan,
  randomness: Randomness,
  blocks: readonly Block[],
  held: HeldColumns = noneHeld,
): Recording {
  const run = startBlocks(plan, randomness, blocks, held);
  while (run.next());
  return run.recording;
}
