import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { CellValue } from '../schema/resolved.ts';
import { CellGraph } from './cells.ts';
import type { CellId } from './cells.ts';
import { blended, shareOfYear } from './coming-change.ts';
import { correlateStreams } from './correlate-streams.ts';
import type { EventDeclaration, Formula } from './declaration.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { PlacedCells } from './placed-cells.ts';
import type { ProgramSource } from './program-source.ts';
import { spanOf } from './span.ts';
import { eventStream, inputStream, multiplierStream } from './streams.ts';
import type { EventPlace } from './streams.ts';
import { unfoldExpression } from './unfold-expression.ts';
import type { At } from './unfold-expression.ts';
import { UnfoldingBudget } from './unfolding-budget.ts';

/** simulate: inputs and events are drawn; expected: each stands at its mean, counts at their rate. */
export type UnfoldMode = 'simulate' | 'expected';

/**
 * Unfolds formulas over postures and years into cells: one for each distinct value. Each name is
 * unfolded where it is asked for, so that only what the outputs need is ever computed.
 */
export class Unfolding {
  readonly graph = new CellGraph();
  readonly #source: ProgramSource;
  readonly #mode: UnfoldMode;
  readonly #known = new Map<string, CellId>();
  readonly #open = new Set<string>();
  readonly #budget = new UnfoldingBudget(this.graph.cells);
  readonly #placed: PlacedCells;
  /** The event whose amounts are being unfolded: where its inputs are drawn for each event. */
  #event: {
    readonly event: EventDeclaration;
    readonly list: CellId;
    /** The same expression is another value for another event. */
    readonly placed: PlacedCells;
  } | null = null;
  readonly #correlated: ReadonlyMap<string, CellId>;

  constructor(source: ProgramSource, mode: UnfoldMode) {
    this.#source = source;
    this.#mode = mode;
    this.#placed = new PlacedCells(source.years);
    const dimensionOf = (name: string) => source.model.inputs[name]?.dimension;
    this.#correlated =
      mode === 'simulate'
        ? correlateStreams(this.graph, source.scenario.correlations, (name) =>
            inputStream(name, dimensionOf(name)),
          )
        : new Map();
  }

  /** The cell of a formula for a posture and a year, both counted from 0. */
  formula(formula: Formula, at: At): CellId {
    const { expression } = formula;
    if (expression === null)
      throw new RangeError(`a formula that was refused cannot be unfolded: ${formula.pointer}`);
    try {
      return this.#budget.spend(formula, () => this.#expression(expression, at));
    } catch (error) {
      if (error instanceof FormulaError) error.formula ??= formula;
      throw error;
    }
  }

  #expression(expression: Expression, at: At): CellId {
    return unfoldExpression(expression, at, {
      graph: this.graph,
      postures: this.#source.postures,
      years: this.#source.years,
      placed: this.#event?.placed ?? this.#placed,
      step: () => this.#budget.step(),
      name: (name, place) => this.name(name, place),
      word: (word, place) => this.#word(word, place),
    });
  }

  #word(expression: Expression, at: At): string {
    if (expression.kind === 'text') return expression.value;
    if (expression.kind === 'choose') {
      const condition = this.graph.constantOf(this.#expression(expression.condition, at));
      if (condition === null)
        throw new FormulaError('a word cannot depend on chance', spanOf(expression.condition));
      return this.#word(condition !== 0 ? expression.ifTrue : expression.ifFalse, at);
    }
    if (expression.kind !== 'name')
      throw new FormulaError('this is not a word', spanOf(expression));
    if (expression.name === 'posture') return this.#source.postures[at.posture] ?? '';
    const value = this.#source.scenario.inputs[expression.name]?.cells[at.posture]?.[at.year];
    return value?.kind === 'text' ? value.value : '';
  }

  /** The cell of a named value for a posture and a year. */
  name(name: string, at: At): CellId {
    const declaration = this.#source.declarations.get(name);
    if (declaration === undefined) throw new RangeError(`unknown name: ${name}`);
    if (declaration.kind === 'input') return this.#input(name, declaration.perEvent, at);
    const key = `${name}|${at.posture}|${at.year}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) {
      throw new FormulaError(
        `"${name}" in year ${at.year + 1} rests on itself in the same year, through a sum or total over years`,
      );
    }
    this.#open.add(key);
    const outer = this.#event;
    this.#event = null;
    try {
      const cell = this.#unfoldName(declaration, at);
      this.#known.set(key, cell);
      return cell;
    } finally {
      this.#event = outer;
      this.#open.delete(key);
    }
  }

  #unfoldName(
    declaration: Exclude<ReturnType<ProgramSource['declarations']['get']>, undefined>,
    at: At,
  ): CellId {
    switch (declaration.kind) {
      case 'input':
        return this.#input(declaration.name, declaration.perEvent, at);
      case 'definition':
      case 'line':
        return this.formula(declaration.formula, at);
      case 'total': {
        const sum = declaration.lines
          .map((line) => this.name(line, at))
          .reduce((total, line) => this.graph.combine('add', total, line), this.graph.constant(0));
        const index = this.#source.priceIndex;
        return index === null ? sum : this.graph.combine('multiply', sum, this.formula(index, at));
      }
      case 'event-rate':
        return this.#rate(this.#eventNamed(declaration.event), at);
      case 'event-count':
        return this.#count(this.#eventNamed(declaration.event), at);
      case 'event-amount':
        return this.#amount(this.#eventNamed(declaration.event), declaration.formula, at);
    }
  }

  #eventNamed(name: string): EventDeclaration {
    const event = this.#source.events.get(name);
    if (event === undefined) throw new RangeError(`unknown event: ${name}`);
    return event;
  }

  #input(name: string, perEvent: boolean, at: At): CellId {
    const input = this.#source.scenario.inputs[name];
    const cell = input?.cells[at.posture]?.[at.year];
    if (input === undefined || cell === undefined)
      throw new RangeError(`no value for input ${name}`);
    const draw = () => this.#draw(name, perEvent, at);
    const now = this.#value(cell, draw);
    let value =
      input.later === undefined
        ? now
        : blended(
            this.graph,
            {
              now,
              later: input.later.map(({ cells, changes }) => ({
                changes,
                value: this.#value(cells[at.posture]?.[at.year] ?? cell, draw),
              })),
            },
            this.#sharesOf(at),
          );
    if (input.times !== null) {
      const shared = [input, ...(input.later ?? [])].every(({ cells }) =>
        cells.every((row) => row.every((other) => other.kind === 'number')),
      );
      const times = this.#value(input.times, () =>
        shared ? this.#draw(name, perEvent, at) : this.graph.uniform(multiplierStream(name)),
      );
      value = this.graph.combine('multiply', value, times);
    }
    return this.graph.combine('multiply', value, this.graph.constant(input.currencyFactor));
  }

  /** Of each change of the law that may come, the share of the year in which it counts. */
  #sharesOf(at: At): ReadonlyMap<string, CellId> {
    const { changes = [] } = this.#source.scenario;
    return new Map(
      changes.map((change) => [
        change.id,
        shareOfYear(change, at.year, this.graph, (name) => this.#input(name, false, at)),
      ]),
    );
  }

  #value(cell: CellValue, draw: () => CellId): CellId {
    if (cell.kind === 'number') return this.graph.constant(cell.value);
    if (cell.kind === 'text') throw new RangeError('a word where a number is needed');
    if (this.#mode === 'expected') return this.graph.constant(makeDistribution(cell.spec).mean);
    return this.graph.sample(draw(), cell.spec);
  }

  #draw(name: string, perEvent: boolean, at: At): CellId {
    if (!perEvent)
      return (
        this.#correlated.get(name) ??
        this.graph.uniform(inputStream(name, this.#source.model.inputs[name]?.dimension))
      );
    const outer = this.#event;
    if (outer === null)
      throw new RangeError(`${name} is drawn for each event and was asked for outside one`);
    // In the order of the alphabet, so that a new amount leaves the draws of the others alone
    // unless it comes first; the name of the stream never changes.
    const draws = this.#drawsOf(outer.event);
    const stream = eventStream(this.#placeOf(outer.event, at), name, 1 + draws.indexOf(name));
    return this.graph.eventUniform(stream, outer.list);
  }

  /** Inputs that an event draws for each of its occurrences, by name. */
  #drawsOf(event: EventDeclaration): readonly string[] {
    const found = new Set<string>();
    const visit = (expression: Expression): void => {
      if (expression.kind === 'name') {
        const declaration = this.#source.declarations.get(expression.name);
        if (declaration?.kind === 'input' && declaration.perEvent) found.add(expression.name);
      } else if (expression.kind === 'operation' || expression.kind === 'call')
        expression.operands.forEach(visit);
      else if (expression.kind === 'choose')
        [expression.condition, expression.ifTrue, expression.ifFalse].forEach(visit);
    };
    for (const amount of event.amounts) {
      const declaration = this.#source.declarations.get(`${event.name}.${amount}`);
      if (declaration?.kind === 'event-amount' && declaration.formula.expression !== null)
        visit(declaration.formula.expression);
    }
    const names = [...found].sort();
    return event.kind === 'follow-on' ? ['chance', ...names] : names;
  }

  #placeOf(event: EventDeclaration, at: At): EventPlace {
    const posture = this.#source.postures[at.posture] ?? '';
    return {
      event: event.name,
      dimension: event.dimension,
      year: at.year + 1,
      posture,
      postureDimension: Object.keys(this.#source.model.postures).indexOf(posture),
      coupling: this.#source.scenario.run.coupling,
    };
  }

  #rate(event: EventDeclaration, at: At): CellId {
    if (event.kind === 'primary') return this.formula(event.rate, at);
    return this.graph.combine(
      'multiply',
      this.name(`${event.of}.rate`, at),
      this.formula(event.chance, at),
    );
  }

  #count(event: EventDeclaration, at: At): CellId {
    if (this.#mode === 'expected') return this.name(`${event.name}.rate`, at);
    if (event.kind === 'follow-on') {
      const { list, occurs } = this.#occurrence(event, at);
      return this.graph.eventSum(occurs, list);
    }
    const rate = this.name(`${event.name}.rate`, at);
    const draw = this.graph.uniform(eventStream(this.#placeOf(event, at), 'count', 0));
    if (event.frequency === 'poisson') return this.graph.poisson(draw, rate);
    if (event.frequency === 'bernoulli') return this.graph.bernoulli(draw, rate);
    const dispersion =
      event.dispersion === null ? this.graph.constant(1) : this.formula(event.dispersion, at);
    return this.graph.negativeBinomial(draw, rate, dispersion);
  }

  /** The list of events that an event belongs to, and for each of them whether it is one: 1 or 0. */
  #occurrence(event: EventDeclaration, at: At): { readonly list: CellId; readonly occurs: CellId } {
    if (event.kind === 'primary')
      return { list: this.name(`${event.name}.count`, at), occurs: this.graph.constant(1) };
    const parent = this.#occurrence(this.#eventNamed(event.of), at);
    const chance = this.formula(event.chance, at);
    const fixed = this.graph.constantOf(chance);
    if (fixed === 0 || this.graph.constantOf(parent.list) !== null)
      return { list: parent.list, occurs: this.graph.constant(0) };
    const draw = this.graph.eventUniform(
      eventStream(this.#placeOf(event, at), 'chance', 1),
      parent.list,
    );
    const own = this.graph.combine(
      'less',
      this.graph.sample(draw, { dist: 'uniform', min: 0, max: 1 }),
      chance,
    );
    return { list: parent.list, occurs: this.graph.combine('multiply', own, parent.occurs) };
  }

  #amount(event: EventDeclaration, formula: Formula, at: At): CellId {
    if (this.#mode === 'expected') {
      return this.graph.combine(
        'multiply',
        this.name(`${event.name}.rate`, at),
        this.formula(formula, at),
      );
    }
    const { list, each } = this.#amountOfEach(event, formula, at);
    return this.graph.eventSum(each, list);
  }

  /** An amount for each event of its list: 0 for those that are not of this kind. */
  #amountOfEach(
    event: EventDeclaration,
    formula: Formula,
    at: At,
  ): { readonly list: CellId; readonly each: CellId } {
    const { list, occurs } = this.#occurrence(event, at);
    if (this.graph.constantOf(list) === 0 || this.graph.constantOf(occurs) === 0)
      return { list, each: this.graph.constant(0) };
    const outer = this.#event;
    this.#event = { event, list, placed: new PlacedCells(this.#source.years) };
    try {
      return { list, each: this.graph.combine('multiply', this.formula(formula, at), occurs) };
    } finally {
      this.#event = outer;
    }
  }

  /** The uniform draws, one a trial, that an uncertain input and its multiplier are made from. */
  drawsOf(name: string): readonly CellId[] {
    const input = this.#source.scenario.inputs[name];
    const declaration = this.#source.declarations.get(name);
    if (input === undefined || declaration?.kind !== 'input' || declaration.perEvent) return [];
    const uncertain = [input, ...(input.later ?? [])].some(({ cells }) =>
      cells.some((row) => row.some((cell) => cell.kind === 'distribution')),
    );
    const multiplied = input.times?.kind === 'distribution';
    const own = () => this.#draw(name, false, { posture: 0, year: 0 });
    if (!uncertain) return multiplied ? [own()] : [];
    return multiplied ? [own(), this.graph.uniform(multiplierStream(name))] : [own()];
  }

  /** Inputs that an event draws for each of its occurrences, and their value for each, for a ledger. */
  eachDraw(name: string, at: At): readonly { readonly input: string; readonly each: CellId }[] {
    const event = this.#eventNamed(name);
    const { list, occurs } = this.#occurrence(event, at);
    if (this.graph.constantOf(list) === 0 || this.graph.constantOf(occurs) === 0) return [];
    this.#event = { event, list, placed: new PlacedCells(this.#source.years) };
    try {
      return this.#drawsOf(event)
        .filter((input) => input !== 'chance')
        .map((input) => ({
          input,
          each: this.graph.combine('multiply', this.name(input, at), occurs),
        }));
    } finally {
      this.#event = null;
    }
  }

  /** An amount such as `investigation.cost` for each single event, for a ledger; see `CellGraph` on lists. */
  eachAmount(name: string, at: At): CellId {
    const declaration = this.#source.declarations.get(name);
    if (declaration?.kind !== 'event-amount')
      throw new RangeError(`${name} is no amount of an event`);
    return this.#amountOfEach(this.#eventNamed(declaration.event), declaration.formula, at).each;
  }
}
