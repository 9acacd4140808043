import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { FormulaError } from './formula-error.ts';
import { arithmetic, functionsOfOne } from './operations.ts';
import type { Arithmetic, FunctionOfOne } from './operations.ts';

/** Index of a cell in its graph. */
export type CellId = number;

/** Where random numbers come from: a name, never a position. */
export interface Stream {
  readonly name: string;
  /** Fixed low-discrepancy dimension, or null for one derived from the name. */
  readonly dimension: number | null;
}

/**
 * One value of one posture and one year, or a value that they share: a node of a graph without
 * loops. `list` is null for a value of each trial, else the cell that counts the events over
 * which the value varies.
 */
export type Cell =
  | { readonly op: 'constant'; readonly value: number; readonly list: null }
  /** A value that was computed before and is at hand, by its place among those. */
  | { readonly op: 'held'; readonly index: number; readonly list: null }
  /** The uniform draw of a stream: one a trial. */
  | { readonly op: 'uniform'; readonly stream: number; readonly list: null }
  /** The normal score of a uniform draw, and the uniform draw of a normal score: the Gaussian copula. */
  | { readonly op: 'normal-score'; readonly a: CellId; readonly list: null }
  | { readonly op: 'uniform-of-score'; readonly a: CellId; readonly list: null }
  /** The uniform draw of each event: of its stream, by trial and by index of the event within the trial. */
  | { readonly op: 'event-uniform'; readonly stream: number; readonly list: CellId }
  /** The value of a distribution at a uniform draw. */
  | {
      readonly op: 'sample';
      readonly a: CellId;
      readonly sampler: number;
      readonly list: CellId | null;
    }
  | { readonly op: FunctionOfOne; readonly a: CellId; readonly list: CellId | null }
  | {
      readonly op: Arithmetic;
      readonly a: CellId;
      readonly b: CellId;
      readonly list: CellId | null;
    }
  | {
      readonly op: 'choose';
      readonly a: CellId;
      readonly b: CellId;
      readonly c: CellId;
      readonly list: CellId | null;
    }
  /** Counts by inversion of a uniform draw. */
  | { readonly op: 'poisson'; readonly a: CellId; readonly rate: CellId; readonly list: null }
  | { readonly op: 'bernoulli'; readonly a: CellId; readonly rate: CellId; readonly list: null }
  | {
      readonly op: 'negative-binomial';
      readonly a: CellId;
      readonly rate: CellId;
      readonly dispersion: CellId;
      readonly list: null;
    }
  /** A value of the trial, for each of its events. */
  | { readonly op: 'of-trial'; readonly a: CellId; readonly list: CellId }
  /** The sum over the events of a trial; a value of the trial again. `over` counts the events. */
  | { readonly op: 'event-sum'; readonly a: CellId; readonly over: CellId; readonly list: null };

/** Cells, as far as their order and layout need them. */
export type Cells = Pick<CellGraph, 'get' | 'constantOf'>;

/** As many values as a plan may hold: each is computed in every future. */
export const maximumCells = 200_000;

/** Raised when a model is too large to be laid out: `what` says how large it would be. */
export class TooLargeError extends FormulaError {
  constructor(what: string) {
    super(
      `the model comes to more than ${what}, most of them for this formula; nest sums and totals over years less deep, or shorten the horizon`,
    );
  }
}

/**
 * Builds cells, each distinct value once: equal subexpressions are one cell, constants are
 * folded with the very functions that the engine applies to columns.
 */
export class CellGraph {
  readonly cells: Cell[] = [];
  readonly streams: Stream[] = [];
  readonly samplers: DistributionSpec[] = [];
  readonly #known = new Map<string, CellId>();
  readonly #streamIds = new Map<string, number>();
  readonly #samplerIds = new Map<string, number>();

  get(id: CellId): Cell {
    const cell = this.cells[id];
    if (cell === undefined) throw new RangeError(`no cell ${id}`);
    return cell;
  }

  /** The value of a constant cell, or null. */
  constantOf(id: CellId): number | null {
    const cell = this.get(id);
    return cell.op === 'constant' ? cell.value : null;
  }

  #intern(key: string, cell: Cell): CellId {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.cells.length >= maximumCells)
      throw new TooLargeError(`${maximumCells / 1000} thousand values`);
    const id = this.cells.length;
    this.cells.push(cell);
    this.#known.set(key, id);
    return id;
  }

  constant(value: number): CellId {
    return this.#intern(`k${Object.is(value, -0) ? '-0' : value}`, {
      op: 'constant',
      value,
      list: null,
    });
  }

  #stream(stream: Stream): number {
    const known = this.#streamIds.get(stream.name);
    if (known !== undefined) return known;
    this.streams.push(stream);
    this.#streamIds.set(stream.name, this.streams.length - 1);
    return this.streams.length - 1;
  }

  uniform(stream: Stream): CellId {
    const id = this.#stream(stream);
    return this.#intern(`uniform:${id}`, { op: 'uniform', stream: id, list: null });
  }

  eventUniform(stream: Stream, list: CellId): CellId {
    const id = this.#stream(stream);
    return this.#intern(`event-uniform:${id}@${list}`, { op: 'event-uniform', stream: id, list });
  }

  normalScore(a: CellId): CellId {
    return this.#intern(`normal-score:${a}`, { op: 'normal-score', a, list: null });
  }

  uniformOfScore(a: CellId): CellId {
    return this.#intern(`uniform-of-score:${a}`, { op: 'uniform-of-score', a, list: null });
  }

  sample(a: CellId, spec: DistributionSpec): CellId {
    const text = JSON.stringify(spec);
    let sampler = this.#samplerIds.get(text);
    if (sampler === undefined) {
      sampler = this.samplers.push(spec) - 1;
      this.#samplerIds.set(text, sampler);
    }
    return this.#intern(`sample:${sampler}(${a})`, {
      op: 'sample',
      a,
      sampler,
      list: this.get(a).list,
    });
  }

  apply(op: FunctionOfOne, a: CellId): CellId {
    const value = this.constantOf(a);
    if (value !== null) return this.constant(functionsOfOne[op](value));
    return this.#intern(`${op}(${a})`, { op, a, list: this.get(a).list });
  }

  combine(op: Arithmetic, a: CellId, b: CellId): CellId {
    const left = this.constantOf(a);
    const right = this.constantOf(b);
    if (left !== null && right !== null) return this.constant(arithmetic[op](left, right));
    const shortcut = this.#identity(op, a, b, left, right);
    if (shortcut !== null) return shortcut;
    // a - k and a + (-k) are the same bits; one form of them is enough.
    if (op === 'subtract' && right !== null) return this.combine('add', a, this.constant(-right));
    // One order for a commutative pair, so that a + b and b + a are one cell.
    if ((op === 'add' || op === 'multiply') && (left !== null || (right === null && a > b)))
      [a, b] = [b, a];
    const list = this.#commonList(a, b);
    const [x, y] = [this.#onList(a, list), this.#onList(b, list)];
    return this.#intern(`${op}(${x},${y})`, { op, a: x, b: y, list });
  }

  /** Exact simplifications only: none changes a bit of any finite result. */
  #identity(
    op: Arithmetic,
    a: CellId,
    b: CellId,
    left: number | null,
    right: number | null,
  ): CellId | null {
    switch (op) {
      case 'add':
        return left === 0 ? b : right === 0 ? a : null;
      case 'subtract':
        return right === 0 ? a : a === b ? this.constant(0) : null;
      case 'multiply':
        if (left === 0 || right === 0) return this.constant(0);
        return left === 1 ? b : right === 1 ? a : null;
      case 'divide':
        return right === 1 ? a : left === 0 ? this.constant(0) : null;
      case 'minimum':
      case 'maximum':
        return a === b ? a : null;
      case 'power':
        return right === null ? null : this.#fixedPower(a, right);
      default:
        return null;
    }
  }

  /** Whole powers are products, shared between years; 0.5 is a square root. */
  #fixedPower(base: CellId, exponent: number): CellId | null {
    if (exponent === 0) return this.constant(1);
    if (exponent === 1) return base;
    if (exponent === 0.5) return this.apply('squareRoot', base);
    if (exponent < 0) {
      const inverse = this.combine('divide', this.constant(1), base);
      return this.combine('power', inverse, this.constant(-exponent));
    }
    if (!Number.isInteger(exponent) || exponent > 64) return null;
    const half = this.combine('power', base, this.constant(Math.floor(exponent / 2)));
    const square = this.combine('multiply', half, half);
    return exponent % 2 === 0 ? square : this.combine('multiply', square, base);
  }

  choose(condition: CellId, then: CellId, otherwise: CellId): CellId {
    const value = this.constantOf(condition);
    if (value !== null) return value !== 0 ? then : otherwise;
    if (then === otherwise) return then;
    const list = this.#commonList(condition, then, otherwise);
    const [a, b, c] = [
      this.#onList(condition, list),
      this.#onList(then, list),
      this.#onList(otherwise, list),
    ];
    return this.#intern(`choose(${a},${b},${c})`, { op: 'choose', a, b, c, list });
  }

  poisson(a: CellId, rate: CellId): CellId {
    if (this.constantOf(rate) === 0) return this.constant(0);
    return this.#intern(`poisson(${a},${rate})`, { op: 'poisson', a, rate, list: null });
  }

  bernoulli(a: CellId, rate: CellId): CellId {
    const chance = this.constantOf(rate);
    if (chance === 0 || chance === 1) return this.constant(chance);
    return this.#intern(`bernoulli(${a},${rate})`, { op: 'bernoulli', a, rate, list: null });
  }

  negativeBinomial(a: CellId, rate: CellId, dispersion: CellId): CellId {
    if (this.constantOf(rate) === 0) return this.constant(0);
    return this.#intern(`negative-binomial(${a},${rate},${dispersion})`, {
      op: 'negative-binomial',
      a,
      rate,
      dispersion,
      list: null,
    });
  }

  /** The sum of an amount over the events of a trial. */
  eventSum(amount: CellId, count: CellId): CellId {
    const value = this.constantOf(amount);
    if (this.constantOf(count) === 0 || value === 0) return this.constant(0);
    const cell = this.get(amount);
    // The same amount for every event of the trial: the count times it.
    if (cell.list === null) return this.combine('multiply', count, amount);
    return this.#intern(`event-sum(${amount})@${count}`, {
      op: 'event-sum',
      a: amount,
      over: count,
      list: null,
    });
  }

  #commonList(...ids: readonly CellId[]): CellId | null {
    let list: CellId | null = null;
    for (const id of ids) {
      const own = this.get(id).list;
      if (own === null) continue;
      if (list !== null && list !== own)
        throw new RangeError('values of two lists of events cannot be combined');
      list = own;
    }
    return list;
  }

  #onList(id: CellId, list: CellId | null): CellId {
    const cell = this.get(id);
    if (list === null || cell.list !== null || cell.op === 'constant') return id;
    return this.#intern(`of-trial(${id})@${list}`, { op: 'of-trial', a: id, list });
  }
}
