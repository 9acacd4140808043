import {
  assumedType,
  formulaOf,
  offsetOfName,
  rateFormula,
  unknownName,
} from './declaration-facts.ts';
import type { Declaration, EventDeclaration, Formula } from './declaration.ts';
import { FormulaError } from './formula-error.ts';
import type { IssueList, ProgramSource } from './program-source.ts';
import { broadcast } from './type.ts';
import type { ValueType } from './type.ts';
import { typeOfExpression } from './type-of-expression.ts';
import type { TypeContext } from './type-rules.ts';
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
  const stack: Frame[] = [];
  let delay = 0;

  const typeOfName = (name: string, formula: Formula, offset: number): ValueType => {
    const memo = known.get(name);
    if (memo === 'unusable') throw new Unusable();
    if (memo !== undefined) return memo;
    const declaration = source.declarations.get(name);
    if (declaration === undefined) throw unknownName(name, source, offset);
    const open = stack.findIndex((frame) => frame.name === name);
    const frame = stack[open];
    if (frame !== undefined) {
      if (delay > frame.delay) return assumedType(declaration);
      const path = [...stack.slice(open).map((entry) => entry.name), name].join(' -> ');
      throw new FormulaError(
        `"${name}" rests on itself: ${path}. Only previous(x, initial) may look back at the year before`,
        offset,
      );
    }
    stack.push({ name, delay });
    try {
      const type = typeOfDeclaration(declaration);
      known.set(name, type);
      return type;
    } catch (error) {
      known.set(name, 'unusable');
      const own = formulaOf(declaration, source.events);
      if (error instanceof FormulaError && own !== null && own !== formula) {
        issues.addFormula('formula-type', own, error.message, error.offset);
        throw new Unusable();
      }
      throw error;
    } finally {
      stack.pop();
    }
  };

  const typeOfFormula = (formula: Formula): ValueType => {
    if (formula.expression === null) throw new Unusable();
    const context: TypeContext = {
      postures: source.postures,
      years: source.years,
      choicesOf: (name) => {
        if (name === 'posture') return source.postures;
        const declaration = source.declarations.get(name);
        return declaration?.kind === 'input' ? declaration.choices : null;
      },
      offsetOf: (name) => offsetOfName(formula.text, name),
      name: (name) => typeOfName(name, formula, offsetOfName(formula.text, name)),
      oneYearBack: (visit) => {
        delay++;
        try {
          return visit();
        } finally {
          delay--;
        }
      },
    };
    return typeOfExpression(formula.expression, context);
  };

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
        const type = typeOfFormula(declaration.formula);
        refusePerEvent(type);
        if (type.value === 'number') expectUnit(type, [declaration.unit], `"${declaration.name}"`);
        return { ...type, unit: declaration.unit };
      }
      case 'line': {
        const type = typeOfFormula(declaration.formula);
        refusePerEvent(type);
        const once = declaration.line.kind === 'investment';
        expectUnit(
          type,
          once ? [money] : [moneyPerYear],
          `the ${declaration.line.kind} line "${declaration.name}"`,
        );
        return { ...type, unit: once ? money : moneyPerYear };
      }
      case 'total': {
        const index = source.priceIndex;
        const types = declaration.lines.map((name) => typeOfName(name, unplaced, 0));
        if (index !== null) types.push(typeOfFormula(index));
        return { ...broadcast(types), value: 'number', unit: moneyPerYear, year: true };
      }
      case 'event-rate': {
        const event = eventOf(declaration.event);
        if (event.kind === 'follow-on') {
          const chance = typeOfFormula(event.chance);
          refusePerEvent(chance);
          expectUnit(chance, [{}], `the chance of "${event.name}"`);
          const parent = typeOfName(`${event.of}.rate`, event.chance, 0);
          return { ...broadcast([chance, parent]), value: 'number', unit: perYear };
        }
        const rate = typeOfFormula(event.rate);
        refusePerEvent(rate);
        expectUnit(
          rate,
          event.frequency === 'bernoulli' ? [perYear, {}] : [perYear],
          `the rate of "${event.name}"`,
        );
        const types = [rate];
        if (event.dispersion !== null) {
          const dispersion = typeOfFormula(event.dispersion);
          expectUnit(dispersion, [{}], `the dispersion of "${event.name}"`);
          types.push(dispersion);
        }
        return { ...broadcast(types), value: 'number', unit: perYear };
      }
      case 'event-count': {
        typeOfName(`${declaration.event}.rate`, rateFormula(eventOf(declaration.event)), 0);
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
        typeOfName(`${declaration.event}.count`, declaration.formula, 0);
        const type = typeOfFormula(declaration.formula);
        expectUnit(type, [money], `the amount "${declaration.name}"`);
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

  const guard = (formula: Formula | null, check: () => void): void => {
    try {
      check();
    } catch (error) {
      if (error instanceof Unusable) return;
      if (!(error instanceof FormulaError) || formula === null) throw error;
      issues.addFormula('formula-type', formula, error.message, error.offset);
    }
  };

  for (const [name, declaration] of source.declarations) {
    const formula = formulaOf(declaration, source.events);
    if (known.get(name) === 'unusable') continue;
    guard(formula ?? unplaced, () => void typeOfName(name, formula ?? unplaced, 0));
  }
  if (source.priceIndex !== null) {
    const index = source.priceIndex;
    guard(index, () => {
      const type = typeOfFormula(index);
      expectUnit(type, [{}], 'the price index');
      refusePerEvent(type);
    });
  }
  const outputs = new Map<string, ValueType>();
  for (const [name, output] of source.outputs) {
    guard(output.formula, () => {
      const type = typeOfFormula(output.formula);
      refusePerEvent(type);
      expectUnit(type, [output.unit], `the output "${name}"`);
      outputs.set(name, type);
    });
  }
  for (const [name, ratio] of source.ratios) {
    for (const formula of [ratio.numerator, ratio.denominator]) {
      guard(formula, () => {
        const type = typeOfFormula(formula);
        refusePerEvent(type);
        expectUnit(type, [money], `both parts of the ratio "${name}"`);
        if (type.year)
          throw new FormulaError(
            `the ratio "${name}" varies by year; sum its parts over the years: sum(x, year)`,
          );
      });
    }
  }
  for (const check of source.checks) {
    guard(check.when, () => {
      const type = typeOfFormula(check.when);
      if (type.value !== 'boolean')
        throw new FormulaError('a check needs a condition, such as discountRate > 0.2');
    });
  }
  return { outputs };
}

/** Stands for "no formula of its own"; never located, since every fault in a name has its formula. */
const unplaced: Formula = {
  text: '',
  pointer: '',
  expression: null,
  places: { locate: () => ({ file: '', line: 0, column: 0 }) },
};
