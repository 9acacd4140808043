import type { WorkbookFigures } from '../analysis/workbook-figures.ts';
import type { Expression } from '../language/expression.ts';

/** The axes over which a value may vary. */
export interface Axes {
  readonly posture: boolean;
  readonly year: boolean;
}

const none: Axes = { posture: false, year: false };

/** Over what a formula may vary. `open` are the names that it is part of itself, through `previous`. */
export function axesOf(
  expression: Expression,
  figures: Pick<WorkbookFigures, 'definitions' | 'names'>,
  open: ReadonlySet<string> = new Set(),
): Axes {
  const of = (each: Expression) => axesOf(each, figures, open);
  switch (expression.kind) {
    case 'number':
    case 'text':
      return none;
    case 'name': {
      const { name } = expression;
      if (name === 'year' || name === 'posture')
        return { posture: name === 'posture', year: name === 'year' };
      if (open.has(name)) return none;
      const definition = figures.definitions[name];
      if (definition !== undefined)
        return axesOf(definition.formula, figures, new Set([...open, name]));
      const mean = figures.names[name];
      // Lines and totals vary over both.
      return mean === undefined
        ? { posture: true, year: true }
        : { posture: mean.byPosture, year: mean.byYear };
    }
    case 'choose':
      return joined([expression.condition, expression.ifTrue, expression.ifFalse].map(of));
    case 'operation':
      return joined(expression.operands.map(of));
    case 'call': {
      const axes = joined(expression.operands.map(of));
      switch (expression.function) {
        case 'cumulative':
        case 'previous':
        case 'discount':
          return { ...axes, year: true };
        case 'npv':
          return { ...axes, year: false };
        default:
          return expression.axis === null ? axes : { ...axes, [expression.axis]: false };
      }
    }
  }
}

function joined(all: readonly Axes[]): Axes {
  return {
    posture: all.some(({ posture }) => posture),
    year: all.some(({ year }) => year),
  };
}
