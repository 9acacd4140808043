import type { Recording } from '../engine/recording.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { Share } from './messages.ts';

/** Computes a share of a run in slices; null where it is no longer wanted. */
export async function computeShare(
  { plan, randomness, blocks }: Share,
  blocksASlice: number,
  pause: () => Promise<boolean>,
  onBlocks: (blocks: number) => void,
): Promise<Recording | null> {
  const run = startBlocks(plan, randomness, blocks);
  while (run.done < blocks.length) {
    const before = run.done;
    const until = Math.min(blocks.length, before + blocksASlice);
    while (run.done < until) run.next();
    onBlocks(run.done - before);
    if (!(await pause())) return null;
  }
  return run.recording;
}
