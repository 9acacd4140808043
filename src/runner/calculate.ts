import { analyse } from '../analysis/analyse.ts';
import { layOutBlocks } from '../engine/blocks.ts';
import type { BlockLayout } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import type { Prepared } from './prepare.ts';

/** Told after each slice of a run: how many trials are done, of how many. */
export type OnProgress = (done: number, of: number) => void;

const blocksASlice = 16;

/** Runs a prepared scenario in this thread, all at once, and says what it found. */
export function calculate(
  { compiled, identity }: Prepared,
  evidence: Pick<Evidence, 'claims'>,
  onProgress: OnProgress = () => {},
): Result {
  const { run } = compiled.source.scenario;
  const layout = layOutBlocks(run.trials);
  const blocks = startBlocks(compiled.plan, run, layout.blocks);
  for (let more = true; more;) {
    for (let i = 0; i < blocksASlice && more; i++) more = blocks.next();
    onProgress(trialsOf(layout, blocks.done), run.trials);
  }
  return analyse(
    compiled,
    mergeRecordings(compiled.plan, layout, [blocks.recording]),
    identity,
    evidence,
  );
}

function trialsOf(layout: BlockLayout, blocks: number): number {
  return layout.blocks.slice(0, blocks).reduce((sum, block) => sum + block.count, 0);
}
