import { formatExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { spanOf } from './span.ts';
import { typeOfCall } from './type-of-call.ts';
import { commonUnit, numberOnly, plainNumberOnly, unknownWord } from './type-rules.ts';
import type { TypeContext } from './type-rules.ts';
import { broadcast, literalNumber, literalText } from './type.ts';
import type { ValueType } from './type.ts';
import { formatUnit, isDimensionless, multiplyUnits } from './unit.ts';
import type { Unit } from './unit.ts';

type Operation = Extract<Expression, { kind: 'operation' }>;

/**
 * Unit, axes and certainty of an expression. Throws FormulaError where it makes no sense, with the
 * place of the smallest part that does not.
 */
export function typeOfExpression(expression: Expression, context: TypeContext): ValueType {
  try {
    return typeOf(expression, context);
  } catch (error) {
    if (error instanceof FormulaError) error.span ??= spanOf(expression);
    throw error;
  }
}

function typeOf(expression: Expression, context: TypeContext): ValueType {
  switch (expression.kind) {
    case 'number':
      return literalNumber(expression.value);
    case 'text':
      return literalText;
    case 'name':
      if (expression.name === 'year') return { ...literalNumber(1), year: true };
      if (expression.name === 'posture') return { ...literalText, posture: true };
      return context.name(expression);
    case 'choose':
      return typeOfChoice(expression, context);
    case 'operation':
      return typeOfOperation(expression, context);
    case 'call':
      return typeOfCall(expression, context, (operand) => typeOfExpression(operand, context));
  }
}

function typeOfChoice(
  expression: Extract<Expression, { kind: 'choose' }>,
  context: TypeContext,
): ValueType {
  const condition = typeOfExpression(expression.condition, context);
  if (condition.value !== 'boolean') {
    throw new FormulaError(
      `what stands before ? must be a condition such as x > 0; ${formatExpression(expression.condition)} is not`,
      spanOf(expression.condition),
    );
  }
  const branches = [
    typeOfExpression(expression.ifTrue, context),
    typeOfExpression(expression.ifFalse, context),
  ];
  const [first, second] = branches;
  if (first?.value !== second?.value)
    throw new FormulaError(
      `both sides of : must be of one kind in ${formatExpression(expression)}`,
    );
  const unit = commonUnit(
    branches,
    [expression.ifTrue, expression.ifFalse],
    'chooses between',
    'and',
    false,
  );
  return { value: first?.value ?? 'number', unit, ...broadcast([condition, ...branches]) };
}

function typeOfOperation(expression: Operation, context: TypeContext): ValueType {
  const { operator, operands } = expression;
  const types = operands.map((operand) => typeOfExpression(operand, context));
  const shape = broadcast(types);
  const number = (unit: Unit | null): ValueType => ({ value: 'number', unit, ...shape });
  const yesOrNo: ValueType = { value: 'boolean', unit: {}, ...shape };
  const [first, second] = types;
  const [left, right] = operands;
  if (first === undefined || left === undefined)
    throw new FormulaError('an operator without operands');

  if (operator === 'and' || operator === 'or' || operator === 'not') {
    for (const [index, type] of types.entries()) {
      const operand = operands[index];
      if (type.value !== 'boolean' && operand !== undefined) {
        throw new FormulaError(
          `"${operator}" joins conditions; ${formatExpression(operand)} is not one`,
          spanOf(operand),
        );
      }
    }
    return yesOrNo;
  }
  if (
    (operator === 'equal' || operator === 'notEqual') &&
    types.some((type) => type.value === 'text')
  ) {
    if (types.some((type) => type.value !== 'text')) {
      throw new FormulaError(`compares a word with a number: ${formatExpression(expression)}`);
    }
    if (left !== undefined && right !== undefined) checkWords(left, right, context);
    return yesOrNo;
  }
  for (const [index, type] of types.entries()) {
    const operand = operands[index];
    if (operand !== undefined) numberOnly(type, operand);
  }
  switch (operator) {
    case 'add':
      return number(commonUnit(types, operands, 'adds', 'to', false));
    case 'subtract':
      return number(commonUnit(types, operands, 'subtracts', 'from', false));
    case 'multiply':
      return number(productUnit(first, second, 1));
    case 'divide':
      if (right?.kind === 'number' && right.value === 0)
        throw new FormulaError(`divides by zero: ${formatExpression(expression)}`, spanOf(right));
      return number(productUnit(first, second, -1));
    case 'negate':
      return number(first.unit);
    case 'power':
      return number(powerUnit(expression, first, second));
    default:
      commonUnit(types, operands, 'compares', 'with', true);
      return yesOrNo;
  }
}

function powerUnit(
  expression: Operation,
  base: ValueType,
  exponent: ValueType | undefined,
): Unit | null {
  const [left, right] = expression.operands;
  if (left === undefined || right === undefined || exponent === undefined) return {};
  plainNumberOnly(exponent, right, 'an exponent');
  if (base.unit === null || isDimensionless(base.unit)) return {};
  if (right.kind === 'number' && Number.isInteger(right.value * 2)) {
    const power = right.value;
    const units = Object.entries(base.unit).map(
      ([name, exponentOfUnit]) => [name, exponentOfUnit * power] as const,
    );
    return Object.fromEntries(units.filter(([, value]) => value !== 0));
  }
  throw new FormulaError(
    `raises ${formatUnit(base.unit)} to a power that is not a fixed number: ${formatExpression(expression)}`,
  );
}

/** A misspelt posture or choice in a comparison is a fault, not "never equal". */
function checkWords(left: Expression, right: Expression, context: TypeContext): void {
  for (const [name, word] of [
    [left, right],
    [right, left],
  ] as const) {
    if (name.kind !== 'name' || word.kind !== 'text') continue;
    const words = context.choicesOf(name.name);
    if (words !== null && !words.includes(word.value)) throw unknownWord(word, name.name, words);
  }
}

/** What fits any unit still does after being multiplied. */
function productUnit(first: ValueType, second: ValueType | undefined, power: 1 | -1): Unit | null {
  if (first.unit === null || second === undefined || second.unit === null) return null;
  return multiplyUnits(first.unit, second.unit, power);
}
