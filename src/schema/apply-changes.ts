import * as v from 'valibot';
import { companySchema } from './company.ts';
import type { Company } from './company.ts';
import { fittingPostures } from './fitting-postures.ts';
import { flowSchema, mostFlows } from './flow.ts';
import type { Flow } from './flow.ts';
import { childPointer, pointerKeys } from './pointer.ts';
import type { Issue } from './issue.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Loaded } from './loaded.ts';
import { sameValue } from './same-value.ts';
import { correlationsSchema } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import type { Places } from './source.ts';
import { validate } from './validate.ts';
import { valuePointers } from './value-pointers.ts';
import { valueSchema } from './value.ts';
import type { Value } from './value-form.ts';

/** Two inputs, and how their ranks are correlated, from -1 to 1. */
export type Correlation = readonly [one: string, other: string, rank: number];

/** What a person has changed besides values of inputs: what the law is asked about, and what moves together. */
export interface ProfileChanges {
  /** In place of the whole section of the scenario. */
  readonly company?: Company;
  /** In place of the inventory of the scenario; null takes it out, so that the profile implies the flows. */
  readonly flows?: readonly Flow[] | null;
  /** Inputs that are left to the law, even where the scenario gives a value. */
  readonly derive?: readonly string[];
  /** In place of all correlations of the scenario. */
  readonly correlations?: readonly Correlation[];
}

/**
 * A change of the profile, from what is changed in it now to what is to be: so that a form which
 * shows an older state changes only what it means to.
 */
export type ProfileEdit = (now: ProfileChanges) => ProfileChanges;

/** What a person has changed in a scenario: whole values of inputs, by name, and the profile. */
export interface Changes extends ProfileChanges {
  readonly inputs: Readonly<Record<string, Value>>;
}

export const noChanges: Changes = { inputs: {} };

/** What stands for a file where a value was changed by hand. */
export const changesFile = 'your changes';

const flowsSchema = v.pipe(v.array(flowSchema), v.maxLength(mostFlows));
const deriveSchema = v.array(v.string());

/**
 * Lays changes over a loaded scenario. A changed value is in the currency of the value that it
 * takes the place of, HK$ for a default of the model. Each value is checked as one of a file is.
 */
export function applyChanges(loaded: LoadedScenario, changes: Changes): Loaded<LoadedScenario> {
  const { scenario } = loaded;
  const given = scenario.inputs ?? {};
  const changed = Object.entries(changes.inputs).filter(
    ([name, value]) => !Object.hasOwn(given, name) || !sameValue(given[name], value),
  );
  const { company, correlations, derive, flows } = changes;
  const sections = [
    ...(company === undefined ? [] : ['company']),
    ...(flows === undefined ? [] : ['flows']),
    ...(derive === undefined ? [] : ['law']),
    ...(correlations === undefined ? [] : ['correlations']),
  ];
  if (changed.length === 0 && sections.length === 0)
    return { value: loaded, issues: [], places: loaded.places };

  const names = new Set(changed.map(([name]) => name));
  const isChanged = (pointer: string): boolean => {
    const [first = '', name = ''] = pointerKeys(pointer);
    if (first === 'law') return sections.includes(first) && name === 'derive';
    return first === 'inputs' ? names.has(name) : sections.includes(first);
  };
  const places: Places = {
    locate: (pointer, offset) =>
      isChanged(pointer)
        ? { file: changesFile, line: 0, column: 0 }
        : loaded.places.locate(pointer, offset),
  };
  const check = <T>(schema: v.GenericSchema<unknown, T>, value: unknown, at: string): Issue[] =>
    validate(schema, value, { locate: () => places.locate(at) }).issues.map((issue) => ({
      ...issue,
      pointer: `${at}${issue.pointer}`,
    }));
  const issues = [
    ...changed.flatMap(([name, value]) => check(valueSchema, value, childPointer('/inputs', name))),
    ...(company === undefined ? [] : check(companySchema, company, '/company')),
    ...(flows == null ? [] : check(flowsSchema, flows, '/flows')),
    ...(derive === undefined ? [] : check(deriveSchema, derive, '/law/derive')),
    ...(correlations === undefined ? [] : check(correlationsSchema, correlations, '/correlations')),
  ];
  if (issues.length > 0) return { value: null, issues, places };
  return {
    places,
    issues: [],
    value: {
      ...loaded,
      places,
      scenario: withProfile(scenario, changes, Object.fromEntries(changed)),
      currencyOf: (pointer) => {
        const [first, name] = pointerKeys(pointer);
        if (first !== 'inputs' || name === undefined || !isChanged(pointer))
          return loaded.currencyOf(pointer);
        const at = childPointer('/inputs', name);
        const before = Object.hasOwn(given, name) ? given[name] : undefined;
        if (before === undefined || derive?.includes(name) === true) return 'HKD';
        return loaded.currencyOf(valuePointers(before, at)[0] ?? at);
      },
      fileOf: (pointer) => (isChanged(pointer) ? changesFile : loaded.fileOf(pointer)),
    },
  };
}

function withProfile(
  scenario: Scenario,
  { company, correlations, derive, flows }: ProfileChanges,
  changed: Readonly<Record<string, Value>>,
): Scenario {
  const left = Object.entries(scenario.inputs ?? {}).filter(
    ([name]) => derive?.includes(name) !== true,
  );
  // With anything changed, it is a case of one's own, and no claim is restated.
  const { flows: inventory, restates: _restates, ...rest } = scenario;
  const shown = flows === undefined ? inventory : flows;
  return {
    ...rest,
    inputs: { ...Object.fromEntries(left), ...changed },
    ...(company === undefined ? {} : { company }),
    ...(shown == null ? {} : { flows: [...shown] }),
    ...(flows === undefined || scenario.postures === undefined
      ? {}
      : { postures: fittingPostures(scenario.postures, flows) }),
    ...(derive === undefined ? {} : { law: { ...scenario.law, derive: [...derive] } }),
    ...(correlations === undefined
      ? {}
      : { correlations: correlations.map(([one, other, rank]) => [one, other, rank]) }),
  };
}
