import type { Observed, Plan } from '../language/plan.ts';
import { mergeMoments } from '../numeric/moments.ts';
import type { Moments } from '../numeric/moments.ts';
import type { BlockLayout } from './blocks.ts';
import type { Recording } from './recording.ts';

/** A whole run: what the analysis reads. Nothing after the analysis sees it. */
export interface Columns {
  readonly observed: readonly Observed[];
  readonly trials: number;
  readonly replicates: number;
  /** Where each replicate's trials start in a column; one more entry than replicates. */
  readonly offsets: readonly number[];
  /** The values of an observed column, replicate after replicate; null where it is not kept or constant. */
  readonly values: readonly (Float64Array | null)[];
  /** Moments of each replicate, for values kept in moments; null where constant or kept in full. */
  readonly moments: readonly (readonly Moments[] | null)[];
}

/**
 * Puts recordings of all blocks together. Columns go to their place; moments are merged block by
 * block in the order of the blocks, whichever recording holds them, so that the result does not
 * depend on who ran what.
 */
export function mergeRecordings(
  plan: Plan,
  layout: BlockLayout,
  recordings: readonly Recording[],
): Columns {
  const places = new Map<
    number,
    { readonly recording: Recording; readonly position: number; readonly start: number }
  >();
  for (const recording of recordings) {
    let start = 0;
    for (const [position, block] of recording.blocks.entries()) {
      places.set(block.index, { recording, position, start });
      start += block.count;
    }
  }
  const placeOf = (index: number) => {
    const place = places.get(index);
    if (place === undefined)
      throw new RangeError(`block ${index} of ${layout.blocks.length} is missing`);
    return place;
  };
  const [first] = recordings;
  const inPlace = first !== undefined && isInPlace(layout, recordings) ? first : null;
  const values = plan.observed.map((each, observed) => {
    if (each.keep !== 'column' || each.constant !== null) return null;
    const whole = inPlace?.columns[observed];
    if (whole) return whole;
    const column = new Float64Array(layout.trials);
    for (const block of layout.blocks) {
      const { recording, start } = placeOf(block.index);
      const part = recording.columns[observed];
      if (!part) throw new RangeError(`column ${each.name} of block ${block.index} is missing`);
      column.set(
        part.subarray(start, start + block.count),
        (layout.offsets[block.replicate] ?? 0) + block.first,
      );
    }
    return column;
  });
  const moments = plan.observed.map((each, observed) => {
    if (each.keep !== 'moments' || each.constant !== null) return null;
    const merged: Moments[] = Array.from({ length: layout.replicates }, () => ({
      count: 0,
      mean: 0,
      m2: 0,
    }));
    for (const block of layout.blocks) {
      const { recording, position } = placeOf(block.index);
      const part = recording.moments[observed];
      if (!part)
        throw new RangeError(`moments of ${each.name} of block ${block.index} are missing`);
      const own: Moments = {
        count: block.count,
        mean: part[2 * position] ?? 0,
        m2: part[2 * position + 1] ?? 0,
      };
      merged[block.replicate] = mergeMoments(merged[block.replicate] ?? own, own);
    }
    return merged;
  });
  return {
    observed: plan.observed,
    trials: layout.trials,
    replicates: layout.replicates,
    offsets: layout.offsets,
    values,
    moments,
  };
}

/** Whether one recording holds all blocks in the order of the columns: nothing has to be moved. */
function isInPlace({ blocks, offsets }: BlockLayout, recordings: readonly Recording[]): boolean {
  const [recording] = recordings;
  if (recording === undefined || recordings.length > 1) return false;
  if (recording.blocks.length !== blocks.length) return false;
  let start = 0;
  return recording.blocks.every((block) => {
    const here = start;
    start += block.count;
    return here === (offsets[block.replicate] ?? 0) + block.first;
  });
}
