import type { Expression } from './expression.ts';
import { rateFormula } from './declaration-facts.ts';
import type { ProgramSource } from './program-source.ts';

/**
 * The input that an event's rate is first of all made from: the first that its formula names whose
 * unit is that of the rate or chance. Names of definitions are looked into.
 */
export function rateInputs(source: ProgramSource): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, event] of source.events) {
    const { expression } = rateFormula(event);
    const unit = event.kind === 'follow-on' ? ['share', '1'] : ['1/year'];
    const input = expression === null ? null : firstInput(expression, source, unit, new Set());
    if (input !== null) found[name] = input;
  }
  return found;
}

function firstInput(
  expression: Expression,
  source: ProgramSource,
  units: readonly string[],
  seen: Set<string>,
): string | null {
  if (expression.kind === 'name') {
    if (seen.has(expression.name)) return null;
    seen.add(expression.name);
    const declaration = source.declarations.get(expression.name);
    if (declaration?.kind === 'input')
      return units.includes(source.model.inputs[declaration.name]?.unit ?? '')
        ? declaration.name
        : null;
    if (declaration?.kind !== 'definition' || declaration.formula.expression === null) return null;
    return firstInput(declaration.formula.expression, source, units, seen);
  }
  const parts =
    expression.kind === 'operation' || expression.kind === 'call'
      ? expression.operands
      : expression.kind === 'choose'
        ? [expression.ifTrue, expression.ifFalse, expression.condition]
        : [];
  for (const part of parts) {
    const input = firstInput(part, source, units, seen);
    if (input !== null) return input;
  }
  return null;
}
