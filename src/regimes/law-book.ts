import type { Expression } from '../language/expression.ts';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { GapRow, Regime, Rule } from '../schema/regime.ts';
import { companyFactTypes } from './company-facts.ts';
import type { FactType } from './fact.ts';
import { flowFactTypes } from './flow-facts.ts';

/** What a name in a rule stands for. */
export type Entry =
  | { readonly kind: 'company' | 'flow' | 'computed'; readonly type: FactType }
  | { readonly kind: 'assumption'; readonly type: FactType; readonly value: number }
  | {
      readonly kind: 'definition';
      readonly label: string;
      readonly scope: 'company' | 'flow';
      readonly formula: string;
    }
  | {
      readonly kind: 'total';
      readonly type: FactType;
      readonly how: 'sum' | 'max' | 'count';
      readonly of: string | null;
      readonly where: string;
    }
  | { readonly kind: 'rule'; readonly regime: string; readonly rule: Rule };

/** Facts that follow from the controls of all flows. */
export const computedFactTypes = {
  coverageUnderPipl: { label: 'Required controls in place under PIPL only', unit: 'share' },
  coverageUnderPdpo: { label: 'Required controls in place under PDPO only', unit: 'share' },
  coverageUnderBoth: { label: 'Required controls in place under both', unit: 'share' },
} as const satisfies Readonly<Record<string, FactType>>;

/** The laws and our assumptions on what they cost, ready to be asked. */
export interface LawBook {
  readonly regimes: readonly Regime[];
  readonly gapTable: readonly GapRow[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly read: (formula: string) => Expression;
}

/** Puts regimes together: every name is one of theirs, or a fact. */
export function openLawBook(
  regimes: readonly Regime[],
  gapTable: readonly GapRow[],
  parse: ParseFormula,
): LawBook {
  const entries = new Map<string, Entry>();
  const add = (name: string, entry: Entry) => {
    if (entries.has(name)) throw new RangeError(`two things in the law are called ${name}`);
    entries.set(name, entry);
  };
  for (const [name, type] of Object.entries(companyFactTypes)) add(name, { kind: 'company', type });
  for (const [name, type] of Object.entries(flowFactTypes)) add(name, { kind: 'flow', type });
  for (const [name, type] of Object.entries(computedFactTypes))
    add(name, { kind: 'computed', type });
  for (const regime of regimes) {
    for (const [name, { label, unit, value }] of Object.entries(regime.assumptions))
      add(name, { kind: 'assumption', type: { label, unit }, value });
    for (const [name, each] of Object.entries(regime.definitions))
      add(name, { kind: 'definition', ...each });
    for (const [name, { how, label, of = null, unit, where }] of Object.entries(regime.totals))
      add(name, { kind: 'total', type: { label, unit }, how, of, where });
    for (const [name, rule] of Object.entries(regime.rules))
      add(name, { kind: 'rule', regime: regime.id, rule });
  }
  const known = new Map<string, Expression>();
  const read = (formula: string): Expression => {
    const expression = known.get(formula) ?? parse(formula);
    known.set(formula, expression);
    return expression;
  };
  return { regimes, gapTable, entries, read };
}

/** Every formula of the regimes and the gap table. */
export function lawFormulas(
  regimes: readonly Regime[],
  gapTable: readonly GapRow[],
): readonly string[] {
  const all = regimes.flatMap((regime) => [
    ...Object.values(regime.definitions).map(({ formula }) => formula),
    ...Object.values(regime.totals).flatMap(({ of, where }) => [of, where]),
    ...Object.values(regime.rules).flatMap(({ duties, effects, when }) => [
      when,
      ...duties.map((duty) => duty.when),
      ...effects.map(({ formula }) => formula),
    ]),
    ...regime.mechanisms.flatMap(({ alternatives, when }) => [
      when,
      ...alternatives.map((each) => each.when),
    ]),
    ...regime.controls.map(({ when }) => when),
  ]);
  const formulas = [...all, ...gapTable.map(({ when }) => when)];
  return [...new Set(formulas.flatMap((formula) => formula ?? []))];
}
