import type { Cell, CellGraph, CellId } from '../language/cells.ts';
import { standardise } from '../numeric/distributions/standardise.ts';
import { NotExactError, Polynomial } from './polynomial.ts';
import type { Primitive } from './polynomial.ts';

/** Exact mean of a cell, and its variance where that can be told too. */
export interface ExactMoments {
  readonly mean: number;
  readonly variance: number | null;
}

/** A tail below which a cap counts as never reached, if it holds no more than this share of E[X^2]. */
const negligible = 1e-12;
const negligibleShare = 1e-9;

/** A value of the trial: a polynomial of what is drawn once a trial, and multiples of sums over events. */
interface LinearForm {
  readonly base: Polynomial;
  /** By the cell of the count or event sum, its coefficient. */
  readonly sums: ReadonlyMap<CellId, Polynomial>;
}

/**
 * Exact mean and variance of cells, beside the simulation: the analytic shadow. Inputs are
 * independent primitives with known moments; given them, a sum over events is a compound count,
 * with mean mu E[X] and covariance mu E[XY] + (sigma^2 - mu) E[X] E[Y] of two sums over one list
 * (Wald; for Poisson counts sigma^2 = mu). Mean and variance follow by total expectation and total
 * variance. What is no polynomial of its draws, such as a minimum or a quotient, has none.
 */
export class ExactMomentsOf {
  readonly #graph: CellGraph;
  readonly #primitives = new Map<string, Primitive & { readonly perEvent: boolean }>();
  readonly #forms = new Map<CellId, LinearForm>();
  readonly #each = new Map<CellId, Polynomial>();

  constructor(graph: CellGraph) {
    this.#graph = graph;
  }

  /** Moments of a cell of the trial, or null where they are not known exactly. */
  of(id: CellId): ExactMoments | null {
    try {
      const form = this.#form(id);
      let conditionalMean = form.base;
      for (const [sum, coefficient] of form.sums)
        conditionalMean = conditionalMean.plus(coefficient.times(this.#sumMean(sum)));
      return { mean: conditionalMean.mean(), variance: this.#variance(form, conditionalMean) };
    } catch (error) {
      if (error instanceof NotExactError) return null;
      throw error;
    }
  }

  #variance(form: LinearForm, conditionalMean: Polynomial): number | null {
    try {
      let within = 0;
      const sums = [...form.sums];
      for (const [a, left] of sums) {
        for (const [b, right] of sums) {
          const covariance = this.#sumCovariance(a, b);
          if (covariance !== null) within += left.times(right).times(covariance).mean();
        }
      }
      return within + conditionalMean.variance();
    } catch (error) {
      if (error instanceof NotExactError) return null;
      throw error;
    }
  }

  /** The list that a count or an event sum runs over, and the amount of each event. */
  #compound(id: CellId): { readonly list: CellId; readonly each: Polynomial } {
    const cell = this.#graph.get(id);
    return cell.op === 'event-sum'
      ? { list: cell.over, each: this.#eachEvent(cell.a) }
      : { list: id, each: Polynomial.constant(1) };
  }

  /** Mean of a count and its variance less its mean, given the trial's inputs. */
  #count(list: CellId): {
    readonly mean: Polynomial;
    readonly excess: Polynomial;
    readonly stream: CellId;
  } {
    const cell = this.#graph.get(list);
    if (cell.op !== 'poisson' && cell.op !== 'bernoulli' && cell.op !== 'negative-binomial')
      throw new NotExactError('no count');
    const rate = this.#polynomial(cell.rate);
    if (cell.op === 'poisson')
      return { mean: rate, excess: Polynomial.constant(0), stream: cell.a };
    if (cell.op === 'bernoulli')
      return { mean: rate, excess: rate.times(rate).scaled(-1), stream: cell.a };
    const size = this.#graph.constantOf(cell.dispersion);
    if (size === null) throw new NotExactError('an uncertain dispersion');
    return { mean: rate, excess: rate.times(rate).scaled(1 / size), stream: cell.a };
  }

  #sumMean(id: CellId): Polynomial {
    const { list, each } = this.#compound(id);
    return this.#count(list).mean.times(this.#overEvents(each));
  }

  /** Covariance of two sums given the trial's inputs; null where they are independent. */
  #sumCovariance(a: CellId, b: CellId): Polynomial | null {
    const x = this.#compound(a);
    const y = this.#compound(b);
    const count = this.#count(x.list);
    if (x.list !== y.list) {
      if (this.#count(y.list).stream === count.stream)
        throw new NotExactError('two counts of one draw');
      return null;
    }
    const together = count.mean.times(this.#overEvents(x.each.times(y.each)));
    return together.plus(
      count.excess.times(this.#overEvents(x.each)).times(this.#overEvents(y.each)),
    );
  }

  #overEvents(each: Polynomial): Polynomial {
    return each.expectation(
      (primitive) =>
        this.#primitives.get(`${primitive.stream}#${primitive.key}`)?.perEvent === true,
    );
  }

  #polynomial(id: CellId): Polynomial {
    const form = this.#form(id);
    if (form.sums.size > 0) throw new NotExactError('a product with a count');
    return form.base;
  }

  #form(id: CellId): LinearForm {
    const known = this.#forms.get(id);
    if (known !== undefined) return known;
    const form = this.#makeForm(id, this.#graph.get(id));
    this.#forms.set(id, form);
    return form;
  }

  #makeForm(id: CellId, cell: Cell): LinearForm {
    const plain = (base: Polynomial): LinearForm => ({ base, sums: new Map() });
    switch (cell.op) {
      case 'poisson':
      case 'bernoulli':
      case 'negative-binomial':
      case 'event-sum':
        return { base: Polynomial.constant(0), sums: new Map([[id, Polynomial.constant(1)]]) };
      case 'add':
        return addForms(this.#form(cell.a), this.#form(cell.b));
      case 'subtract':
        return addForms(this.#form(cell.a), scaleForm(this.#form(cell.b), Polynomial.constant(-1)));
      case 'negate':
        return scaleForm(this.#form(cell.a), Polynomial.constant(-1));
      case 'multiply': {
        const [a, b] = [this.#form(cell.a), this.#form(cell.b)];
        if (b.sums.size === 0) return scaleForm(a, b.base);
        if (a.sums.size === 0) return scaleForm(b, a.base);
        throw new NotExactError('a product of two counts');
      }
      case 'divide': {
        const divisor = this.#graph.constantOf(cell.b);
        if (divisor === null || divisor === 0) throw new NotExactError('a quotient');
        return scaleForm(this.#form(cell.a), Polynomial.constant(1 / divisor));
      }
      default:
        return plain(this.#leaf(cell, (operand) => this.#polynomial(operand)));
    }
  }

  /** The polynomial of a value of each event. */
  #eachEvent(id: CellId): Polynomial {
    const known = this.#each.get(id);
    if (known !== undefined) return known;
    const made = this.#makeEach(this.#graph.get(id));
    this.#each.set(id, made);
    return made;
  }

  #makeEach(cell: Cell): Polynomial {
    const each = (id: CellId) => this.#eachEvent(id);
    switch (cell.op) {
      case 'of-trial':
        return this.#polynomial(cell.a);
      case 'add':
        return each(cell.a).plus(each(cell.b));
      case 'subtract':
        return each(cell.a).plus(each(cell.b).scaled(-1));
      case 'negate':
        return each(cell.a).scaled(-1);
      case 'multiply':
        return each(cell.a).times(each(cell.b));
      case 'less':
        return this.#chance(cell.a, cell.b);
      default:
        return this.#leaf(cell, each);
    }
  }

  /** Constants, draws, and caps too far out to matter; nothing else is a polynomial. */
  #leaf(cell: Cell, operand: (id: CellId) => Polynomial): Polynomial {
    if (cell.op === 'constant') return Polynomial.constant(cell.value);
    if (cell.op === 'sample') return this.#sample(cell);
    if (cell.op === 'minimum' || cell.op === 'maximum') {
      for (const [limit, other] of [
        [cell.a, cell.b],
        [cell.b, cell.a],
      ] as const) {
        const bound = this.#graph.constantOf(limit);
        const inner = this.#graph.get(other);
        if (bound === null || inner.op !== 'sample') continue;
        const spec = this.#graph.samplers[inner.sampler];
        if (spec === undefined) continue;
        const { base, location, scale } = standardise(spec);
        const z = (bound - location) / scale;
        const tail = cell.op === 'minimum' ? 1 - base.cdf(z) : base.cdf(z);
        // A tail so heavy that it matters however rare it is would make both moments wrong.
        if (tail < negligible && !(tail * z * z > negligibleShare * base.rawMoment(2)))
          return operand(other);
      }
    }
    throw new NotExactError(`${cell.op} is no polynomial`);
  }

  #sample(cell: Extract<Cell, { op: 'sample' }>): Polynomial {
    const draw = this.#graph.get(cell.a);
    const spec = this.#graph.samplers[cell.sampler];
    if (spec === undefined || (draw.op !== 'uniform' && draw.op !== 'event-uniform'))
      throw new NotExactError('correlated draws');
    const { key, base, location, scale } = standardise(spec);
    const stream = this.#graph.streams[draw.stream]?.name ?? '';
    const perEvent = draw.op === 'event-uniform';
    const primitive = this.#primitive(stream, key, perEvent, (k) => base.rawMoment(k));
    return Polynomial.of(primitive).scaled(scale).plus(Polynomial.constant(location));
  }

  /** Whether a follow-on event happens: a uniform draw below a fixed chance, 1 or 0. */
  #chance(left: CellId, right: CellId): Polynomial {
    const inner = this.#graph.get(left);
    const chance = this.#graph.constantOf(right);
    if (inner.op !== 'sample' || chance === null) throw new NotExactError('a condition');
    const draw = this.#graph.get(inner.a);
    const spec = this.#graph.samplers[inner.sampler];
    if (draw.op !== 'event-uniform' || spec?.dist !== 'uniform' || spec.min !== 0 || spec.max !== 1)
      throw new NotExactError('a condition');
    const stream = this.#graph.streams[draw.stream]?.name ?? '';
    const p = Math.min(1, Math.max(0, chance));
    return Polynomial.of(this.#primitive(stream, `below ${p}`, true, () => p));
  }

  #primitive(
    stream: string,
    key: string,
    perEvent: boolean,
    rawMoment: (k: number) => number,
  ): Primitive {
    const id = `${stream}#${key}`;
    const known = this.#primitives.get(id);
    if (known !== undefined) return known;
    const made = { stream, key, perEvent, rawMoment };
    this.#primitives.set(id, made);
    return made;
  }
}

function addForms(a: LinearForm, b: LinearForm): LinearForm {
  const sums = new Map(a.sums);
  for (const [id, coefficient] of b.sums)
    sums.set(id, sums.get(id)?.plus(coefficient) ?? coefficient);
  return { base: a.base.plus(b.base), sums };
}

function scaleForm(form: LinearForm, factor: Polynomial): LinearForm {
  return {
    base: form.base.times(factor),
    sums: new Map([...form.sums].map(([id, coefficient]) => [id, coefficient.times(factor)])),
  };
}
