import type { Expression, Operator } from '../language/expression.ts';
import { asksOf, between, both, either, endsOf, isOpen, not, oneOf, open } from './fact.ts';
import type { FactValue } from './fact.ts';

/**
 * The value of an expression whose names have values; its types have been checked. Conditions have
 * three values (Kleene's strong logic): true, false, and not known where an answer is lacking that
 * could change the outcome. Numbers that are not known are reckoned with by their ends, so that
 * `max(people, 2000000) >= 1000000` holds however many `people` there are.
 */
export function evaluate(expression: Expression, valueOf: (name: string) => FactValue): FactValue {
  const inner = (each: Expression) => evaluate(each, valueOf);
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value;
    case 'name':
      return valueOf(expression.name);
    case 'choose': {
      const condition = inner(expression.condition);
      if (!isOpen(condition))
        return inner(condition === true ? expression.ifTrue : expression.ifFalse);
      return oneOf([inner(expression.ifTrue), inner(expression.ifFalse)], condition.open);
    }
    case 'call': {
      const values = expression.operands.map(inner);
      const make = callables[expression.function];
      if (make === undefined) throw new RangeError(`a rule cannot use ${expression.function}`);
      return monotone(values, make);
    }
    case 'operation':
      return operate(expression.operator, expression.operands.map(inner));
  }
}

/** Functions that never fall as an operand grows, so that their ends come from the ends of theirs. */
const callables: Readonly<Record<string, (...values: readonly number[]) => number>> = {
  max: Math.max,
  min: Math.min,
  ceil: (value = NaN) => Math.ceil(value),
  floor: (value = NaN) => Math.floor(value),
};

function operate(operator: Operator, values: readonly FactValue[]): FactValue {
  const [a = NaN, b = NaN] = values;
  switch (operator) {
    case 'and':
      return both(values);
    case 'or':
      return either(values);
    case 'not':
      return not(a);
    case 'equal':
      return same(a, b);
    case 'notEqual':
      return not(same(a, b));
    case 'less':
      return isLess(a, b, false);
    case 'lessOrEqual':
      return isLess(a, b, true);
    case 'greater':
      return isLess(b, a, false);
    case 'greaterOrEqual':
      return isLess(b, a, true);
    case 'add':
      return monotone(values, (one = NaN, other = NaN) => one + other);
    case 'subtract':
      return atCorners(a, b, (one, other) => one - other);
    case 'multiply':
      return atCorners(a, b, product);
    case 'divide': {
      const [low, high] = endsOf(b);
      const asks = asksOf(a, b);
      // Where the divisor may be nothing, the quotient may be anything.
      return asks.length > 0 && low <= 0 && high >= 0
        ? between(-Infinity, Infinity, asks)
        : atCorners(a, b, (one, other) => one / other);
    }
    case 'negate': {
      const [low, high] = endsOf(a);
      return between(-high, -low, asksOf(a));
    }
    case 'power':
      throw new RangeError('a rule cannot use ^');
  }
}

function same(a: FactValue, b: FactValue): FactValue {
  if (!isOpen(a) && !isOpen(b)) return a === b;
  const [lowA, highA] = endsOf(a);
  const [lowB, highB] = endsOf(b);
  return highA < lowB || highB < lowA ? false : open(...asksOf(a, b));
}

function isLess(a: FactValue, b: FactValue, orEqual: boolean): FactValue {
  const [lowA, highA] = endsOf(a);
  const [lowB, highB] = endsOf(b);
  if (orEqual ? highA <= lowB : highA < lowB) return true;
  const impossible = orEqual ? lowA > highB : lowA >= highB;
  const asks = asksOf(a, b);
  return impossible || asks.length === 0 ? false : open(...asks);
}

function monotone(
  values: readonly FactValue[],
  make: (...values: readonly number[]) => number,
): FactValue {
  const ends = values.map(endsOf);
  return between(
    make(...ends.map(([low]) => low)),
    make(...ends.map(([, high]) => high)),
    asksOf(...values),
  );
}

/** For an operation of two numbers whose extremes lie at their ends. */
function atCorners(
  a: FactValue,
  b: FactValue,
  make: (one: number, other: number) => number,
): FactValue {
  const all = endsOf(a).flatMap((one) => endsOf(b).map((other) => make(one, other)));
  return between(Math.min(...all), Math.max(...all), asksOf(a, b));
}

/** Nothing times however many is nothing, also where nothing bounds how many. */
function product(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

/** The names in an expression, each once, in the order in which they stand. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'choose':
      return unique([
        ...namesIn(expression.condition),
        ...namesIn(expression.ifTrue),
        ...namesIn(expression.ifFalse),
      ]);
    case 'call':
    case 'operation':
      return unique(expression.operands.flatMap(namesIn));
    default:
      return [];
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
