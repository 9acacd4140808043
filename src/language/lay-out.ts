import type { CellId, Cells } from './cells.ts';
import { ColumnPool } from './column-pool.ts';
import { fixedForms } from './fixed-forms.ts';
import { instructionLength, opcode } from './plan.ts';
import type { OpcodeName } from './plan.ts';
import { operandsOf } from './schedule.ts';
import type { Section, Step } from './schedule.ts';

/** The part of a plan that the layout decides. */
export interface Layout {
  readonly program: readonly number[];
  readonly constants: readonly number[];
  readonly constantColumns: readonly (readonly [number, number])[];
  readonly columns: number;
  readonly drawColumns: number;
}

const drawOps = new Set(['uniform', 'uniform-of-score', 'event-uniform']);

/**
 * Gives every step its columns and writes the program. A column is used again as soon as its last
 * reader is done; what a pass over events reads stays until the pass is over, since it runs in
 * batches. A product used once, by a sum, becomes one instruction with it.
 */
export function layOut(graph: Cells, steps: readonly Step[]): Layout {
  return new Layouter(graph, steps).run();
}

interface Instruction {
  readonly id: CellId;
  /** The position in time; cells of one pass have their own. */
  readonly time: number;
}

class Layouter {
  readonly #graph: Cells;
  readonly #steps: readonly Step[];
  readonly #program: number[] = [];
  readonly #constants: number[] = [];
  readonly #constantIds = new Map<string, number>();
  readonly #constantColumns = new Map<CellId, number>();
  readonly #values = new ColumnPool();
  readonly #draws = new ColumnPool();
  readonly #columnOf = new Map<CellId, number>();
  readonly #lastUse = new Map<CellId, number>();
  readonly #uses = new Map<CellId, number>();
  readonly #fused = new Set<CellId>();

  constructor(graph: Cells, steps: readonly Step[]) {
    this.#graph = graph;
    this.#steps = steps;
  }

  run(): Layout {
    this.#countUses();
    this.#findFusions();
    this.#findLastUses();
    let time = 0;
    for (const step of this.#steps) {
      if (step.kind === 'cell') this.#emitCell({ id: step.id, time });
      else if (step.kind === 'observe') {
        if (this.#graph.get(step.id).op !== 'constant')
          this.#emit('observe', step.index, this.#column(step.id));
        this.#release([step.id], time);
      } else time = this.#emitSection(step.section, time);
      time++;
    }
    return {
      program: this.#program,
      constants: this.#constants,
      constantColumns: [...this.#constantColumns].map(([id, column]) => [
        column,
        this.#graph.constantOf(id) ?? 0,
      ]),
      columns: this.#values.size,
      drawColumns: this.#draws.size,
    };
  }

  #emit(name: OpcodeName, ...operands: readonly number[]): void {
    const row = [opcode[name], ...operands];
    while (row.length < instructionLength) row.push(0);
    this.#program.push(...row);
  }

  #eachComputed(visit: (id: CellId, time: number) => void): void {
    let time = 0;
    for (const step of this.#steps) {
      if (step.kind === 'cell') visit(step.id, time);
      if (step.kind === 'section') {
        for (const id of step.section.body) visit(id, time++);
        for (const id of step.section.sums) visit(id, time);
      }
      time++;
    }
  }

  #countUses(): void {
    const use = (id: CellId) => this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
    this.#eachComputed((id) => operandsOf(this.#graph.get(id)).forEach(use));
    for (const step of this.#steps) {
      if (step.kind === 'observe') use(step.id);
      if (step.kind === 'section') for (const root of step.section.watched) use(root.id);
    }
  }

  #findFusions(): void {
    const single = (id: CellId) =>
      this.#uses.get(id) === 1 && this.#graph.get(id).op === 'multiply';
    this.#eachComputed((id) => {
      const cell = this.#graph.get(id);
      if (
        cell.op !== 'add' ||
        this.#graph.constantOf(cell.a) !== null ||
        this.#graph.constantOf(cell.b) !== null
      )
        return;
      // a * b + c: the later operand is looked at first, since it is the newer column.
      const product = [cell.b, cell.a].find(
        (operand) => single(operand) && this.#graph.get(operand).list === cell.list,
      );
      if (product !== undefined) this.#fused.add(product);
    });
  }

  /** What a cell reads once fused products stand for their factors. */
  #reads(id: CellId): readonly CellId[] {
    return operandsOf(this.#graph.get(id)).flatMap((operand) =>
      this.#fused.has(operand) ? operandsOf(this.#graph.get(operand)) : [operand],
    );
  }

  #findLastUses(): void {
    let time = 0;
    const touch = (ids: readonly CellId[], at: number) =>
      ids.forEach((id) => this.#lastUse.set(id, at));
    for (const step of this.#steps) {
      if (step.kind === 'cell') {
        if (!this.#fused.has(step.id)) touch(this.#reads(step.id), time);
      } else if (step.kind === 'observe') touch([step.id], time);
      else {
        const { body, sums, reads, list, watched } = step.section;
        for (const id of body) {
          if (!this.#fused.has(id))
            touch(
              this.#reads(id).filter((operand) => this.#graph.get(operand).list !== null),
              time,
            );
          time++;
        }
        for (const id of sums)
          touch(
            operandsOf(this.#graph.get(id)).filter(
              (operand) => this.#graph.get(operand).list !== null,
            ),
            time,
          );
        touch([list, ...reads, ...watched.map((root) => root.id)], time);
      }
      time++;
    }
  }

  #release(ids: readonly CellId[], time: number): void {
    for (const id of new Set(ids)) {
      if (this.#lastUse.get(id) !== time) continue;
      const column = this.#columnOf.get(id);
      if (column === undefined) continue;
      this.#poolOf(id).release(column);
      this.#columnOf.delete(id);
    }
  }

  #poolOf(id: CellId): ColumnPool {
    return drawOps.has(this.#graph.get(id).op) ? this.#draws : this.#values;
  }

  #column(id: CellId): number {
    const cell = this.#graph.get(id);
    const held = cell.op === 'constant' ? this.#constantColumns.get(id) : this.#columnOf.get(id);
    if (held !== undefined) return held;
    if (cell.op !== 'constant') throw new RangeError(`cell ${id} is read before it is computed`);
    // A column of its own, for good: it is filled once, before the first block.
    const column = this.#values.reserve();
    this.#constantColumns.set(id, column);
    return column;
  }

  #constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const known = this.#constantIds.get(key);
    if (known !== undefined) return known;
    const index = this.#constants.push(value) - 1;
    this.#constantIds.set(key, index);
    return index;
  }

  #emitSection(section: Section, start: number): number {
    for (const id of section.sums) {
      const column = this.#values.take();
      this.#columnOf.set(id, column);
      this.#emit('clear', column);
    }
    const header = this.#program.length;
    this.#emit('events', this.#column(section.list), 0);
    let time = start;
    for (const id of section.body) this.#emitCell({ id, time: time++ });
    for (const root of section.watched) this.#emit('observe', root.index, this.#column(root.id));
    for (const id of section.sums) {
      const cell = this.#graph.get(id);
      if (cell.op !== 'event-sum') continue;
      this.#emit('eventSum', this.#column(id), this.#column(cell.a));
      this.#release([cell.a], time);
    }
    this.#program[header + 2] = (this.#program.length - header) / instructionLength - 1;
    this.#release(
      [
        section.list,
        ...section.reads,
        ...section.watched.map((root) => root.id),
        ...section.sums.flatMap((id) => operandsOf(this.#graph.get(id))),
      ],
      time,
    );
    return time;
  }

  #emitCell({ id, time }: Instruction): void {
    if (this.#fused.has(id)) return;
    const cell = this.#graph.get(id);
    const reads = this.#reads(id);
    const operands = this.#operands(id);
    const inBody = cell.list !== null;
    // Operands are free before the result is placed: every kernel may write over what it reads,
    // but `ofTrial`, whose operand has another length and stays until the pass is over.
    if (cell.op !== 'of-trial')
      this.#release(
        inBody ? reads.filter((operand) => this.#graph.get(operand).list !== null) : reads,
        time,
      );
    const column = this.#poolOf(id).take();
    this.#columnOf.set(id, column);
    const [name, ...rest] = operands;
    this.#emit(name, column, ...rest);
    if (!this.#lastUse.has(id)) {
      this.#poolOf(id).release(column);
      this.#columnOf.delete(id);
    }
  }

  #operands(id: CellId): readonly [OpcodeName, ...number[]] {
    const cell = this.#graph.get(id);
    const column = (operand: CellId) => this.#column(operand);
    switch (cell.op) {
      case 'constant':
        throw new RangeError('a constant needs no step');
      case 'held':
        return ['held', cell.index];
      case 'uniform':
        return ['uniform', cell.stream];
      case 'event-uniform':
        return ['eventUniform', cell.stream];
      case 'normal-score':
        return ['normalScore', column(cell.a)];
      case 'uniform-of-score':
        return ['uniformOfScore', column(cell.a)];
      case 'sample':
        return ['sample', column(cell.a), cell.sampler];
      case 'poisson':
        return ['poisson', column(cell.a), column(cell.rate)];
      case 'bernoulli':
        return ['bernoulli', column(cell.a), column(cell.rate)];
      case 'negative-binomial':
        return ['negativeBinomial', column(cell.a), column(cell.rate), column(cell.dispersion)];
      case 'of-trial':
        return ['ofTrial', column(cell.a)];
      case 'event-sum':
        throw new RangeError('an event sum belongs to a pass over events');
      case 'choose':
        return ['choose', column(cell.a), column(cell.b), column(cell.c)];
      case 'add':
        return this.#addition(cell.a, cell.b);
      default:
        return 'b' in cell ? this.#arithmetic(cell.op, cell.a, cell.b) : [cell.op, column(cell.a)];
    }
  }

  #addition(a: CellId, b: CellId): readonly [OpcodeName, ...number[]] {
    const product = [b, a].find((operand) => this.#fused.has(operand));
    if (product === undefined) return this.#arithmetic('add', a, b);
    const other = product === b ? a : b;
    const factors = operandsOf(this.#graph.get(product));
    const [x, y] = factors;
    if (x === undefined || y === undefined) throw new RangeError('a product without factors');
    const fixed = this.#graph.constantOf(y);
    return fixed === null
      ? ['multiplyAdd', this.#column(x), this.#column(y), this.#column(other)]
      : ['multiplyFixedAdd', this.#column(x), this.#constant(fixed), this.#column(other)];
  }

  #arithmetic(
    op: keyof typeof fixedForms | 'and' | 'or' | 'equal' | 'power',
    a: CellId,
    b: CellId,
  ): readonly [OpcodeName, ...number[]] {
    const forms =
      op in fixedForms ? fixedForms[op as keyof typeof fixedForms] : { right: null, left: null };
    const right = this.#graph.constantOf(b);
    const left = this.#graph.constantOf(a);
    if (right !== null && forms.right !== null)
      return [forms.right, this.#column(a), this.#constant(right)];
    if (left !== null && forms.left !== null)
      return [forms.left, this.#column(b), this.#constant(left)];
    return [op, this.#column(a), this.#column(b)];
  }
}
