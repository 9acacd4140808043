import type { Expression } from '../language/expression.ts';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { GapTable, Regime, Rule } from '../schema/regime.ts';
import { companyFactTypes } from './company-facts.ts';
import { namesIn } from './evaluate.ts';
import type { FactType } from './fact.ts';
import { flowFactTypes } from './flow-facts.ts';
import { regionsOf } from './places.ts';
import type { Regions } from './places.ts';

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
      readonly how: 'sum' | 'max' | 'count' | 'people';
      readonly of: string | null;
      readonly where: string;
    }
  | { readonly kind: 'rule'; readonly regime: string; readonly rule: Rule };

/** Facts that follow from the controls of all flows, and from the laws that a posture keeps. */
export const computedFactTypes = {
  controlsInPlace: { label: 'Required controls in place', unit: 'share' },
  lawApplies: { label: 'At least one law applies', unit: 'yes-no' },
} as const satisfies Readonly<Record<string, FactType>>;

/** Some laws and our assumptions on what they cost, ready to be asked. */
export interface LawBook {
  readonly regimes: readonly Regime[];
  readonly regions: Regions;
  readonly gapTable: GapTable;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly read: (formula: string) => Expression;
}

/**
 * Puts regimes together: every name is one of theirs, or a fact. Assumptions and rows of the gap
 * table that speak of a law which is not among them are left out.
 */
export function openLawBook(
  all: readonly Regime[],
  gapTable: GapTable,
  parse: ParseFormula,
): LawBook {
  const parsed = new Map<string, Expression>();
  const read = (formula: string): Expression => {
    const expression = parsed.get(formula) ?? parse(formula);
    parsed.set(formula, expression);
    return expression;
  };
  const regions = regionsOf(all);
  const entries = new Map<string, Entry>();
  const add = (name: string, entry: Entry) => {
    if (entries.has(name)) throw new RangeError(`two things in the law are called ${name}`);
    entries.set(name, entry);
  };
  for (const [name, type] of Object.entries(companyFactTypes(regions, all)))
    add(name, { kind: 'company', type });
  for (const [name, type] of Object.entries(flowFactTypes(regions)))
    add(name, { kind: 'flow', type });
  for (const [name, type] of Object.entries(computedFactTypes))
    add(name, { kind: 'computed', type });
  const regimes = all.toSorted((a, b) => Number(a.kind !== 'law') - Number(b.kind !== 'law'));
  const known: Regime[] = [];
  const knows = (formula: string): boolean =>
    namesIn(read(formula)).every((name) => entries.has(name));
  for (const regime of regimes) {
    const isAssumption = regime.kind === 'assumptions';
    for (const [name, { label, unit, value }] of Object.entries(regime.assumptions))
      add(name, { kind: 'assumption', type: { label, unit }, value });
    for (const [name, each] of Object.entries(regime.definitions))
      add(name, { kind: 'definition', ...each });
    for (const [name, { how, label, of = null, unit, where }] of Object.entries(regime.totals))
      add(name, { kind: 'total', type: { label, unit }, how, of, where });
    const rules = Object.fromEntries(
      Object.entries(regime.rules).flatMap(([name, rule]) => {
        const effects = isAssumption
          ? rule.effects.filter(({ formula }) => knows(formula))
          : rule.effects;
        if (isAssumption && (!knows(rule.when) || effects.length === 0)) return [];
        return [[name, { ...rule, effects }]];
      }),
    );
    for (const [name, rule] of Object.entries(rules))
      add(name, { kind: 'rule', regime: regime.id, rule });
    known.push({ ...regime, rules });
  }
  return {
    regimes: known,
    regions,
    gapTable: Object.fromEntries(Object.entries(gapTable).filter(([, { when }]) => knows(when))),
    entries,
    read,
  };
}

/** Every formula of the regimes and the gap table. */
export function lawFormulas(regimes: readonly Regime[], gapTable: GapTable): readonly string[] {
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
    ...regime.remarks.map(({ when }) => when),
  ]);
  const formulas = [...all, ...Object.values(gapTable).map(({ when }) => when)];
  return [...new Set(formulas.flatMap((formula) => formula ?? []))];
}
