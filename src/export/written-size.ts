import type { Expression } from '../language/expression.ts';

/** A sheet takes formulas of some 8,000 letters; what is larger than this is not written as one. */
export const mostWritten = 5000;

/**
 * How many values and signs a formula of the model comes to in a sheet, which has no functions along
 * an axis: these are written out place by place, and those within them each time anew.
 */
export function writtenSize(
  expression: Expression,
  axes: { readonly postures: readonly string[]; readonly years: number },
): number {
  const of = (each: Expression) => writtenSize(each, axes);
  const all = (parts: readonly Expression[]) => parts.reduce((sum, part) => sum + of(part), 1);
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'name':
      return 1;
    case 'choose':
      return all([expression.condition, expression.ifTrue, expression.ifFalse]);
    case 'operation':
      return all(expression.operands);
    case 'call': {
      const { axis, function: name, operands } = expression;
      if (name === 'at' || name === 'previous') return all(operands);
      if (name === 'cumulative' || name === 'npv' || axis === 'year')
        return axes.years * all(operands);
      return axis === 'posture' ? axes.postures.length * all(operands) : all(operands);
    }
  }
}
