import type { Plan } from '../language/plan.ts';
import { makeSampler } from '../numeric/sampler.ts';
import type { Sampler } from '../numeric/sampler.ts';
import type { CompiledEngine } from './compiled-engine.ts';
import { Interpreter, noneHeld, wrongCount } from './interpreter.ts';
import type { HeldColumns, Record } from './interpreter.ts';
import type { BlockInterpreter, RecordMoments } from './block-interpreter.ts';
import { layOutMemory, programRowBytes, streamsOf, writeGenerators } from './memory-layout.ts';
import type { MemoryLayout } from './memory-layout.ts';
import { StreamSource } from './stream-source.ts';
import type { Randomness } from './stream-source.ts';

/** Runs a plan's program in WebAssembly; what is rare there is left to the plain interpreter, in the same memory. */
export class CompiledInterpreter implements BlockInterpreter {
  readonly #engine: CompiledEngine;
  readonly #plan: Plan;
  readonly #randomness: Randomness;
  readonly #samplers: readonly Sampler[];
  readonly #streams: StreamSource;
  /** The streams that are drawn from. */
  readonly #drawn: readonly number[];
  readonly #held: HeldColumns;
  #replicate = 0;
  #first = 0;
  #layout: MemoryLayout | null = null;
  #plain: Interpreter | null = null;
  /** Replicates whose generators stand in memory. */
  readonly #written = new Set<number>();

  constructor(
    engine: CompiledEngine,
    plan: Plan,
    randomness: Randomness,
    held: HeldColumns = noneHeld,
  ) {
    this.#held = held;
    this.#engine = engine;
    this.#plan = plan;
    this.#randomness = randomness;
    this.#samplers = plan.samplers.map((spec) => makeSampler(spec));
    this.#streams = new StreamSource(plan, randomness);
    this.#drawn = streamsOf(plan);
  }

  run(
    replicate: number,
    first: number,
    count: number,
    record: Record,
    recordMoments: RecordMoments,
  ): void {
    const { program, end, generators, kept, moments } = this.#inMemory();
    this.#replicate = replicate;
    this.#first = first;
    const own = generators(replicate);
    if (!this.#written.has(replicate)) {
      writeGenerators(this.#engine.memory, own, this.#drawn, this.#streams, replicate);
      this.#written.add(replicate);
    }
    const fault = this.#engine.run(program, end, count, own, first);
    if (fault !== 0) throw wrongCount(fault === 1);
    for (const { observed, column } of kept) record(observed, column, count);
    for (const { observed, pair } of moments)
      recordMoments(observed, pair[0] as number, pair[1] as number);
  }

  /** Called back for an instruction that the module has no kernel for. */
  instruction(at: number, count: number): void {
    const place = (at - (this.#layout?.program ?? 0)) / programRowBytes;
    this.#plain?.instruction(place, this.#replicate, this.#first, count);
  }

  /** Another run may have used the memory since: then all is laid down again. */
  #inMemory(): MemoryLayout {
    if (this.#layout !== null && this.#engine.owner === this) return this.#layout;
    this.#layout = layOutMemory(this.#engine, this.#plan, this.#samplers);
    this.#plain = new Interpreter(
      this.#plan,
      this.#randomness,
      this.#held,
      this.#samplers,
      this.#streams,
      this.#layout.columns,
    );
    this.#written.clear();
    this.#engine.owner = this;
    return this.#layout;
  }
}
