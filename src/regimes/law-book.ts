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
  | { readonly kind: 'company' | 'flow'; readonly type: FactType }
  | {
      readonly kind: 'computed';
      readonly type: FactType;
      readonly scope: 'company' | 'flow';
    }
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

/** Facts that follow from the controls of all flows, from the laws that are asked and those kept. */
export const computedFactTypes = {
  controlsInPlace: { label: 'Required controls in place', unit: 'share', scope: 'company' },
  lawApplies: { label: 'At least one law applies', unit: 'yes-no', scope: 'company' },
  underLaw: { label: 'Under a law', unit: 'yes-no', scope: 'flow' },
  countsAreStated: {
    label: 'The company says of how many people, wherever a law asks',
    unit: 'yes-no',
    scope: 'company',
  },
  peopleCounted: {
    label: 'People whom the company counts, wherever a law asks',
    unit: 'people',
    scope: 'company',
  },
} as const satisfies Readonly<Record<string, FactType & { readonly scope: 'company' | 'flow' }>>;

/** A topic of the table of differences, which is told where one of its conditions holds or may hold. */
export interface GapRow extends Omit<GapTable[string], 'when'> {
  readonly when: readonly string[];
}

/** Some laws and our assumptions on what they cost, ready to be asked. */
export interface LawBook {
  readonly regimes: readonly Regime[];
  readonly regions: Regions;
  readonly gapTable: Readonly<Record<string, GapRow>>;
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
  const regions = regionsOf(inOrder(all));
  const entries = new Map<string, Entry>();
  const add = (name: string, entry: Entry) => {
    if (entries.has(name)) throw new RangeError(`two things in the law are called ${name}`);
    entries.set(name, entry);
  };
  for (const [name, type] of Object.entries(companyFactTypes(regions, all)))
    add(name, { kind: 'company', type });
  for (const [name, type] of Object.entries(flowFactTypes(regions)))
    add(name, { kind: 'flow', type });
  for (const [name, { scope, ...type }] of Object.entries(computedFactTypes))
    add(name, { kind: 'computed', type, scope });
  const regimes = inOrder(all);
  const known: Regime[] = [];
  const knows = (formula: string): boolean =>
    namesIn(read(formula)).every((name) => entries.has(name));
  for (const regime of regimes) {
    const isAssumption = regime.kind === 'assumptions';
    for (const [name, { label, unit, value }] of Object.entries(regime.assumptions))
      add(name, { kind: 'assumption', type: { label, unit }, value });
    const { definitions, totals } = isAssumption ? knownParts(regime, entries, read) : regime;
    for (const [name, each] of Object.entries(definitions))
      add(name, { kind: 'definition', ...each });
    for (const [name, { how, label, of = null, unit, where }] of Object.entries(totals))
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
    known.push({ ...regime, definitions, totals, rules });
  }
  return {
    regimes: known,
    regions,
    gapTable: Object.fromEntries(
      Object.entries(gapTable).flatMap(([topic, row]) => {
        const own = known.flatMap(({ asks }) => asks[topic]?.when ?? []);
        const when = [...(knows(row.when) ? [row.when] : []), ...own];
        return when.length === 0 ? [] : [[topic, { ...row, when }]];
      }),
    ),
    entries,
    read,
  };
}

/** Laws before assumptions, and those that are asked by default before those that are asked for. */
function inOrder(regimes: readonly Regime[]): readonly Regime[] {
  const place = ({ byDefault, kind }: Regime): number =>
    kind === 'assumptions' ? 2 : byDefault ? 0 : 1;
  return regimes.toSorted((a, b) => place(a) - place(b));
}

/** What assumptions define and add up, as far as it speaks of nothing but laws that are asked. */
function knownParts(
  { definitions, totals }: Regime,
  entries: ReadonlyMap<string, Entry>,
  read: LawBook['read'],
): Pick<Regime, 'definitions' | 'totals'> {
  const formulas = new Map<string, readonly string[]>([
    ...Object.entries(definitions).map(([name, { formula }]) => [name, [formula]] as const),
    ...Object.entries(totals).map(
      ([name, { of, where }]) => [name, of === undefined ? [where] : [of, where]] as const,
    ),
  ]);
  const rests = (name: string): boolean =>
    entries.has(name) ||
    (formulas.get(name)?.every((formula) => namesIn(read(formula)).every(rests)) ?? false);
  const kept = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => rests(name)));
  return { definitions: kept(definitions), totals: kept(totals) };
}

/** Every formula of the regimes and the gap table. */
export function lawFormulas(
  regimes: readonly Regime[],
  gapTable: Readonly<Record<string, { readonly when: string | readonly string[] }>>,
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
    ...regime.remarks.map(({ when }) => when),
    ...Object.values(regime.asks).map(({ when }) => when),
  ]);
  const formulas = [...all, ...Object.values(gapTable).flatMap(({ when }) => when)];
  return [...new Set(formulas.flatMap((formula) => formula ?? []))];
}
