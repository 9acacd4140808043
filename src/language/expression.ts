import type { Axis, FunctionName } from './names.ts';

export const operators = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'negate',
  'less',
  'lessOrEqual',
  'greater',
  'greaterOrEqual',
  'equal',
  'notEqual',
  'and',
  'or',
  'not',
] as const;
export type Operator = (typeof operators)[number];

/** A formula as read: only computing, nothing else can be said. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** `auditCost`, or `remediation.count` with its dot. */
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly operands: readonly Expression[];
    }
  | {
      readonly kind: 'choose';
      readonly condition: Expression;
      readonly ifTrue: Expression;
      readonly ifFalse: Expression;
    }
  | {
      readonly kind: 'call';
      readonly function: FunctionName;
      readonly operands: readonly Expression[];
      /** The axis of `sum(x, year)`, `min(x, posture)`, `at(x, posture, "all-laws")`. */
      readonly axis: Axis | null;
    };

const signs: Record<Operator, string> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  power: '^',
  negate: '-',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
  equal: '==',
  notEqual: '!=',
  and: 'and',
  or: 'or',
  not: 'not',
};

/** What an expression is made of, in the order of its text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'choose':
      return [expression.condition, expression.ifTrue, expression.ifFalse];
    case 'operation':
    case 'call':
      return expression.operands;
    default:
      return [];
  }
}

/** The expression as a formula again, for messages; at most 60 characters. */
export function formatExpression(expression: Expression): string {
  const text = write(expression, 0);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function write(expression: Expression, depth: number): string {
  if (depth > 8) return '...';
  const inner = (operand: Expression) =>
    operand.kind === 'operation' || operand.kind === 'choose'
      ? `(${write(operand, depth + 1)})`
      : write(operand, depth + 1);
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'name':
      return expression.name;
    case 'choose':
      return `${inner(expression.condition)} ? ${inner(expression.ifTrue)} : ${inner(expression.ifFalse)}`;
    case 'call': {
      const operands = expression.operands.map((operand) => write(operand, depth + 1));
      if (expression.axis !== null) operands.splice(1, 0, expression.axis);
      return `${expression.function}(${operands.join(', ')})`;
    }
    case 'operation': {
      const sign = signs[expression.operator];
      const [first, second] = expression.operands;
      if (first === undefined) return sign;
      if (second === undefined) return `${sign}${sign === 'not' ? ' ' : ''}${inner(first)}`;
      return `${inner(first)} ${sign} ${inner(second)}`;
    }
  }
}
