import type { Expression } from '../language/expression.ts';
import { exp, log, pow } from '../numeric/elementary.ts';
import { called, combined, comparison, infix, literal, numberOf, yearNumber } from './live.ts';
import type { Live } from './live.ts';

/** A place on both axes, counted from 0. */
export interface LiveAt {
  readonly posture: number;
  readonly year: number;
}

/** What a formula needs from its sheet. */
export interface LiveContext {
  readonly postures: readonly string[];
  readonly years: number;
  /** What a name stands for at a place. */
  readonly name: (name: string, at: LiveAt) => Live;
  /** The sum over all years of something that varies over them: a row of its own, or one that is there. */
  readonly sumOverYears: (of: Expression, at: LiveAt, terms: readonly Live[]) => Live;
}

type Operation = Extract<Expression, { kind: 'operation' }>;
type Call = Extract<Expression, { kind: 'call' }>;

/** A formula of the model as one of a sheet, with what it comes to, at a posture and a year. */
export function liveExpression(expression: Expression, at: LiveAt, context: LiveContext): Live {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return literal(expression.value);
    case 'name':
      if (expression.name === 'year') return yearNumber(at.year);
      if (expression.name === 'posture') return literal(context.postures[at.posture] ?? '');
      return context.name(expression.name, at);
    case 'choose':
      return choose(expression, at, context);
    case 'operation':
      return operation(expression, at, context);
    case 'call':
      return call(expression, at, context);
  }
}

function choose(
  { condition, ifFalse, ifTrue }: Extract<Expression, { kind: 'choose' }>,
  at: LiveAt,
  context: LiveContext,
): Live {
  const test = liveExpression(condition, at, context);
  const holds = numberOf(test) !== 0;
  // What nobody can change need not be asked in the sheet.
  if (test.isFixed) return liveExpression(holds ? ifTrue : ifFalse, at, context);
  const [yes, no] = [ifTrue, ifFalse].map((branch) => liveExpression(branch, at, context));
  if (yes === undefined || no === undefined) throw new RangeError('a choice without branches');
  return {
    ...called('IF', [test, yes, no], numberOf(holds ? yes : no), test.isUncertain),
    value: holds ? yes.value : no.value,
  };
}

function operation({ operands, operator }: Operation, at: LiveAt, context: LiveContext): Live {
  const [left, right = literal(0)] = operands.map((each) => liveExpression(each, at, context));
  if (left === undefined) throw new RangeError('an operator without operands');
  const [a, b] = [numberOf(left), numberOf(right)];
  switch (operator) {
    case 'add':
      return isZero(left) ? right : isZero(right) ? left : infix('+', left, right, a + b);
    case 'subtract':
      return isZero(right) ? left : infix('-', left, right, a - b);
    case 'multiply':
      return isZero(left) || isZero(right) ? literal(0) : infix('*', left, right, a * b);
    case 'divide':
      return infix('/', left, right, a / b);
    case 'power':
      return infix('^', left, right, pow(a, b));
    case 'negate':
      return infix('-', literal(0), left, -a);
    case 'less':
      return comparison('<', left, right, a < b);
    case 'lessOrEqual':
      return comparison('<=', left, right, a <= b);
    case 'greater':
      return comparison('>', left, right, a > b);
    case 'greaterOrEqual':
      return comparison('>=', left, right, a >= b);
    case 'equal':
      return comparison('=', left, right, left.value === right.value);
    case 'notEqual':
      return comparison('<>', left, right, left.value !== right.value);
    case 'and':
      return truth('AND', [left, right], a !== 0 && b !== 0);
    case 'or':
      return truth('OR', [left, right], a !== 0 || b !== 0);
    case 'not':
      return truth('NOT', [left], a === 0);
  }
}

const isZero = (live: Live) => live.isFixed && live.value === 0;

function truth(name: string, parts: readonly Live[], holds: boolean): Live {
  return called(name, parts, holds ? 1 : 0);
}

function call(expression: Call, at: LiveAt, context: LiveContext): Live {
  const { axis, function: name, operands } = expression;
  const [operand, second] = operands;
  if (operand === undefined) throw new RangeError(`${name} without a value`);
  const value = (place: LiveAt = at) => liveExpression(operand, place, context);
  const years = Array.from({ length: context.years }, (_, year) => ({ ...at, year }));
  const one = (sheet: string, compute: (x: number) => number) => {
    const own = value();
    return called(sheet, [own], compute(numberOf(own)));
  };
  switch (name) {
    case 'abs':
      return one('ABS', Math.abs);
    case 'floor':
      return one('INT', Math.floor);
    case 'ceil': {
      const own = value();
      const up = -Math.floor(-numberOf(own));
      return combined(up, [own], 4, (address) => `(-INT(-(${own.write(address)})))`, true);
    }
    case 'round': {
      // The model rounds halves up, a sheet away from zero.
      const own = value();
      const raised = infix('+', own, literal(0.5), numberOf(own) + 0.5);
      return called('INT', [raised], Math.floor(numberOf(raised)));
    }
    case 'sqrt':
      return one('SQRT', Math.sqrt);
    case 'exp':
      return one('EXP', exp);
    case 'log':
      return one('LN', log);
    case 'min':
    case 'max': {
      const parts =
        axis === null
          ? operands.map((each) => liveExpression(each, at, context))
          : (axis === 'year' ? years : allPostures(at, context)).map(value);
      const pick = name === 'min' ? Math.min : Math.max;
      return called(name.toUpperCase(), parts, pick(...parts.map(numberOf)));
    }
    case 'sum':
      return axis === 'posture'
        ? total(allPostures(at, context).map(value))
        : context.sumOverYears(operand, at, years.map(value));
    case 'cumulative':
      return total(years.slice(0, at.year + 1).map(value));
    case 'at':
      return value(memberOf(expression, at, context));
    case 'previous':
      if (at.year > 0) return value({ ...at, year: at.year - 1 });
      if (second === undefined) throw new RangeError('previous without an initial value');
      return liveExpression(second, at, context);
    case 'discount':
      return discounted(literal(1), operand, at, context);
    case 'npv': {
      if (second === undefined) throw new RangeError('npv without a rate');
      return total(years.map((place) => discounted(value(place), second, place, context)));
    }
  }
}

/** An amount at the end of a year, seen from the start. */
function discounted(amount: Live, rate: Expression, at: LiveAt, context: LiveContext): Live {
  const own = liveExpression(rate, at, context);
  const growth = infix('+', literal(1), own, 1 + numberOf(own));
  const over = infix('^', growth, yearNumber(at.year), pow(numberOf(growth), at.year + 1));
  return infix('/', amount, over, numberOf(amount) / numberOf(over));
}

function total(parts: readonly Live[]): Live {
  return called(
    'SUM',
    parts,
    parts.reduce((sum, part) => sum + numberOf(part), 0),
    false,
  );
}

function allPostures(at: LiveAt, { postures }: LiveContext): readonly LiveAt[] {
  return postures.map((_, posture) => ({ ...at, posture }));
}

function memberOf({ axis, operands }: Call, at: LiveAt, { postures }: LiveContext): LiveAt {
  const [, member] = operands;
  if (axis === 'posture' && member?.kind === 'text')
    return { ...at, posture: postures.indexOf(member.value) };
  if (axis === 'year' && member?.kind === 'number') return { ...at, year: member.value - 1 };
  throw new RangeError('at without a member of its axis');
}
