import { nearest } from '../schema/near-miss.ts';
import { formatExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { spanOf } from './span.ts';
import type { ValueType } from './type.ts';
import { formatUnit, isDimensionless, sameUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** A name where it stands. */
export type Named = Extract<Expression, { kind: 'name' }>;

/** What an expression's surroundings know. */
export interface TypeContext {
  readonly postures: readonly string[];
  readonly years: number;
  /** Type of a named value; throws FormulaError for an unknown name. */
  name(named: Named): ValueType;
  /** The words that a name may be, where it is a choice or `posture`. */
  choicesOf(name: string): readonly string[] | null;
  /** Visits what stands inside `previous`. */
  oneYearBack(visit: () => ValueType): ValueType;
}

/** The one unit of several values, or a FormulaError such as "adds HKD to 1/year". */
export function commonUnit(
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
      throw new FormulaError(
        `${verb} ${formatUnit(from)} ${joint} ${formatUnit(to)}: ${whole}`,
        expression === undefined ? null : spanOf(expression),
      );
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

export function numberOnly(type: ValueType, expression: Expression): ValueType {
  if (type.value === 'number') return type;
  const found = type.value === 'text' ? 'a word' : 'yes or no';
  const hint = type.value === 'boolean' ? '; write (condition) ? a : b to make a number of it' : '';
  throw new FormulaError(
    `cannot compute with ${formatExpression(expression)}: it is ${found}${hint}`,
    spanOf(expression),
  );
}

export function plainNumberOnly(type: ValueType, expression: Expression, what: string): void {
  numberOnly(type, expression);
  if (type.unit !== null && !isDimensionless(type.unit)) {
    throw new FormulaError(
      `${what} must be a plain number; ${formatExpression(expression)} is in ${formatUnit(type.unit)}`,
      spanOf(expression),
    );
  }
}

export function unknownWord(
  said: Extract<Expression, { kind: 'text' }>,
  of: string,
  words: readonly string[],
): FormulaError {
  const near = nearest(said.value, words);
  const hint =
    near === null
      ? `it may be ${words.map((known) => JSON.stringify(known)).join(', ')}`
      : `did you mean ${JSON.stringify(near)}?`;
  return new FormulaError(
    `${JSON.stringify(said.value.slice(0, 40))} is never a ${of === 'posture' ? 'posture of this scenario' : `value of ${of}`}: ${hint}`,
    spanOf(said),
  );
}
