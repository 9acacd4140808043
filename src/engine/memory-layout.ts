import { instructionLength, opcode } from '../language/plan.ts';
import type { Plan } from '../language/plan.ts';
import type { Sampler } from '../numeric/sampler.ts';
import { blockSize, mostReplicates } from './blocks.ts';
import type { CompiledEngine } from './compiled-engine.ts';
import type { WorkingColumns } from './interpreter.ts';
import { netStart } from './stream-source.ts';
import type { StreamSource } from './stream-source.ts';

/** Where a plan stands in the memory of the compiled engine; addresses are in bytes. */
export interface MemoryLayout {
  readonly program: number;
  readonly end: number;
  readonly columns: WorkingColumns;
  /** Where the generators of all streams in a replicate stand. */
  readonly generators: (replicate: number) => number;
  /** What a block leaves to be recorded: columns, and pairs of mean and sum of squared deviations. */
  readonly kept: readonly { readonly observed: number; readonly column: Float64Array }[];
  readonly moments: readonly { readonly observed: number; readonly pair: Float64Array }[];
}

/** Bytes of an instruction: opcode, result, three operands; a power of two for the module's sake. */
export const programRowBytes = 32;
/** As src/engine/assembly/draws.ts and samples.ts read them. */
const generatorBytes = 176;
/** First trial whose points are those of the net, where there is none. */
const never = 2_147_483_647;
const samplerBytes = 48;
/** Not a power of two, so that columns do not fight for the same lines of the cache. */
const valueColumnBytes = 8 * blockSize + 64;
const drawColumnBytes = 4 * blockSize + 64;
const pageBytes = 65_536;

const samplerKinds = { other: 0, table: 1, uniform: 2, triangular: 3, discrete: 4 } as const;
const fixedOpcodes: ReadonlySet<number> = new Set(
  Object.entries(opcode).flatMap(([name, code]) => (/fixed/i.test(name) ? [code] : [])),
);

/** Hands out addresses, one after another. */
class Arena {
  end: number;

  constructor(start: number) {
    this.end = start;
  }

  take(bytes: number): number {
    const at = (this.end + 15) & ~15;
    this.end = at + bytes;
    return at;
  }
}

/** Makes a memory at least so many bytes long; views of it before that are lost. */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

/** Lays a plan down in the memory, from the first free address; whatever stood there is lost. */
export function layOutMemory(
  engine: CompiledEngine,
  plan: Plan,
  samplers: readonly Sampler[],
): MemoryLayout {
  const arena = new Arena(engine.free);
  const values = arena.take(plan.columns * valueColumnBytes);
  const draws = arena.take(plan.drawColumns * drawColumnBytes);
  const trials = arena.take(drawColumnBytes);
  const indices = arena.take(drawColumnBytes);
  const points = arena.take(drawColumnBytes);
  const reciprocals = arena.take(8 * 256);
  const constants = arena.take(8 * plan.constants.length);
  const rows = plan.program.length / instructionLength;
  const program = arena.take(rows * programRowBytes);
  const recorded = plan.observed.map(({ keep }) =>
    arena.take(keep === 'column' ? valueColumnBytes : 16),
  );
  const streams = plan.streams.length * generatorBytes;
  const generators = arena.take(mostReplicates * streams);
  const descriptors = arena.take(plan.samplers.length * samplerBytes);
  const tables = new Map<Float64Array, number>();
  const tableOf = (numbers: Float64Array): number => {
    const address = tables.get(numbers) ?? arena.take(numbers.byteLength);
    tables.set(numbers, address);
    return address;
  };
  const samplerTables = samplers.map(({ form }) =>
    form.kind === 'table'
      ? [tableOf(form.table.coefficients)]
      : form.kind === 'discrete'
        ? [tableOf(form.distribution.values), tableOf(form.distribution.cumulative)]
        : [],
  );

  const { memory } = engine;
  growTo(memory, arena.end);
  const { buffer } = memory;
  const columnAt = (address: number) => new Float64Array(buffer, address, blockSize);
  const drawsAt = (address: number) => new Int32Array(buffer, address, blockSize);

  for (const [numbers, address] of tables)
    new Float64Array(buffer, address, numbers.length).set(numbers);
  for (const [index, { form }] of samplers.entries()) {
    const at = descriptors + index * samplerBytes;
    const integers = new Int32Array(buffer, at, samplerBytes / 4);
    const doubles = new Float64Array(buffer, at, samplerBytes / 8);
    integers[0] = samplerKinds[form.kind];
    integers.set(samplerTables[index] ?? [], 8);
    if (form.kind === 'table') {
      integers[1] = form.table.cellsLog2;
      doubles.set([form.location, form.scale], 1);
    } else if (form.kind === 'uniform') doubles.set([form.min, form.width], 1);
    else if (form.kind === 'triangular') doubles.set([form.min, form.mode, form.max], 1);
    else if (form.kind === 'discrete') integers[1] = form.distribution.cumulative.length - 1;
  }
  new Float64Array(buffer, constants, plan.constants.length).set(plan.constants);
  new Float64Array(buffer, reciprocals, 256).set(
    Array.from({ length: 256 }, (_, k) => (k === 0 ? 0 : 1 / k)),
  );
  writeProgram(new Int32Array(buffer, program, (rows * programRowBytes) / 4), plan, {
    value: (column) => values + column * valueColumnBytes,
    draw: (column) => draws + column * drawColumnBytes,
    constant: (index) => constants + 8 * index,
    stream: (index) => index * generatorBytes,
    sampler: (index) => descriptors + index * samplerBytes,
    recorded: (index) => recorded[index] ?? 0,
  });
  engine.setUp(trials, indices, points, reciprocals);

  const observedWhere = (keep: 'column' | 'moments') =>
    plan.observed.flatMap((each, observed) =>
      each.keep === keep && each.constant === null ? [observed] : [],
    );
  return {
    program,
    end: program + rows * programRowBytes,
    columns: {
      values: Array.from({ length: plan.columns }, (_, column) =>
        columnAt(values + column * valueColumnBytes),
      ),
      draws: Array.from({ length: plan.drawColumns }, (_, column) =>
        drawsAt(draws + column * drawColumnBytes),
      ),
      eventTrials: drawsAt(trials),
      eventIndices: drawsAt(indices),
    },
    generators: (replicate) => generators + replicate * streams,
    kept: observedWhere('column').map((observed) => ({
      observed,
      column: columnAt(recorded[observed] ?? 0),
    })),
    moments: observedWhere('moments').map((observed) => ({
      observed,
      pair: new Float64Array(buffer, recorded[observed] ?? 0, 2),
    })),
  };
}

interface Addresses {
  readonly value: (column: number) => number;
  readonly draw: (column: number) => number;
  readonly constant: (index: number) => number;
  readonly stream: (index: number) => number;
  readonly sampler: (index: number) => number;
  readonly recorded: (observed: number) => number;
}

/** The program with addresses in the place of numbers of columns, constants, streams and samplers. */
function writeProgram(rows: Int32Array, plan: Plan, to: Addresses): void {
  const { program } = plan;
  for (let at = 0, row = 0; at < program.length; at += instructionLength, row += 8) {
    const [code = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0] = program.slice(at, at + instructionLength);
    rows.set([code, ...operandsOf(code, p1, p2, p3, p4, plan, to)], row);
  }
}

function operandsOf(
  code: number,
  p1: number,
  p2: number,
  p3: number,
  p4: number,
  plan: Plan,
  to: Addresses,
): readonly number[] {
  switch (code) {
    case opcode.uniform:
    case opcode.eventUniform:
      return [to.draw(p1), to.stream(p2)];
    case opcode.held:
      return [to.value(p1)];
    case opcode.sample:
      return [to.value(p1), to.draw(p2), to.sampler(p3)];
    case opcode.poisson:
    case opcode.bernoulli:
      return [to.value(p1), to.draw(p2), to.value(p3)];
    case opcode.events:
      return [to.value(p1), p2 * programRowBytes];
    case opcode.observe:
      return [to.recorded(p1), to.value(p2), plan.observed[p1]?.keep === 'moments' ? 1 : 0];
    default:
      return [
        to.value(p1),
        to.value(p2),
        fixedOpcodes.has(code) ? to.constant(p3) : to.value(p3),
        to.value(p4),
      ];
  }
}

/** The streams that a program draws from. */
export function streamsOf({ program }: Plan): readonly number[] {
  const streams = new Set<number>();
  for (let at = 0; at < program.length; at += instructionLength) {
    if (program[at] === opcode.uniform || program[at] === opcode.eventUniform)
      streams.add(program[at + 2] ?? 0);
  }
  return [...streams];
}

/** Lays down the generators of some streams in one replicate. */
export function writeGenerators(
  memory: WebAssembly.Memory,
  address: number,
  wanted: readonly number[],
  streams: StreamSource,
  replicate: number,
): void {
  for (const stream of wanted) {
    const { key0, key1, later0, later1, even } = streams.generator(stream, replicate);
    const at = address + stream * generatorBytes;
    const integers = new Int32Array(memory.buffer, at, generatorBytes / 4);
    integers.set([0, key0, key1, later0, later1]);
    if (even === null) continue;
    const { net, paired } = even;
    integers[0] = net === null ? never : netStart;
    integers.set([net?.shift ?? 0, paired.hash, paired.shift], 5);
    if (net !== null) integers.set(net.directions, 8);
    integers.set(paired.directions.subarray(0, 4), 40);
  }
}
