import { nearest } from '../schema/near-miss.ts';
import { formatExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './parse-formula.ts';
import { broadcast, literalNumber, literalText } from './type.ts';
import type { ValueType } from './type.ts';
import { formatUnit, isDimensionless, multiplyUnits, sameUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** What an expression's surroundings know. */
export interface TypeContext {
  readonly postures: readonly string[];
  readonly years: number;
  /** Type of a named value; throws FormulaError for an unknown name. */
  name(name: string): ValueType;
  /** The words that a name may be, where it is a choice or `posture`. */
  choicesOf(name: string): readonly string[] | null;
  offsetOf(name: string): number;
  /** Visits what stands inside `previous`. */
  oneYearBack(visit: () => ValueType): ValueType;
}

type Call = Extract<Expression, { kind: 'call' }>;
type Operation = Extract<Expression, { kind: 'operation' }>;

/** Unit, axes and certainty of an expression. Throws FormulaError where it makes no sense. */
export function typeOfExpression(expression: Expression, context: TypeContext): ValueType {
  switch (expression.kind) {
    case 'number':
      return literalNumber(expression.value);
    case 'text':
      return literalText;
    case 'name':
      if (expression.name === 'year') return { ...literalNumber(1), year: true };
      if (expression.name === 'posture') return { ...literalText, posture: true };
      return context.name(expression.name);
    case 'choose':
      return typeOfChoice(expression, context);
    case 'operation':
      return typeOfOperation(expression, context);
    case 'call':
      return typeOfCall(expression, context);
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

/** The one unit of several values, or a FormulaError such as "adds HKD to 1/year". */
function commonUnit(
  types: readonly ValueType[],
  expressions: readonly Expression[],
  verb: string,
  joint: string,
  literalsFit: boolean,
): Unit | null {
  let unit: Unit | null = null;
  for (const [index, type] of types.entries()) {
    const expression = expressions[index];
    if (type.unit === null || (literalsFit && expression !== undefined && isLiteral(expression)))
      continue;
    if (unit === null) unit = type.unit;
    else if (!sameUnit(unit, type.unit)) {
      const whole = expressions
        .map(formatExpression)
        .join(verb === 'adds' ? ' + ' : verb === 'subtracts' ? ' - ' : ` ${joint} `);
      const [from, to] = verb === 'subtracts' ? [type.unit, unit] : [unit, type.unit];
      throw new FormulaError(`${verb} ${formatUnit(from)} ${joint} ${formatUnit(to)}: ${whole}`);
    }
  }
  if (unit === null && types.some((type) => type.unit !== null)) return {};
  return unit;
}

function isLiteral(expression: Expression): boolean {
  if (expression.kind === 'number') return true;
  return (
    expression.kind === 'operation' &&
    expression.operator === 'negate' &&
    expression.operands.every(isLiteral)
  );
}

function numberOnly(type: ValueType, expression: Expression): ValueType {
  if (type.value === 'number') return type;
  const found = type.value === 'text' ? 'a word' : 'yes or no';
  const hint = type.value === 'boolean' ? '; write (condition) ? a : b to make a number of it' : '';
  throw new FormulaError(
    `cannot compute with ${formatExpression(expression)}: it is ${found}${hint}`,
  );
}

function plainNumberOnly(type: ValueType, expression: Expression, what: string): void {
  numberOnly(type, expression);
  if (type.unit !== null && !isDimensionless(type.unit)) {
    throw new FormulaError(
      `${what} must be a plain number; ${formatExpression(expression)} is in ${formatUnit(type.unit)}`,
    );
  }
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
      return number(multiplyUnits(first.unit ?? {}, second?.unit ?? {}));
    case 'divide':
      if (right?.kind === 'number' && right.value === 0)
        throw new FormulaError(`divides by zero: ${formatExpression(expression)}`);
      return number(multiplyUnits(first.unit ?? {}, second?.unit ?? {}, -1));
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
    if (words !== null && !words.includes(word.value))
      throw unknownWord(word.value, name.name, words, context);
  }
}

function unknownWord(
  word: string,
  of: string,
  words: readonly string[],
  context: TypeContext,
): FormulaError {
  const near = nearest(word, words);
  const hint =
    near === null
      ? `it may be ${words.map((known) => JSON.stringify(known)).join(', ')}`
      : `did you mean ${JSON.stringify(near)}?`;
  return new FormulaError(
    `${JSON.stringify(word.slice(0, 40))} is never a ${of === 'posture' ? 'posture of this scenario' : `value of ${of}`}: ${hint}`,
    context.offsetOf(of),
  );
}

function typeOfCall(call: Call, context: TypeContext): ValueType {
  if (call.function === 'previous') return typeOfPrevious(call, context);
  const types = call.operands.map((operand) => typeOfExpression(operand, context));
  const [first, second] = types;
  const [operand, next] = call.operands;
  if (first === undefined || operand === undefined)
    throw new FormulaError(`${call.function} has no value`);
  const shape = broadcast(types);
  const needsYear = (what: string) => {
    if (!first.year)
      throw new FormulaError(
        `${what} runs over the years, but ${formatExpression(operand)} is the same in every year`,
      );
  };
  switch (call.function) {
    case 'abs':
    case 'floor':
    case 'ceil':
    case 'round':
      return { ...numberOnly(first, operand) };
    case 'sqrt': {
      numberOnly(first, operand);
      const unit =
        first.unit === null
          ? null
          : Object.fromEntries(
              Object.entries(first.unit).map(([name, power]) => [name, power / 2]),
            );
      return { ...first, unit };
    }
    case 'exp':
    case 'log':
      plainNumberOnly(first, operand, `the value of ${call.function}`);
      return { ...first, unit: {} };
    case 'min':
    case 'max':
    case 'sum':
    case 'at':
      return typeOfAxisCall(call, types, context);
    case 'cumulative':
      numberOnly(first, operand);
      return { ...first, unit: overYears(first.unit), year: true };
    case 'discount':
      plainNumberOnly(first, operand, 'a discount rate');
      if (first.year) throw new FormulaError('a discount rate must be the same in every year');
      return { ...first, unit: {}, year: true };
    case 'npv':
      numberOnly(first, operand);
      needsYear('npv');
      if (second !== undefined && next !== undefined) {
        plainNumberOnly(second, next, 'a discount rate');
        if (second.year) throw new FormulaError('a discount rate must be the same in every year');
      }
      return { value: 'number', unit: overYears(first.unit), ...shape, year: false };
  }
}

function typeOfPrevious(call: Call, context: TypeContext): ValueType {
  const [operand, initial] = call.operands;
  if (operand === undefined || initial === undefined)
    throw new FormulaError('previous needs a value and an initial value');
  const types = [
    context.oneYearBack(() => typeOfExpression(operand, context)),
    typeOfExpression(initial, context),
  ];
  numberOnly(types[0] ?? literalNumber(1), operand);
  numberOnly(types[1] ?? literalNumber(1), initial);
  const unit = commonUnit(types, call.operands, 'goes from', 'to', false);
  return { value: 'number', unit, ...broadcast(types), year: true };
}

function typeOfAxisCall(call: Call, types: readonly ValueType[], context: TypeContext): ValueType {
  const shape = broadcast(types);
  const [first] = types;
  const [operand, member] = call.operands;
  if (first === undefined || operand === undefined)
    throw new FormulaError(`${call.function} has no value`);
  if (call.axis === null) {
    for (const [index, type] of types.entries()) numberOnly(type, call.operands[index] ?? operand);
    return {
      value: 'number',
      unit: commonUnit(types, call.operands, `takes the ${call.function} of`, 'and', true),
      ...shape,
    };
  }
  if (!first[call.axis]) {
    throw new FormulaError(
      `${call.function} runs over ${call.axis}, but ${formatExpression(operand)} does not vary by ${call.axis}`,
    );
  }
  if (call.function === 'at') {
    checkMember(call.axis, member, context);
    return { ...first, [call.axis]: false };
  }
  numberOnly(first, operand);
  const unit = call.function === 'sum' && call.axis === 'year' ? overYears(first.unit) : first.unit;
  return { ...first, unit, [call.axis]: false };
}

function checkMember(
  axis: 'posture' | 'year',
  member: Expression | undefined,
  context: TypeContext,
): void {
  if (axis === 'posture') {
    if (member?.kind !== 'text')
      throw new FormulaError(
        'at(x, posture, ...) needs the name of a posture in quotes, such as "dual"',
      );
    if (!context.postures.includes(member.value))
      throw unknownWord(member.value, 'posture', context.postures, context);
    return;
  }
  if (
    member?.kind !== 'number' ||
    !Number.isInteger(member.value) ||
    member.value < 1 ||
    member.value > context.years
  ) {
    throw new FormulaError(`at(x, year, ...) needs a year between 1 and ${context.years}`);
  }
}

/** Adding up years turns a yearly amount into an amount; a one-off amount stays what it is. */
function overYears(unit: Unit | null): Unit | null {
  return unit !== null && 'year' in unit ? multiplyUnits(unit, { year: 1 }) : unit;
}
