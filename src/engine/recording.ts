import type { Plan } from '../language/plan.ts';
import type { Block, BlockLayout } from './blocks.ts';

/** What is kept of some blocks of a run; plain arrays, so that it can be handed between threads. */
export interface Recording {
  /** The blocks, in the order in which they stand in the columns. */
  readonly blocks: readonly Block[];
  /** One column for each observed value that is kept and not constant, else null. */
  readonly columns: readonly (Float64Array | null)[];
  /** For each observed value kept in moments: mean and sum of squared deviations, block by block. */
  readonly moments: readonly (Float64Array | null)[];
}

/** Sets up the memory for some blocks of a plan. */
export function makeRecording(plan: Plan, blocks: readonly Block[]): Recording {
  const trials = blocks.reduce((sum, block) => sum + block.count, 0);
  return {
    blocks,
    columns: plan.observed.map((each) =>
      each.keep === 'column' && each.constant === null ? new Float64Array(trials) : null,
    ),
    moments: plan.observed.map((each) =>
      each.keep === 'moments' && each.constant === null
        ? new Float64Array(2 * blocks.length)
        : null,
    ),
  };
}

/** Bytes that a run of so many trials keeps, for planning it. */
export function recordingBytes(plan: Plan, layout: BlockLayout): number {
  const columns = plan.observed.filter(
    (each) => each.keep === 'column' && each.constant === null,
  ).length;
  return (
    8 * (columns * layout.trials + 2 * (plan.observed.length - columns) * layout.blocks.length)
  );
}
