import type { Plan } from '../language/plan.ts';
import type { Block } from './blocks.ts';
import { Interpreter } from './interpreter.ts';
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
): BlockRun {
  const interpreter = new Interpreter(plan, randomness);
  const recording = makeRecording(plan, blocks);
  let done = 0;
  let start = 0;
  const record = (observed: number, column: Float64Array, count: number): void => {
    const kept = recording.columns[observed];
    if (kept) {
      for (let i = 0; i < count; i++) kept[start + i] = column[i] as number;
      return;
    }
    const moments = recording.moments[observed];
    if (moments) recordMoments(moments, done, column, count);
  };
  return {
    recording,
    get done() {
      return done;
    },
    next() {
      const block = blocks[done];
      if (block === undefined) return false;
      interpreter.run(block.replicate, block.first, block.count, record);
      start += block.count;
      done++;
      return done < blocks.length;
    },
  };
}

/** Mean and sum of squared deviations from it, in two passes: exact for constants, stable for money. */
function recordMoments(
  moments: Float64Array,
  block: number,
  column: Float64Array,
  count: number,
): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += column[i] as number;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const deviation = (column[i] as number) - mean;
    squares += deviation * deviation;
  }
  moments[2 * block] = mean;
  moments[2 * block + 1] = squares;
}

/** Runs all blocks at once. */
export function runBlocks(plan: Plan, randomness: Randomness, blocks: readonly Block[]): Recording {
  const run = startBlocks(plan, randomness, blocks);
  while (run.next());
  return run.recording;
}
