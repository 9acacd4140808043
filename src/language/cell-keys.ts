import type { CellGraph, CellId } from './cells.ts';
import { operandsOf } from './schedule.ts';

/** More distinct values than this are not remembered: all is forgotten, and keys begin anew. */
const mostKnown = 1_000_000;

/**
 * Numbers for what cells compute: two cells have the same number exactly if they are the same
 * computation over the same streams, in whatever graphs they stand. It is how a value is known
 * again after an input has changed and the model has been laid out anew.
 */
export class CellKeys {
  readonly #known = new Map<string, number>();
  #next = 0;

  /** The number of each cell of a graph. */
  keysOf(graph: CellGraph): readonly number[] {
    if (this.#known.size > mostKnown) this.#known.clear();
    const keys: number[] = [];
    const samplers = graph.samplers.map((spec) => this.#key(`sampler ${JSON.stringify(spec)}`));
    const streams = graph.streams.map(({ name, dimension }) => this.#key(`${dimension} ${name}`));
    const of = (id: CellId): number => {
      const key = keys[id];
      if (key === undefined) throw new RangeError(`cell ${id} comes after what is made of it`);
      return key;
    };
    // Operands come before what is made of them.
    for (const cell of graph.cells) {
      const list = cell.list === null ? '' : `@${of(cell.list)}`;
      const own =
        cell.op === 'constant'
          ? Object.is(cell.value, -0)
            ? '-0'
            : cell.value
          : cell.op === 'uniform' || cell.op === 'event-uniform'
            ? (streams[cell.stream] ?? '')
            : cell.op === 'sample'
              ? (samplers[cell.sampler] ?? '')
              : '';
      keys.push(this.#key(`${cell.op} ${own}${list} ${operandsOf(cell).map(of).join()}`));
    }
    return keys;
  }

  #key(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    // Never used twice, also after all was forgotten: an old number is then merely not found.
    this.#known.set(text, this.#next);
    return this.#next++;
  }
}
