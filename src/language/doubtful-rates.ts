import { planOf } from './compile.ts';
import type { CellRange } from './cell-range.ts';
import { rangeOf } from './cell-range.ts';
import type { CellId } from './cells.ts';
import type { Expression } from './expression.ts';
import type { Observation } from './observe.ts';
import type { Plan } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import { Unfolding } from './unfold.ts';

/**
 * The plan of those rates of events that may be below 0, or no number, by what their formulas show,
 * under each posture and in each year; null where none may be. Streams go by name, so its trials
 * are those of the run itself.
 */
export function doubtfulRates(source: ProgramSource): Plan | null {
  const unfolding = new Unfolding(source, 'simulate');
  const ranges = new Map<CellId, CellRange>();
  const list: Observation[] = [];
  const seen = new Set<CellId>();
  for (const event of source.events.values()) {
    if (event.kind !== 'primary') continue;
    for (const [index, posture] of source.postures.entries()) {
      for (let year = 0; year < source.years; year++) {
        const cell = unfolding.name(`${event.name}.rate`, { posture: index, year });
        if (seen.has(cell) || rangeOf(unfolding.graph, cell, ranges).low >= 0) continue;
        seen.add(cell);
        list.push({
          group: 'expected',
          name: event.name,
          posture,
          year: year + 1,
          keep: 'column',
          cell,
        });
      }
    }
  }
  return list.length === 0 ? null : planOf(source, unfolding.graph, list);
}

/** The inputs that the rate of an event is made of, in the order in which its formula names them. */
export function inputsOfRate(source: ProgramSource, event: string): readonly string[] {
  const seen = new Set<string>();
  const inputs: string[] = [];
  const visit = (expression: Expression | null): void => {
    if (expression === null) return;
    if (expression.kind === 'operation' || expression.kind === 'call')
      expression.operands.forEach(visit);
    else if (expression.kind === 'choose')
      [expression.condition, expression.ifTrue, expression.ifFalse].forEach(visit);
    if (expression.kind !== 'name' || seen.has(expression.name)) return;
    seen.add(expression.name);
    const declaration = source.declarations.get(expression.name);
    if (declaration?.kind === 'input') inputs.push(declaration.name);
    else if (declaration?.kind === 'definition') visit(declaration.formula.expression);
  };
  const found = source.events.get(event);
  visit(found?.kind === 'primary' ? found.rate.expression : null);
  return inputs;
}
