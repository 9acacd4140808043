import { priceIndexName } from '../schema/price-index.ts';
import { assumedType, unknownName } from './declaration-facts.ts';
import type { Declaration, EventDeclaration, Formula } from './declaration.ts';
import { partsOf } from './expression.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import type { IssueList, ProgramSource } from './program-source.ts';
import { spanOf } from './span.ts';
import type { Span } from './span.ts';
import { broadcast } from './type.ts';
import type { ValueType } from './type.ts';
import { typeOfExpression } from './type-of-expression.ts';
import type { Named, TypeContext } from './type-rules.ts';
import { formatUnit, money, moneyPerYear, multiplyUnits, perYear, sameUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** The type of every output, by name; every formula of the source has been checked. */
export interface CheckedTypes {
  readonly outputs: ReadonlyMap<string, ValueType>;
}

/** Raised where a formula rests on another that is already reported, so that one fault gives one issue. */
class Unusable extends Error {}

interface Frame {
  readonly name: string;
  /** How many `previous` stand between the outermost formula and this name. */
  readonly delay: number;
}

/**
 * Checks units, axes and circularity of every formula in the source, reporting all faults.
 * A name may rest on itself only through `previous`, which looks one year back.
 */
export function checkTypes(source: ProgramSource, issues: IssueList): CheckedTypes {
  const known = new Map<string, ValueType | 'unusable'>();
  const unusable = new Set<Formula>();
  const stack: Frame[] = [];
  let delay = 0;

  const typeOfName = (name: string, span: Span | null = null): ValueType => {
    const memo = known.get(name);
    if (memo === 'unusable') throw new Unusable();
    if (memo !== undefined) return memo;
    const declaration = source.declarations.get(name);
    if (declaration === undefined) throw new Unusable();
    const open = stack.findIndex((frame) => frame.name === name);
    const frame = stack[open];
    if (frame !== undefined) {
      if (delay > frame.delay) return assumedType(declaration);
      const path = [...stack.slice(open).map((entry) => entry.name), name].join(' -> ');
      throw new FormulaError(
        `"${name}" rests on itself: ${path}. Only previous(x, initial) may look back at the year before`,
        span,
      );
    }
    stack.push({ name, delay });
    try {
      const type = typeOfDeclaration(declaration);
      known.set(name, type);
      return type;
    } catch (error) {
      known.set(name, 'unusable');
      throw error;
    } finally {
      stack.pop();
    }
  };

  /** The type of a formula, which must pass `check`. What is wrong with it is told once, at its place. */
  const typeOfFormula = (
    formula: Formula,
    check: (type: ValueType) => void = () => undefined,
  ): ValueType => {
    const { expression } = formula;
    if (expression === null || unusable.has(formula)) throw new Unusable();
    const context: TypeContext = {
      postures: source.postures,
      years: source.years,
      choicesOf: (name) => {
        if (name === 'posture') return source.postures;
        const declaration = source.declarations.get(name);
        return declaration?.kind === 'input' ? declaration.choices : null;
      },
      name: (named) => typeOfName(named.name, spanOf(named)),
      oneYearBack: (visit) => {
        delay++;
        try {
          return visit();
        } finally {
          delay--;
        }
      },
    };
    try {
      const unknown = unknownNames(expression, source);
      for (const named of unknown) tell(formula, unknownName(named, source));
      if (unknown.length > 0) throw new Unusable();
      const type = typeOfExpression(expression, context);
      check(type);
      return type;
    } catch (error) {
      unusable.add(formula);
      if (!(error instanceof FormulaError)) throw error;
      tell(formula, error);
      throw new Unusable();
    }
  };
  const tell = (formula: Formula, error: FormulaError): void =>
    issues.addFormula('formula-type', formula, error);

  const expectUnit = (type: ValueType, allowed: readonly (Unit | null)[], what: string): void => {
    if (type.value !== 'number')
      throw new FormulaError(
        `${what} must be a number; the formula gives ${type.value === 'text' ? 'a word' : 'yes or no'}`,
      );
    if (
      type.unit === null ||
      allowed.some((unit) => unit === null || (type.unit !== null && sameUnit(unit, type.unit)))
    )
      return;
    throw new FormulaError(
      `${what} must be in ${allowed.map((unit) => formatUnit(unit ?? {})).join(' or ')}; the formula gives ${formatUnit(type.unit)}`,
    );
  };
  const refusePerEvent = (type: ValueType): void => {
    if (type.perEvent)
      throw new FormulaError(
        'it names an input that is drawn for each event; only the amounts of an event may do so',
      );
  };

  const ofUnit =
    (allowed: readonly (Unit | null)[], what: string) =>
    (type: ValueType): void => {
      refusePerEvent(type);
      expectUnit(type, allowed, what);
    };

  const eventOf = (name: string): EventDeclaration => {
    const event = source.events.get(name);
    if (event === undefined) throw new Unusable();
    return event;
  };
  const typeOfDeclaration = (declaration: Declaration): ValueType => {
    switch (declaration.kind) {
      case 'input':
        return {
          ...declaration,
          value: declaration.choices === null ? 'number' : 'text',
          unit: declaration.unit,
        };
      case 'definition': {
        const isIndex = declaration.name === priceIndexName;
        const what = isIndex ? 'the price index' : `"${declaration.name}"`;
        const type = typeOfFormula(declaration.formula, (found) => {
          refusePerEvent(found);
          if (found.value === 'number' || isIndex) expectUnit(found, [declaration.unit], what);
        });
        return { ...type, unit: declaration.unit };
      }
      case 'line': {
        const once = declaration.line.kind === 'investment';
        const what = `the ${declaration.line.kind} line "${declaration.name}"`;
        const type = typeOfFormula(
          declaration.formula,
          ofUnit([once ? money : moneyPerYear], what),
        );
        return { ...type, unit: once ? money : moneyPerYear };
      }
      case 'total': {
        const types = declaration.lines.map((name) => typeOfName(name));
        if (source.priceIndex !== null) types.push(typeOfName(priceIndexName));
        return { ...broadcast(types), value: 'number', unit: moneyPerYear, year: true };
      }
      case 'event-rate': {
        const event = eventOf(declaration.event);
        if (event.kind === 'follow-on') {
          const what = `the chance of "${event.name}"`;
          const chance = typeOfFormula(event.chance, ofUnit([{}], what));
          const parent = typeOfName(`${event.of}.rate`);
          return { ...broadcast([chance, parent]), value: 'number', unit: perYear };
        }
        const units = event.frequency === 'bernoulli' ? [perYear, {}] : [perYear];
        const rate = typeOfFormula(event.rate, ofUnit(units, `the rate of "${event.name}"`));
        const types = [rate];
        if (event.dispersion !== null) {
          const what = `the dispersion of "${event.name}"`;
          types.push(typeOfFormula(event.dispersion, ofUnit([{}], what)));
        }
        return { ...broadcast(types), value: 'number', unit: perYear };
      }
      case 'event-count': {
        typeOfName(`${declaration.event}.rate`);
        return {
          value: 'number',
          unit: perYear,
          posture: true,
          year: true,
          uncertain: true,
          perEvent: false,
        };
      }
      case 'event-amount': {
        typeOfFormula(declaration.formula, (type) =>
          expectUnit(type, [money], `the amount "${declaration.name}"`),
        );
        typeOfName(`${declaration.event}.count`);
        return {
          value: 'number',
          unit: multiplyUnits(money, perYear),
          posture: true,
          year: true,
          uncertain: true,
          perEvent: false,
        };
      }
    }
  };

  const guard = (check: () => void): void => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
    }
  };

  for (const name of source.declarations.keys()) guard(() => void typeOfName(name));
  const outputs = new Map<string, ValueType>();
  for (const [name, { formula, unit }] of source.outputs) {
    guard(() => {
      outputs.set(name, typeOfFormula(formula, ofUnit([unit], `the output "${name}"`)));
    });
  }
  for (const [name, ratio] of source.ratios) {
    for (const formula of [ratio.numerator, ratio.denominator]) {
      guard(() => {
        typeOfFormula(formula, (type) => {
          ofUnit([money], `both parts of the ratio "${name}"`)(type);
          if (type.year)
            throw new FormulaError(
              `the ratio "${name}" varies by year; sum its parts over the years: sum(x, year)`,
            );
        });
      });
    }
  }
  for (const { when } of source.checks) {
    guard(() => {
      typeOfFormula(when, (type) => {
        if (type.value !== 'boolean')
          throw new FormulaError('a check needs a condition, such as discountRate > 0.2');
      });
    });
  }
  return { outputs };
}

/** Names that nothing has, each where it stands first. */
function unknownNames(expression: Expression, source: ProgramSource): readonly Named[] {
  const found = new Map<string, Named>();
  const visit = (part: Expression): void => {
    if (part.kind === 'name') {
      const known = ['year', 'posture'].includes(part.name) || source.declarations.has(part.name);
      if (!known && !found.has(part.name)) found.set(part.name, part);
    } else for (const inner of partsOf(part)) visit(inner);
  };
  visit(expression);
  return [...found.values()];
}
