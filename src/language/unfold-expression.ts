import { TooLargeError } from './cells.ts';
import type { CellGraph, CellId } from './cells.ts';
import type { Expression, Operator } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import type { Axis } from './names.ts';
import type { Arithmetic } from './operations.ts';
import type { PlacedCells } from './placed-cells.ts';
import { spanOf } from './span.ts';
import type { Named } from './type-rules.ts';

/** A place on the axes, both counted from 0. */
export interface At {
  readonly posture: number;
  readonly year: number;
}

/** What unfolding an expression needs from its surroundings. */
export interface UnfoldContext {
  readonly graph: CellGraph;
  readonly postures: readonly string[];
  readonly years: number;
  /** What was unfolded before in the same surroundings. */
  readonly placed: PlacedCells;
  /** Counts one expression at one place; throws TooLargeError where there have been too many. */
  step(): void;
  name(name: string, at: At): CellId;
  /** The word that an expression is at a place. */
  word(expression: Expression, at: At): string;
}

const arithmeticOf: Partial<Record<Operator, Arithmetic>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  power: 'power',
  less: 'less',
  lessOrEqual: 'lessOrEqual',
  and: 'and',
  or: 'or',
};

type Operation = Extract<Expression, { kind: 'operation' }>;
type Call = Extract<Expression, { kind: 'call' }>;

/** The cell of an expression, whose types have been checked, at a posture and a year. */
export function unfoldExpression(expression: Expression, at: At, context: UnfoldContext): CellId {
  const { graph } = context;
  context.step();
  switch (expression.kind) {
    case 'number':
      return graph.constant(expression.value);
    case 'text':
      throw new RangeError('a word where a number is needed');
    case 'name':
      return expression.name === 'year'
        ? graph.constant(at.year + 1)
        : named(expression, at, context);
    case 'choose': {
      const condition = unfoldExpression(expression.condition, at, context);
      const known = graph.constantOf(condition);
      // Only the branch that is taken is unfolded: a recurrence may stop itself so.
      if (known !== null)
        return unfoldExpression(known !== 0 ? expression.ifTrue : expression.ifFalse, at, context);
      return graph.choose(
        condition,
        unfoldExpression(expression.ifTrue, at, context),
        unfoldExpression(expression.ifFalse, at, context),
      );
    }
    case 'operation':
      return unfoldOperation(expression, at, context);
    case 'call':
      return looksElsewhere(expression)
        ? context.placed.cell(expression, ownPlace(expression, at), () =>
            unfoldCall(expression, at, context),
          )
        : unfoldCall(expression, at, context);
  }
}

/** The cell of a name; a fault of it that is of no other formula stands where the name does. */
function named(expression: Named, at: At, context: UnfoldContext): CellId {
  try {
    return context.name(expression.name, at);
  } catch (error) {
    // What is too large is not told of whichever formula happened to be the last straw.
    const own = error instanceof FormulaError && !(error instanceof TooLargeError);
    if (own && error.formula === null) error.span ??= spanOf(expression);
    throw error;
  }
}

/** Whether a function asks for its operand at other places than its own. */
function looksElsewhere({ axis, function: name }: Call): boolean {
  return axis !== null || name === 'cumulative' || name === 'previous' || name === 'npv';
}

/** Where a function is unfolded that looks along an axis: it is the same at every place of that axis. */
function ownPlace({ axis, function: name }: Call, at: At): At {
  if (axis === 'posture') return { ...at, posture: 0 };
  return axis === 'year' || name === 'npv' ? { ...at, year: 0 } : at;
}

function isWord(expression: Expression, context: UnfoldContext, at: At): boolean {
  if (expression.kind === 'text') return true;
  if (expression.kind !== 'name') return false;
  return expression.name === 'posture' || context.word(expression, at) !== '';
}

function unfoldOperation(expression: Operation, at: At, context: UnfoldContext): CellId {
  const { graph } = context;
  const [left, right] = expression.operands;
  if (left === undefined) throw new RangeError('an operator without operands');
  const unfold = (operand: Expression | undefined): CellId => {
    if (operand === undefined) throw new RangeError('an operand is missing');
    return unfoldExpression(operand, at, context);
  };
  switch (expression.operator) {
    case 'negate':
      return graph.apply('negate', unfold(left));
    case 'not':
      return graph.apply('not', unfold(left));
    case 'equal':
    case 'notEqual': {
      const same =
        right !== undefined && (isWord(left, context, at) || isWord(right, context, at))
          ? graph.constant(context.word(left, at) === context.word(right, at) ? 1 : 0)
          : graph.combine('equal', unfold(left), unfold(right));
      return expression.operator === 'equal' ? same : graph.apply('not', same);
    }
    case 'greater':
      return graph.combine('less', unfold(right), unfold(left));
    case 'greaterOrEqual':
      return graph.combine('lessOrEqual', unfold(right), unfold(left));
    default: {
      const arithmetic = arithmeticOf[expression.operator];
      if (arithmetic === undefined)
        throw new RangeError(`unknown operator: ${expression.operator}`);
      return graph.combine(arithmetic, unfold(left), unfold(right));
    }
  }
}

function unfoldCall(call: Call, at: At, context: UnfoldContext): CellId {
  const { graph } = context;
  const [operand, second] = call.operands;
  if (operand === undefined) throw new RangeError(`${call.function} without a value`);
  const unfold = (place: At): CellId => unfoldExpression(operand, place, context);
  const value = (place: At = at): CellId => {
    if (!looksElsewhere(call)) return unfold(place);
    context.step();
    return context.placed.cell(operand, place, () => unfold(place));
  };
  switch (call.function) {
    case 'abs':
      return graph.apply('absolute', value());
    case 'floor':
      return graph.apply('floor', value());
    case 'ceil':
      return graph.apply('ceil', value());
    case 'round':
      return graph.apply('round', value());
    case 'sqrt':
      return graph.apply('squareRoot', value());
    case 'exp':
      return graph.apply('exponential', value());
    case 'log':
      return graph.apply('logarithm', value());
    case 'min':
    case 'max': {
      const op = call.function === 'min' ? 'minimum' : 'maximum';
      const cells =
        call.axis === null
          ? call.operands.map((each) => unfoldExpression(each, at, context))
          : along(call.axis, at, context).map(value);
      return cells.reduce((a, b) => graph.combine(op, a, b));
    }
    case 'sum':
      return total(along(call.axis ?? 'year', at, context).map(value), graph);
    case 'at':
      return value(memberOf(call, at, context));
    case 'cumulative':
      return unfoldCumulative(call, at, value, context);
    case 'previous':
      if (at.year > 0) return value({ ...at, year: at.year - 1 });
      if (second === undefined) throw new RangeError('previous without an initial value');
      return unfoldExpression(second, at, context);
    case 'discount':
      return discountFactor(operand, at, context);
    case 'npv': {
      if (second === undefined) throw new RangeError('npv without a rate');
      const terms = along('year', at, context).map((place) =>
        graph.combine('multiply', value(place), discountFactor(second, place, context)),
      );
      return total(terms, graph);
    }
  }
}

/** The total up to a year is that up to the year before, where it is known, and one term more. */
function unfoldCumulative(
  call: Call,
  at: At,
  value: (place: At) => CellId,
  { graph, placed }: UnfoldContext,
): CellId {
  const before = at.year === 0 ? undefined : placed.known(call, { ...at, year: at.year - 1 });
  if (before !== undefined) return graph.combine('add', before, value(at));
  const places = Array.from({ length: at.year + 1 }, (_, year) => ({ ...at, year }));
  const terms = places.map(value);
  let sum = graph.constant(0);
  for (const [year, term] of terms.entries()) {
    sum = graph.combine('add', sum, term);
    placed.keep(call, { ...at, year }, sum);
  }
  return sum;
}

/** 1 / (1 + rate)^year: an amount at the end of that year, seen from the start. */
function discountFactor(rate: Expression, at: At, context: UnfoldContext): CellId {
  const { graph } = context;
  const growth = graph.combine('add', graph.constant(1), unfoldExpression(rate, at, context));
  return graph.combine('power', growth, graph.constant(-(at.year + 1)));
}

function total(cells: readonly CellId[], graph: CellGraph): CellId {
  return cells.reduce((a, b) => graph.combine('add', a, b), graph.constant(0));
}

function along(axis: Axis, at: At, context: UnfoldContext): readonly At[] {
  return axis === 'posture'
    ? context.postures.map((_, posture) => ({ ...at, posture }))
    : Array.from({ length: context.years }, (_, year) => ({ ...at, year }));
}

function memberOf(call: Call, at: At, context: UnfoldContext): At {
  const member = call.operands[1];
  if (call.axis === 'posture' && member?.kind === 'text') {
    return { ...at, posture: context.postures.indexOf(member.value) };
  }
  if (call.axis === 'year' && member?.kind === 'number') return { ...at, year: member.value - 1 };
  throw new RangeError('at without a member of its axis');
}
