import type { RankSelector } from '../numeric/order-statistics.ts';
import type { CompiledEngine } from './compiled-engine.ts';
import { growTo } from './memory-layout.ts';

/** More values than this would take more memory than they are worth. */
const mostValues = 2_000_000;
/** Two tables of bins, at each level that a selection may go down; see assembly/select.ts. */
const binsBytes = 32_768;
const levels = 4;

/** Selects in the memory of the compiled engine; a plan that was laid out there is laid out again. */
export function rankSelector(engine: CompiledEngine): RankSelector {
  return (values, from, to, ranks) => {
    const count = to - from;
    if (count > mostValues) return null;
    engine.owner = null;
    const start = (engine.free + 15) & ~15;
    const ranksAt = start + 8 * count;
    const foundAt = (ranksAt + 4 * ranks.length + 15) & ~15;
    const scratch = foundAt + 16 * ranks.length;
    // At each level the bin of every value, and those that are gathered from wanted bins.
    growTo(engine.memory, scratch + levels * (10 * count + binsBytes + 64));
    const { buffer } = engine.memory;
    new Float64Array(buffer, start, count).set(values.subarray(from, to));
    new Int32Array(buffer, ranksAt, ranks.length).set(ranks);
    return engine.select(start, count, ranksAt, ranks.length, foundAt, scratch, levels)
      ? new Float64Array(buffer, foundAt, ranks.length)
      : null;
  };
}
