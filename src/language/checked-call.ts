import { nearest } from '../schema/near-miss.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { axisNames, functionForms, functionNames, isAxis, isFunctionName } from './names.ts';
import type { FunctionName } from './names.ts';
import { spanOf } from './span.ts';
import type { Span } from './span.ts';

const operandCounts: Partial<Record<FunctionName, number>> = {
  abs: 1,
  floor: 1,
  ceil: 1,
  round: 1,
  sqrt: 1,
  exp: 1,
  log: 1,
  cumulative: 1,
  discount: 1,
  previous: 2,
  npv: 2,
};

/**
 * A call of a function as it was written; `axisMayBe`: whether the second value can be an axis.
 * Throws FormulaError unless the function takes just that.
 */
export function checkedCall(
  name: string,
  given: readonly Expression[],
  axisMayBe: boolean,
  at: Span,
): Expression {
  if (!isFunctionName(name)) {
    const near = nearest(name, functionNames);
    const hint =
      near === null
        ? `There are ${functionNames.join(', ')}.`
        : `Did you mean ${functionForms[near as FunctionName]}?`;
    const what = name.includes('.') ? 'of that form' : `"${name.slice(0, 40)}"`;
    throw new FormulaError(`there is no function ${what}. ${hint}`, at);
  }
  const [, second] = given;
  const axisName = axisMayBe && second?.kind === 'name' ? second.name : '';
  const axis = isAxis(axisName) && ['sum', 'min', 'max', 'at'].includes(name) ? axisName : null;
  const operands = axis === null ? given : given.filter((_, index) => index !== 1);
  const needed = operandCounts[name] ?? (name === 'at' ? 2 : axis === null ? null : 1);
  if ((name === 'sum' || name === 'at') && axis === null) {
    throw new FormulaError(
      `${name} needs the axis that it runs over: ${functionForms[name]}; the axes are ${axisNames.join(' and ')}`,
      at,
    );
  }
  if (axis !== null && name !== 'at' && operands.length > 1) {
    const all = axis === 'year' ? 'years' : 'postures';
    const number =
      axis === 'year'
        ? `. For the number of the year, set it in brackets: ${name}(x, (year), ...)`
        : '';
    throw new FormulaError(
      `"${axis}" as the second value of ${name} means over all ${all}: ${name}(x, ${axis})${number}`,
      second === undefined ? at : (spanOf(second) ?? at),
    );
  }
  if (
    (needed !== null && operands.length !== needed) ||
    operands.length === 0 ||
    (needed === null && operands.length < 2)
  ) {
    throw new FormulaError(
      `${name} is written ${functionForms[name]}; ${given.length} value${given.length === 1 ? ' is' : 's are'} given`,
      at,
    );
  }
  return { kind: 'call', function: name, operands, axis };
}
