import type { Expression } from '../language/expression.ts';
import type { FactValue } from './fact.ts';

/** The value of an expression whose names have values; its types have been checked. */
export function evaluate(expression: Expression, valueOf: (name: string) => FactValue): FactValue {
  const inner = (each: Expression) => evaluate(each, valueOf);
  const number = (each: Expression | undefined): number => {
    const value = each === undefined ? NaN : inner(each);
    return typeof value === 'number' ? value : NaN;
  };
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value;
    case 'name':
      return valueOf(expression.name);
    case 'choose':
      return inner(expression.condition) === true
        ? inner(expression.ifTrue)
        : inner(expression.ifFalse);
    case 'call': {
      const values = expression.operands.map(number);
      if (expression.function === 'max') return Math.max(...values);
      if (expression.function === 'min') return Math.min(...values);
      if (expression.function === 'ceil') return Math.ceil(values[0] ?? NaN);
      if (expression.function === 'floor') return Math.floor(values[0] ?? NaN);
      throw new RangeError(`a rule cannot use ${expression.function}`);
    }
    case 'operation': {
      const [a, b] = expression.operands;
      switch (expression.operator) {
        case 'and':
          return expression.operands.every((each) => inner(each) === true);
        case 'or':
          return expression.operands.some((each) => inner(each) === true);
        case 'not':
          return a !== undefined && inner(a) !== true;
        case 'equal':
          return a !== undefined && b !== undefined && inner(a) === inner(b);
        case 'notEqual':
          return a !== undefined && b !== undefined && inner(a) !== inner(b);
        case 'less':
          return number(a) < number(b);
        case 'lessOrEqual':
          return number(a) <= number(b);
        case 'greater':
          return number(a) > number(b);
        case 'greaterOrEqual':
          return number(a) >= number(b);
        case 'add':
          return number(a) + number(b);
        case 'subtract':
          return number(a) - number(b);
        case 'multiply':
          return number(a) * number(b);
        case 'divide':
          return number(a) / number(b);
        case 'negate':
          return -number(a);
        case 'power':
          throw new RangeError('a rule cannot use ^');
      }
    }
  }
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
