import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import { makeSampler } from '../numeric/sampler.ts';
import type { Sampler } from '../numeric/sampler.ts';
import { instructionLength, opcode } from '../language/plan.ts';
import type { Plan } from '../language/plan.ts';
import { blockSize } from './blocks.ts';
import { fillBernoulliCounts, fillNegativeBinomialCounts } from '../numeric/other-counts.ts';
import { fillPoissonCounts } from '../numeric/poisson-count.ts';
import * as kernel from './kernels.ts';
import { StreamSource } from './stream-source.ts';
import type { Randomness } from './stream-source.ts';

/** Receives each recorded column of a block; it must be read before the next one comes. */
export type Record = (observed: number, column: Float64Array, count: number) => void;

/** A year in which one trial has more events than this is a fault of the model, not a future. */
const mostEventsAYear = 100_000;

/** The run cannot go on; the message says what in the model makes it so. */
export class RunError extends Error {}

/** What is said of a number of events that cannot be. */
export function wrongCount(isNumber: boolean): RunError {
  return new RunError(
    isNumber
      ? `an event happens more than ${mostEventsAYear} times in one year of one future; check the inputs that its rate is made of`
      : 'an event has a rate that is negative or not a number in some futures; check the inputs that its rate is made of',
  );
}

/** The memory that a program works in, each column with room for a block. */
export interface WorkingColumns {
  readonly values: readonly Float64Array[];
  readonly draws: readonly Int32Array[];
  readonly eventTrials: Int32Array;
  readonly eventIndices: Int32Array;
}

/** Columns of whole runs that are at hand, and where each replicate starts in them. */
export interface HeldColumns {
  readonly columns: readonly Float64Array[];
  readonly offsets: readonly number[];
}

export const noneHeld: HeldColumns = { columns: [], offsets: [] };

function ownColumns(plan: Plan): WorkingColumns {
  return {
    values: Array.from({ length: plan.columns }, () => new Float64Array(blockSize)),
    draws: Array.from({ length: plan.drawColumns }, () => new Int32Array(blockSize)),
    eventTrials: new Int32Array(blockSize),
    eventIndices: new Int32Array(blockSize),
  };
}

/**
 * Runs a plan's program over one block of trials at a time. All memory is set up once; no tree is
 * walked and nothing is allocated for a block.
 */
export class Interpreter {
  readonly #plan: Plan;
  readonly #program: Int32Array;
  readonly #values: readonly Float64Array[];
  readonly #draws: readonly Int32Array[];
  readonly #samplers: readonly Sampler[];
  readonly #streams: StreamSource;
  readonly #held: HeldColumns;
  readonly #eventTrials: Int32Array;
  readonly #eventIndices: Int32Array;
  #replicate = 0;
  #first = 0;

  constructor(
    plan: Plan,
    randomness: Randomness,
    held: HeldColumns = noneHeld,
    samplers: readonly Sampler[] = plan.samplers.map((spec) => makeSampler(spec)),
    streams = new StreamSource(plan, randomness),
    columns: WorkingColumns = ownColumns(plan),
  ) {
    this.#plan = plan;
    this.#program = Int32Array.from(plan.program);
    this.#values = columns.values;
    this.#draws = columns.draws;
    this.#eventTrials = columns.eventTrials;
    this.#eventIndices = columns.eventIndices;
    this.#held = held;
    this.#samplers = samplers;
    this.#streams = streams;
    for (const [column, value] of plan.constantColumns) this.#values[column]?.fill(value);
  }

  /** Computes trials first .. first + count - 1 of a replicate and hands over what is recorded. */
  run(replicate: number, first: number, count: number, record: Record): void {
    this.#replicate = replicate;
    this.#first = first;
    this.#steps(0, this.#program.length, count, record);
  }

  /** Computes one instruction of a block that does not record, by its place in the program. */
  instruction(place: number, replicate: number, first: number, count: number): void {
    this.#replicate = replicate;
    this.#first = first;
    const at = place * instructionLength;
    this.#steps(at, at + instructionLength, count, () => {});
  }

  #steps(from: number, to: number, n: number, record: Record): void {
    const program = this.#program;
    const values = this.#values as Float64Array[];
    const draws = this.#draws as Int32Array[];
    const constants = this.#plan.constants as number[];
    for (let at = from; at < to; at += instructionLength) {
      const p1 = program[at + 1] as number;
      const p2 = program[at + 2] as number;
      const p3 = program[at + 3] as number;
      const p4 = program[at + 4] as number;
      const out = values[p1] as Float64Array;
      const a = values[p2] as Float64Array;
      const b = values[p3] as Float64Array;
      const k = constants[p3] as number;
      switch (program[at]) {
        case opcode.uniform:
          this.#streams.fill(draws[p1] as Int32Array, n, p2, this.#replicate, this.#first);
          break;
        case opcode.normalScore:
          fillNormalScores(out, draws[p2] as Int32Array, n);
          break;
        case opcode.uniformOfScore:
          fillUniformsOfScores(draws[p1] as Int32Array, a, n);
          break;
        case opcode.sample:
          (this.#samplers[p3] as Sampler).fill(out, draws[p2] as Int32Array, n);
          break;
        case opcode.poisson:
          fillPoissonCounts(out, draws[p2] as Int32Array, b, n);
          break;
        case opcode.bernoulli:
          fillBernoulliCounts(out, draws[p2] as Int32Array, b, n);
          break;
        case opcode.negativeBinomial:
          fillNegativeBinomialCounts(
            out,
            draws[p2] as Int32Array,
            b,
            values[p4] as Float64Array,
            n,
          );
          break;
        case opcode.events: {
          const end = at + (p2 + 1) * instructionLength;
          this.#events(out, n, at + instructionLength, end, record);
          at = end - instructionLength;
          break;
        }
        case opcode.eventUniform:
          this.#streams.fillEvents(
            draws[p1] as Int32Array,
            n,
            p2,
            this.#replicate,
            this.#first,
            this.#eventTrials,
            this.#eventIndices,
          );
          break;
        case opcode.ofTrial:
          kernel.ofTrial(out, a, this.#eventTrials, n);
          break;
        case opcode.eventSum:
          kernel.eventSum(out, a, this.#eventTrials, n);
          break;
        case opcode.clear:
          out.fill(0);
          break;
        case opcode.held: {
          const start = (this.#held.offsets[this.#replicate] ?? 0) + this.#first;
          out.set((this.#held.columns[p2] as Float64Array).subarray(start, start + n));
          break;
        }
        case opcode.observe:
          record(p1, a, n);
          break;
        case opcode.add:
          kernel.add(out, a, b, n);
          break;
        case opcode.subtract:
          kernel.subtract(out, a, b, n);
          break;
        case opcode.multiply:
          kernel.multiply(out, a, b, n);
          break;
        case opcode.divide:
          kernel.divide(out, a, b, n);
          break;
        case opcode.minimum:
          kernel.minimum(out, a, b, n);
          break;
        case opcode.maximum:
          kernel.maximum(out, a, b, n);
          break;
        case opcode.power:
          kernel.power(out, a, b, n);
          break;
        case opcode.less:
          kernel.less(out, a, b, n);
          break;
        case opcode.lessOrEqual:
          kernel.lessOrEqual(out, a, b, n);
          break;
        case opcode.equal:
          kernel.equal(out, a, b, n);
          break;
        case opcode.and:
          kernel.and(out, a, b, n);
          break;
        case opcode.or:
          kernel.or(out, a, b, n);
          break;
        case opcode.addFixed:
          kernel.addFixed(out, a, k, n);
          break;
        case opcode.multiplyFixed:
          kernel.multiplyFixed(out, a, k, n);
          break;
        case opcode.fixedMinus:
          kernel.fixedMinus(out, a, k, n);
          break;
        case opcode.fixedOver:
          kernel.fixedOver(out, a, k, n);
          break;
        case opcode.minimumFixed:
          kernel.minimumFixed(out, a, k, n);
          break;
        case opcode.maximumFixed:
          kernel.maximumFixed(out, a, k, n);
          break;
        case opcode.lessFixed:
          kernel.lessFixed(out, a, k, n);
          break;
        case opcode.fixedLess:
          kernel.fixedLess(out, a, k, n);
          break;
        case opcode.lessOrEqualFixed:
          kernel.lessOrEqualFixed(out, a, k, n);
          break;
        case opcode.fixedLessOrEqual:
          kernel.fixedLessOrEqual(out, a, k, n);
          break;
        case opcode.multiplyAdd:
          kernel.multiplyAdd(out, a, b, values[p4] as Float64Array, n);
          break;
        case opcode.multiplyFixedAdd:
          kernel.multiplyFixedAdd(out, a, k, values[p4] as Float64Array, n);
          break;
        case opcode.choose:
          kernel.choose(out, a, b, values[p4] as Float64Array, n);
          break;
        case opcode.not:
          kernel.not(out, a, n);
          break;
        case opcode.negate:
          kernel.negate(out, a, n);
          break;
        case opcode.absolute:
          kernel.absolute(out, a, n);
          break;
        case opcode.floor:
          kernel.floor(out, a, n);
          break;
        case opcode.ceil:
          kernel.ceil(out, a, n);
          break;
        case opcode.round:
          kernel.round(out, a, n);
          break;
        case opcode.squareRoot:
          kernel.squareRoot(out, a, n);
          break;
        case opcode.exponential:
          kernel.exponential(out, a, n);
          break;
        case opcode.logarithm:
          kernel.logarithm(out, a, n);
          break;
        default:
          throw new RangeError(`unknown opcode: ${program[at]}`);
      }
    }
  }

  /** Lists the events of all trials and runs the instructions over them, a batch at a time. */
  #events(counts: Float64Array, n: number, from: number, to: number, record: Record): void {
    const trials = this.#eventTrials;
    const indices = this.#eventIndices;
    let filled = 0;
    for (let trial = 0; trial < n; trial++) {
      const count = counts[trial] as number;
      if (!(count <= mostEventsAYear)) throw wrongCount(!Number.isNaN(count));
      for (let index = 0; index < count; index++) {
        trials[filled] = trial;
        indices[filled] = index;
        if (++filled < blockSize) continue;
        this.#steps(from, to, filled, record);
        filled = 0;
      }
    }
    if (filled > 0) this.#steps(from, to, filled, record);
  }
}

const perDraw = 1 / 4294967296;

function fillNormalScores(out: Float64Array, draws: Int32Array, n: number): void {
  for (let i = 0; i < n; i++)
    out[i] = normalQuantile(((draws[i] as number) >>> 0) * perDraw + perDraw / 2);
}

function fillUniformsOfScores(draws: Int32Array, scores: Float64Array, n: number): void {
  for (let i = 0; i < n; i++)
    draws[i] = Math.min(4294967295, normalCdf(scores[i] as number) * 4294967296) | 0;
}
