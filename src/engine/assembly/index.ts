import * as arithmetic from './arithmetic.ts';
import * as counts from './counts.ts';
import * as draws from './draws.ts';
import { exponential } from './exponential.ts';
import { instruction } from './host.ts';
import { Opcode } from './opcodes.ts';
import { recordMoments } from './records.ts';
import * as samples from './samples.ts';
import { selectRanks } from './select.ts';

/**
 * The interpreter of a plan's program, over columns in this module's memory. The host lays
 * everything down: instructions as eight integers (opcode, result, three operands, an extra one),
 * operands as addresses. Constants of `Fixed` opcodes are addresses too.
 */
const instructionBytes: usize = 32;
const blockSize: i32 = 512;
/** A year in which one trial has more events than this is a fault of the model, not a future. */
const mostEventsAYear: f64 = 100_000;

/** Lists of the events of a batch: their trials, and their number within the trial. */
let eventTrials: usize = 0;
let eventIndices: usize = 0;
let points: usize = 0;
let reciprocals: usize = 0;
/** Generators of all streams in the replicate of this block, and the block's first trial. */
let generators: usize = 0;
let first: i32 = 0;

/** Where the host may lay things down. */
export function free(): usize {
  return __heap_base;
}

export function setUp(trials: usize, indices: usize, block: usize, oneOver: usize): void {
  eventTrials = trials;
  eventIndices = indices;
  points = block;
  reciprocals = oneOver;
}

/** Runs a program over a block: 0, or 1 for too many events in a trial, 2 for a count that is no number. */
export function run(program: usize, end: usize, n: i32, streams: usize, start: i32): i32 {
  generators = streams;
  first = start;
  return steps(program, end, n);
}

function steps(at: usize, end: usize, n: i32): i32 {
  for (; at < end; at += instructionBytes) {
    const out = <usize>i32.load(at, 4);
    const a = <usize>i32.load(at, 8);
    const b = <usize>i32.load(at, 12);
    const c = <usize>i32.load(at, 16);
    switch (i32.load(at)) {
      case Opcode.uniform:
        draws.uniform(out, n, generators + a, first);
        break;
      case Opcode.sample:
        sample(at, out, a, b, n);
        break;
      case Opcode.poisson:
        counts.poisson(out, a, b, n, reciprocals);
        break;
      case Opcode.bernoulli:
        counts.bernoulli(out, a, b, n);
        break;
      case Opcode.events: {
        const after = at + instructionBytes + a;
        const fault = events(out, n, at + instructionBytes, after);
        if (fault !== 0) return fault;
        at = after - instructionBytes;
        break;
      }
      case Opcode.eventUniform:
        draws.eventUniform(out, n, generators + a, first, eventTrials, eventIndices, points);
        break;
      case Opcode.ofTrial:
        ofTrial(out, a, n);
        break;
      case Opcode.eventSum:
        eventSum(out, a, n);
        break;
      case Opcode.clear:
        arithmetic.clear(out, n);
        break;
      case Opcode.observe:
        if (b !== 0) recordMoments(out, a, n);
        else memory.copy(out, a, (<usize>n) << 3);
        break;
      case Opcode.add:
        arithmetic.add(out, a, b, n);
        break;
      case Opcode.subtract:
        arithmetic.subtract(out, a, b, n);
        break;
      case Opcode.multiply:
        arithmetic.multiply(out, a, b, n);
        break;
      case Opcode.divide:
        arithmetic.divide(out, a, b, n);
        break;
      case Opcode.minimum:
        arithmetic.minimum(out, a, b, n);
        break;
      case Opcode.maximum:
        arithmetic.maximum(out, a, b, n);
        break;
      case Opcode.less:
        arithmetic.less(out, a, b, n);
        break;
      case Opcode.lessOrEqual:
        arithmetic.lessOrEqual(out, a, b, n);
        break;
      case Opcode.equal:
        arithmetic.equal(out, a, b, n);
        break;
      case Opcode.and:
        arithmetic.and(out, a, b, n);
        break;
      case Opcode.or:
        arithmetic.or(out, a, b, n);
        break;
      case Opcode.addFixed:
        arithmetic.addFixed(out, a, f64.load(b), n);
        break;
      case Opcode.multiplyFixed:
        arithmetic.multiplyFixed(out, a, f64.load(b), n);
        break;
      case Opcode.fixedMinus:
        arithmetic.fixedMinus(out, a, f64.load(b), n);
        break;
      case Opcode.fixedOver:
        arithmetic.fixedOver(out, a, f64.load(b), n);
        break;
      case Opcode.minimumFixed:
        arithmetic.minimumFixed(out, a, f64.load(b), n);
        break;
      case Opcode.maximumFixed:
        arithmetic.maximumFixed(out, a, f64.load(b), n);
        break;
      case Opcode.lessFixed:
        arithmetic.lessFixed(out, a, f64.load(b), n);
        break;
      case Opcode.fixedLess:
        arithmetic.fixedLess(out, a, f64.load(b), n);
        break;
      case Opcode.lessOrEqualFixed:
        arithmetic.lessOrEqualFixed(out, a, f64.load(b), n);
        break;
      case Opcode.fixedLessOrEqual:
        arithmetic.fixedLessOrEqual(out, a, f64.load(b), n);
        break;
      case Opcode.multiplyAdd:
        arithmetic.multiplyAdd(out, a, b, c, n);
        break;
      case Opcode.multiplyFixedAdd:
        arithmetic.multiplyFixedAdd(out, a, f64.load(b), c, n);
        break;
      case Opcode.not:
        arithmetic.not(out, a, n);
        break;
      case Opcode.negate:
        arithmetic.negate(out, a, n);
        break;
      case Opcode.absolute:
        arithmetic.absolute(out, a, n);
        break;
      case Opcode.floor:
        arithmetic.floor(out, a, n);
        break;
      case Opcode.ceil:
        arithmetic.ceil(out, a, n);
        break;
      case Opcode.round:
        arithmetic.round(out, a, n);
        break;
      case Opcode.squareRoot:
        arithmetic.squareRoot(out, a, n);
        break;
      case Opcode.exponential:
        exponential(out, a, n);
        break;
      case Opcode.choose:
        arithmetic.choose(out, a, b, c, n);
        break;
      default:
        instruction(at, n);
    }
  }
  return 0;
}

function sample(at: usize, out: usize, from: usize, sampler: usize, n: i32): void {
  switch (i32.load(sampler)) {
    case samples.SamplerKind.table:
      samples.sampleTable(out, from, n, sampler);
      break;
    case samples.SamplerKind.uniform:
      samples.sampleUniform(out, from, n, sampler);
      break;
    case samples.SamplerKind.triangular:
      samples.sampleTriangular(out, from, n, sampler);
      break;
    case samples.SamplerKind.discrete:
      samples.sampleDiscrete(out, from, n, sampler);
      break;
    default:
      instruction(at, n);
  }
}

/** Lists the events of all trials and runs the instructions over them, a batch at a time. */
function events(countColumn: usize, n: i32, from: usize, to: usize): i32 {
  let filled = 0;
  for (let trial = 0; trial < n; trial++) {
    const count = f64.load(countColumn + ((<usize>trial) << 3));
    if (!(count <= mostEventsAYear)) return count !== count ? 2 : 1;
    for (let index = 0; <f64>index < count; index++) {
      const at = (<usize>filled) << 2;
      i32.store(eventTrials + at, trial);
      i32.store(eventIndices + at, index);
      if (++filled < blockSize) continue;
      const fault = steps(from, to, filled);
      if (fault !== 0) return fault;
      filled = 0;
    }
  }
  return filled > 0 ? steps(from, to, filled) : 0;
}

/** Values of the trials for their events. */
function ofTrial(out: usize, a: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const trial = i32.load(eventTrials + ((<usize>i) << 2));
    f64.store(out + ((<usize>i) << 3), f64.load(a + ((<usize>trial) << 3)));
  }
}

/** Adds each event's amount to its trial, in the order of the events. */
function eventSum(out: usize, a: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const at = out + ((<usize>i32.load(eventTrials + ((<usize>i) << 2))) << 3);
    f64.store(at, f64.load(at) + f64.load(a + ((<usize>i) << 3)));
  }
}

/** Order statistics of values that the host has laid down; see `selectRanks`. */
export function select(
  values: usize,
  n: i32,
  ranks: usize,
  wanted: i32,
  out: usize,
  scratch: usize,
  levels: i32,
): bool {
  return selectRanks(values, n, ranks, wanted, 0, out, scratch, levels);
}
