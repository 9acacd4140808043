import { CellKeys } from '../language/cell-keys.ts';
import type { Cell, CellId, Cells } from '../language/cells.ts';
import { planOf } from '../language/compile.ts';
import type { Compiled } from '../language/compile.ts';
import type { Plan } from '../language/plan.ts';
import { reachable } from '../language/schedule.ts';
import type { Moments } from '../numeric/moments.ts';
import type { BlockLayout } from './blocks.ts';
import type { HeldColumns } from './interpreter.ts';
import { mergeRecordings } from './merge.ts';
import type { Columns } from './merge.ts';
import type { Recording } from './recording.ts';
import type { Randomness } from './stream-source.ts';

/** Values that take longer to compute than to fetch from memory. */
const costly: ReadonlySet<Cell['op']> = new Set<Cell['op']>([
  'sample',
  'uniform-of-score',
  'poisson',
  'bernoulli',
  'negative-binomial',
  'event-sum',
  'power',
  'exponential',
  'logarithm',
]);

const usualBytes = 64_000_000;
const mostMoments = 20_000;

/** What is left to do of a run, and how its outcome is put together with what was at hand. */
export interface Remainder {
  readonly plan: Plan;
  readonly held: HeldColumns;
  readonly complete: (recordings: readonly Recording[]) => Columns;
}

/**
 * Remembers what runs have computed, by what it was computed from, so that after a change of one
 * input only what depends on it is computed anew. The outcome has the very bits of a run from
 * nothing. It keeps values of one number of trials, seed and sampling at a time, the latest used,
 * up to a limit of memory.
 */
export class RunMemory {
  readonly #keys = new CellKeys();
  /** Whole columns and moments by the key of their cell, the least lately used first. */
  readonly #columns = new Map<number, Float64Array>();
  readonly #moments = new Map<number, readonly Moments[]>();
  readonly #mostBytes: number;
  #of = '';

  /** Keeps at most so many bytes of columns. */
  constructor(mostBytes = usualBytes) {
    this.#mostBytes = mostBytes;
  }

  /** How many bytes of columns are held. */
  get bytes(): number {
    return [...this.#columns.values()].reduce((sum, column) => sum + column.byteLength, 0);
  }

  /** What of a run is not at hand. */
  remainder(
    { source, graph, observed }: Compiled,
    { seed, sampling }: Randomness,
    layout: BlockLayout,
  ): Remainder {
    const of = `${seed} ${sampling} ${layout.trials}`;
    if (of !== this.#of) this.#forget();
    this.#of = of;
    const keys = this.#keys.keysOf(graph);
    const keyOf = (id: CellId) => keys[id] ?? -1;
    const isConstant = (id: CellId) => graph.constantOf(id) !== null;
    // Held from here on: another run may have things forgotten before this one is complete.
    const atHand = observed.map(({ cell, keep }) => ({
      column: keep === 'column' ? touch(this.#columns, keyOf(cell)) : null,
      moments: keep === 'moments' ? touch(this.#moments, keyOf(cell)) : null,
    }));
    const missing = observed.filter(
      ({ cell }, index) =>
        !isConstant(cell) && (atHand[index]?.column ?? atHand[index]?.moments ?? null) === null,
    );
    const columns: Float64Array[] = [];
    const heldCells = new Map<CellId, Cell>();
    const view: Cells = {
      constantOf: (id) => graph.constantOf(id),
      get: (id) => {
        const known = heldCells.get(id);
        if (known !== undefined) return known;
        const cell = graph.get(id);
        const column = cell.list === null ? this.#columns.get(keyOf(id)) : undefined;
        if (column === undefined) return cell;
        const held = { op: 'held', index: columns.push(column) - 1, list: null } as const;
        heldCells.set(id, held);
        return held;
      },
    };
    const fresh = reachable(
      view,
      missing.map(({ cell }) => cell),
    ).filter((id) => graph.get(id).list === null && costly.has(view.get(id).op));
    const kept = new Set(missing.filter(({ keep }) => keep === 'column').map(({ cell }) => cell));
    const toKeep = fresh.filter((id) => !kept.has(id));
    const asked = [
      ...missing,
      ...toKeep.map((cell) => ({
        group: 'output' as const,
        name: `cell ${cell}`,
        posture: null,
        year: null,
        keep: 'column' as const,
        cell,
      })),
    ];
    const plan = planOf(source, graph, asked, view);
    return {
      plan,
      held: { columns, offsets: layout.offsets },
      complete: (recordings) => {
        const found = mergeRecordings(plan, layout, recordings);
        const columnOf = new Map<CellId, Float64Array>();
        const momentsOf = new Map<CellId, readonly Moments[]>();
        for (const [index, { cell }] of asked.entries()) {
          const column = found.values[index];
          const moments = found.moments[index];
          if (column) columnOf.set(cell, column);
          if (moments) momentsOf.set(cell, moments);
        }
        if (of === this.#of) {
          for (const id of heldCells.keys()) touch(this.#columns, keyOf(id));
          for (const [cell, column] of columnOf) this.#columns.set(keyOf(cell), column);
          for (const [cell, moments] of momentsOf) this.#moments.set(keyOf(cell), moments);
          this.#shrink();
        }
        const isKept = (index: number, how: 'column' | 'moments') => {
          const each = observed[index];
          return each !== undefined && each.keep === how && !isConstant(each.cell);
        };
        return {
          ...found,
          observed: observed.map(({ cell, ...rest }) => ({
            ...rest,
            constant: graph.constantOf(cell),
          })),
          values: observed.map(({ cell }, index) =>
            isKept(index, 'column') ? (atHand[index]?.column ?? columnOf.get(cell) ?? null) : null,
          ),
          moments: observed.map(({ cell }, index) =>
            isKept(index, 'moments')
              ? (atHand[index]?.moments ?? momentsOf.get(cell) ?? null)
              : null,
          ),
        };
      },
    };
  }

  #forget(): void {
    this.#columns.clear();
    this.#moments.clear();
  }

  #shrink(): void {
    let bytes = this.bytes;
    for (const [key, column] of this.#columns) {
      if (bytes <= this.#mostBytes) break;
      bytes -= column.byteLength;
      this.#columns.delete(key);
    }
    for (const key of this.#moments.keys()) {
      if (this.#moments.size <= mostMoments) break;
      this.#moments.delete(key);
    }
  }
}

/** Finds what is remembered, and remembers that it was used. */
function touch<T>(map: Map<number, T>, key: number): T | null {
  const value = map.get(key);
  if (value === undefined) return null;
  map.delete(key);
  map.set(key, value);
  return value;
}
