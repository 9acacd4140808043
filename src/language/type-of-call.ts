import { formatExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { spanOf } from './span.ts';
import { broadcast, literalNumber } from './type.ts';
import type { ValueType } from './type.ts';
import { commonUnit, numberOnly, plainNumberOnly, unknownWord } from './type-rules.ts';
import type { TypeContext } from './type-rules.ts';
import { multiplyUnits } from './unit.ts';
import type { Unit } from './unit.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** Unit, axes and certainty of a function's value. Throws FormulaError where it makes no sense. */
export function typeOfCall(
  call: Call,
  context: TypeContext,
  typeOf: (expression: Expression) => ValueType,
): ValueType {
  if (call.function === 'previous') return typeOfPrevious(call, context, typeOf);
  const types = call.operands.map((operand) => typeOf(operand));
  const [first, second] = types;
  const [operand, next] = call.operands;
  if (first === undefined || operand === undefined)
    throw new FormulaError(`${call.function} has no value`);
  const shape = broadcast(types);
  const needsYear = (what: string) => {
    if (!first.year)
      throw new FormulaError(
        `${what} runs over the years, but ${formatExpression(operand)} is the same in every year`,
        spanOf(operand),
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
      checkRate(first, operand);
      return { ...first, unit: {}, year: true };
    case 'npv':
      numberOnly(first, operand);
      needsYear('npv');
      if (second !== undefined && next !== undefined) {
        checkRate(second, next);
      }
      return { value: 'number', unit: overYears(first.unit), ...shape, year: false };
  }
}

function checkRate(rate: ValueType, expression: Expression): void {
  plainNumberOnly(rate, expression, 'a discount rate');
  if (rate.year)
    throw new FormulaError('a discount rate must be the same in every year', spanOf(expression));
}

function typeOfPrevious(
  call: Call,
  context: TypeContext,
  typeOf: (expression: Expression) => ValueType,
): ValueType {
  const [operand, initial] = call.operands;
  if (operand === undefined || initial === undefined)
    throw new FormulaError('previous needs a value and an initial value');
  const types = [context.oneYearBack(() => typeOf(operand)), typeOf(initial)];
  numberOnly(types[0] ?? literalNumber(1), operand);
  numberOnly(types[1] ?? literalNumber(1), initial);
  const unit = commonUnit(types, call.operands, 'goes from', 'to', true);
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
    const number =
      call.axis === 'year' && (call.function === 'min' || call.function === 'max')
        ? `; for the number of the year, set it in brackets: ${call.function}(x, (year))`
        : '';
    throw new FormulaError(
      `${call.function} runs over ${call.axis}, but ${formatExpression(operand)} does not vary by ${call.axis}${number}`,
      spanOf(operand),
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
        'at(x, posture, ...) needs the name of a posture in quotes, such as "all-laws"',
        member === undefined ? null : spanOf(member),
      );
    if (!context.postures.includes(member.value))
      throw unknownWord(member, 'posture', context.postures);
    return;
  }
  if (
    member?.kind !== 'number' ||
    !Number.isInteger(member.value) ||
    member.value < 1 ||
    member.value > context.years
  ) {
    throw new FormulaError(
      `at(x, year, ...) needs a year between 1 and ${context.years}`,
      member === undefined ? null : spanOf(member),
    );
  }
}

/** Adding up years turns a yearly amount into an amount; a one-off amount stays what it is. */
function overYears(unit: Unit | null): Unit | null {
  return unit !== null && 'year' in unit ? multiplyUnits(unit, { year: 1 }) : unit;
}
