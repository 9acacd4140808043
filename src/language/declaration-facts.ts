import { nearest } from '../schema/near-miss.ts';
import type { Declaration, EventDeclaration, Formula } from './declaration.ts';
import { FormulaError } from './formula-error.ts';
import type { ProgramSource } from './program-source.ts';
import { spanOf } from './span.ts';
import type { ValueType } from './type.ts';
import type { Named } from './type-rules.ts';
import { money, moneyPerYear, perYear } from './unit.ts';

/** What a recurrence may be taken for while it is being checked: its declared unit, all axes. */
export function assumedType(declaration: Declaration): ValueType {
  const all = {
    value: 'number',
    posture: true,
    year: true,
    uncertain: true,
    perEvent: false,
  } as const;
  switch (declaration.kind) {
    case 'definition':
      return { ...all, unit: declaration.unit };
    case 'line':
      return { ...all, unit: declaration.line.kind === 'investment' ? money : moneyPerYear };
    case 'event-rate':
    case 'event-count':
      return { ...all, unit: perYear };
    default:
      return { ...all, unit: moneyPerYear };
  }
}

export function rateFormula(event: EventDeclaration): Formula {
  return event.kind === 'primary' ? event.rate : event.chance;
}

export function formulaOf(
  declaration: Declaration,
  events: ReadonlyMap<string, EventDeclaration>,
): Formula | null {
  switch (declaration.kind) {
    case 'definition':
    case 'line':
    case 'event-amount':
      return declaration.formula;
    case 'event-rate':
    case 'event-count': {
      const event = events.get(declaration.event);
      return event === undefined ? null : rateFormula(event);
    }
    default:
      return null;
  }
}

export function unknownName(named: Named, source: ProgramSource): FormulaError {
  const { name } = named;
  const names = [...source.declarations.keys(), 'posture', 'year'];
  const near = nearest(name, names);
  const event = source.events.get(name);
  const hint =
    event !== undefined
      ? `An event has parts: ${[`${name}.count`, `${name}.rate`, ...event.amounts.map((amount) => `${name}.${amount}`)].join(', ')}.`
      : near === null
        ? 'It is no input, definition, line, event or total of the model.'
        : `Did you mean "${near}"?`;
  return new FormulaError(`nothing is called "${name.slice(0, 60)}". ${hint}`, spanOf(named));
}
