import type { Block, BlockLayout } from '../engine/blocks.ts';

/** Below so many trials a run is over before another thread has begun. */
const worthSharing = 20_000;

/**
 * Which blocks each of at most `threads` threads computes: consecutive ones, the first to the
 * leader, whose first blocks are thus a smaller run of their own. Who computes what changes no bit.
 */
export function dealBlocks(
  { blocks, trials }: BlockLayout,
  threads: number,
): readonly (readonly Block[])[] {
  const used = trials < worthSharing ? 1 : Math.min(threads, blocks.length);
  return Array.from({ length: used }, (_, index) =>
    blocks.slice(
      Math.round((index * blocks.length) / used),
      Math.round(((index + 1) * blocks.length) / used),
    ),
  );
}
