/** Trials computed together: few enough that all columns stay in the processor's cache. */
export const blockSize = 512;

/**
 * Replicates: parts of a run that are each a small run of their own, so that their spread tells
 * its error. Low-discrepancy points are scrambled anew for each (src/engine/stream-source.ts).
 */
export const mostReplicates = 16;
const fewestTrialsAReplicate = 32;

/** A run of consecutive trials of one replicate. */
export interface Block {
  readonly index: number;
  readonly replicate: number;
  /** First trial within the replicate, from 0. */
  readonly first: number;
  readonly count: number;
}

/**
 * How trials are shared out among replicates and blocks. Trial N (from 1) is number
 * floor((N - 1) / R) of replicate (N - 1) mod R, so that its numbers depend on nothing but N.
 */
export interface BlockLayout {
  readonly trials: number;
  readonly replicates: number;
  /** Where each replicate starts in a full column; one more entry than replicates. */
  readonly offsets: readonly number[];
  /** In turn one block of each replicate, so that the first blocks already show all of them. */
  readonly blocks: readonly Block[];
}

/** Lays out a number of trials; small runs have fewer replicates. */
export function layOutBlocks(trials: number): BlockLayout {
  const replicates = Math.max(
    1,
    Math.min(mostReplicates, Math.floor(trials / fewestTrialsAReplicate)),
  );
  const sizes = Array.from(
    { length: replicates },
    (_, replicate) => Math.floor(trials / replicates) + (replicate < trials % replicates ? 1 : 0),
  );
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
  const blocks: Block[] = [];
  const largest = sizes[0] ?? 0;
  for (let first = 0; first < largest; first += blockSize) {
    for (const [replicate, size] of sizes.entries()) {
      if (first >= size) continue;
      blocks.push({
        index: blocks.length,
        replicate,
        first,
        count: Math.min(blockSize, size - first),
      });
    }
  }
  return { trials, replicates, offsets, blocks };
}

/** The replicate of trial N (from 1) and its number within it (from 0). */
export function placeOfTrial(
  trial: number,
  layout: BlockLayout,
): { readonly replicate: number; readonly first: number } {
  return {
    replicate: (trial - 1) % layout.replicates,
    first: Math.floor((trial - 1) / layout.replicates),
  };
}

/** Consecutive trials of a larger run, to be kept as a run of their own. */
export interface Segment {
  /** Blocks by their place in the larger run, and where they go in the segment's columns. */
  readonly layout: BlockLayout;
  /** Where each replicate starts in the segment's columns. */
  readonly offsets: readonly number[];
}

/** The segment of `trials` trials from number `first` (from 0) on: a multiple of the replicates. */
export function layOutSegment(first: number, trials: number): Segment {
  const own = layOutBlocks(trials);
  const before = first / own.replicates;
  if (!Number.isInteger(before))
    throw new RangeError(`a segment cannot begin with trial ${first + 1}`);
  return {
    layout: {
      ...own,
      offsets: own.offsets.map((offset) => offset - before),
      blocks: own.blocks.map((block) => ({ ...block, first: block.first + before })),
    },
    offsets: own.offsets,
  };
}
