import { exp } from '../numeric/elementary.ts';
import { useRankSelector } from '../numeric/order-statistics.ts';
import { poissonCount } from '../numeric/poisson-count.ts';
import { rankSelector } from './rank-selector.ts';

/** The compiled engine of a thread: one module, one memory, laid out anew for each plan. */
export interface CompiledEngine {
  readonly memory: WebAssembly.Memory;
  /** The first address that is free for plans. */
  readonly free: number;
  /** Tells where the lists of events, the points of a block and the reciprocals stand. */
  setUp(eventTrials: number, eventIndices: number, points: number, reciprocals: number): void;
  /** Runs a program over a block: 0, or 1 for too many events, 2 for a count that is no number. */
  run(program: number, end: number, count: number, generators: number, first: number): number;
  /** Values at ranks; all addresses. False where it cannot, within so many levels. */
  select(
    values: number,
    count: number,
    ranks: number,
    wanted: number,
    found: number,
    scratch: number,
    levels: number,
  ): boolean;
  /** Who laid the memory out last, and computes what the module leaves to its host. */
  owner: { instruction(at: number, count: number): void } | null;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly free: () => number;
  setUp: CompiledEngine['setUp'];
  run: CompiledEngine['run'];
  select: CompiledEngine['select'];
}

let engine: CompiledEngine | null = null;

/** The compiled engine, where it was begun in this thread. */
export function compiledEngine(): CompiledEngine | null {
  return engine;
}

/**
 * Begins the compiled engine in this thread, for all later runs: about ten times faster, the same
 * bits. False where WebAssembly is refused or lacks what is needed; runs then stay as they are.
 *
 * Not to be tried uninvited: under a policy without 'wasm-unsafe-eval' a browser reports the
 * attempt as a violation.
 */
export async function beginCompiledEngine(): Promise<boolean> {
  if (engine !== null) return true;
  try {
    const { compiledModule } = await import('./compiled-module.ts');
    const bytes = Uint8Array.from(atob(compiledModule), (letter) => letter.charCodeAt(0));
    const { instance } = await WebAssembly.instantiate(bytes, {
      host: {
        exp,
        poissonCount,
        instruction: (at: number, count: number) => engine?.owner?.instruction(at, count),
      },
    });
    const { memory, free, setUp, run, select } = instance.exports as unknown as Exports;
    engine = { memory, free: free(), setUp, run, select, owner: null };
    useRankSelector(rankSelector(engine));
    return true;
  } catch {
    return false;
  }
}

/** Goes back to the plain interpreter, for comparisons. */
export function endCompiledEngine(): void {
  engine = null;
  useRankSelector(null);
}
