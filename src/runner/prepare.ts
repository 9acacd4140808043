import { madeFrom } from '../analysis/made-from.ts';
import { negativeRates } from '../analysis/negative-rates.ts';
import type { RunIdentity } from '../analysis/run-identity.ts';
import { compile } from '../language/compile.ts';
import type { Compiled } from '../language/compile.ts';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { AppliedLaw, ApplyLaw } from '../regimes/apply-law.ts';
import { asksForLaw } from '../regimes/asks-for-law.ts';
import { applyChanges, noChanges } from '../schema/apply-changes.ts';
import type { Changes } from '../schema/apply-changes.ts';
import { fittingPostures } from '../schema/fitting-postures.ts';
import type { Flow } from '../schema/flow.ts';
import type { Issue } from '../schema/issue.ts';
import type { Loaded } from '../schema/loaded.ts';
import { loadModel } from '../schema/load-model.ts';
import { loadScenario } from '../schema/load-scenario.ts';
import type { LoadedScenario, ReadFile } from '../schema/load-scenario.ts';
import { modelWith } from '../schema/model-with.ts';
import type { Model } from '../schema/model.ts';
import type { ResolvedScenario, RunOptions } from '../schema/resolved.ts';
import { childPointer } from '../schema/pointer.ts';
import { ratesOf, resolveScenario, scenarioDefaults } from '../schema/resolve-scenario.ts';
import type { Places } from '../schema/source.ts';
import { tellDistribution } from '../schema/told-distribution.ts';

/**
 * Finds the text of a model by what a scenario calls it; null where there is none of that name, or
 * why there is none.
 */
export type FindModel = (name: string) => FoundModel | { readonly problem: string } | null;
export interface FoundModel {
  readonly file: string;
  readonly source: string | Uint8Array;
}

interface PrepareAnything {
  /** The scenario's file. */
  readonly file: string;
  readonly findModel: FindModel;
  /** Reads formulas: parseFormula, or a table of formulas that were read beforehand. */
  readonly parse: ParseFormula;
  /** Asks the law where a scenario has a profile, flows or a programme; without it, it is left out. */
  readonly applyLaw?: ApplyLaw;
  /** An inventory of flows that takes the place of the scenario's own. */
  readonly flows?: readonly Flow[];
  /** What was changed by hand. */
  readonly changes?: Changes;
  /**
   * Finds rates that no run could go on with. A bundled model has none but those that its inputs
   * are refused for, so that a page does not fetch it.
   */
  readonly checkRates?: typeof negativeRates;
  /** Run settings that stand above the scenario's own. */
  readonly run?: Partial<RunOptions>;
}

/** A scenario that is read by `load`, of models that `readModel` knows. */
export interface PrepareLoaded extends PrepareAnything {
  readonly load: (file: string) => Loaded<LoadedScenario>;
  readonly readModel: ReadModel;
}

/** A scenario and models that are read from files. */
export interface PrepareRequest extends PrepareAnything {
  readonly read: ReadFile;
}

export type ReadModel = (source: string | Uint8Array, file: string) => Loaded<Model>;

/** What comes of a request: null where a scenario cannot be run, and why. */
export interface Preparation {
  readonly prepared: Prepared | null;
  readonly issues: readonly Issue[];
  /** The scenario with what was changed, where its files can be read: whether or not it can be run. */
  readonly loaded: LoadedScenario | null;
}

/** Everything that is needed to run a scenario, checked. */
export interface Prepared {
  readonly compiled: Compiled;
  readonly identity: RunIdentity;
  /** The scenario as its files say it, and with what was changed. */
  readonly base: LoadedScenario;
  readonly loaded: LoadedScenario;
  /** What the law says of the scenario's profile and flows; null where it has none. */
  readonly law: AppliedLaw | null;
}

/** From a scenario's file to a compiled plan: reads, merges, resolves, compiles. All issues are told at once. */
export function prepareWith(request: PrepareLoaded): Preparation {
  const base = withFlows(request.load(request.file), request.flows);
  const issues: Issue[] = [...base.issues];
  if (base.value === null) return { prepared: null, issues, loaded: null };
  const loaded = applyChanges(base.value, request.changes ?? noChanges);
  issues.push(...loaded.issues);
  if (loaded.value === null) return { prepared: null, issues, loaded: null };
  const refused = { prepared: null, issues, loaded: loaded.value };
  const name = loaded.value.scenario.model ?? '';
  const found = request.findModel(name);
  if (found === null || 'problem' in found) {
    issues.push(modelMissing(name, found, loaded.places));
    return refused;
  }
  const model = request.readModel(found.source, found.file);
  issues.push(...model.issues);
  if (model.value === null) return refused;
  const law = lawOf(request.applyLaw, model.value, loaded.value);
  issues.push(...law.issues);
  if (law.issues.length > 0) return refused;
  const coming = law.applied?.coming;
  const known =
    coming === undefined ? model.value : madeFrom(modelWith(model.value, coming), model.value);
  const resolution = resolveScenario(known, loaded.value, law.applied?.inputs, coming);
  issues.push(...resolution.issues);
  if (resolution.scenario === null) return refused;
  const scenario = { ...resolution.scenario, run: { ...resolution.scenario.run, ...request.run } };
  const { places: modelPlaces } = model;
  const compileFor = (resolved: ResolvedScenario) =>
    compile({
      model: known,
      modelPlaces,
      scenario: resolved,
      scenarioPlaces: loaded.places,
      parse: request.parse,
    });
  const { compiled, issues: formulaIssues } = compileFor(scenario);
  issues.push(...formulaIssues);
  if (compiled === null) return refused;
  for (const index of compiled.failedChecks) {
    const check = model.value.checks[index];
    if (check === undefined || check.severity !== 'error') continue;
    const pointer = pointerOf(check.when, request.changes ?? noChanges);
    issues.push({
      code: 'check',
      severity: 'error',
      pointer,
      message: check.message,
      ...loaded.places.locate(pointer),
    });
  }
  if (!issues.some((issue) => issue.severity === 'error'))
    issues.push(...(request.checkRates?.(compiled, modelPlaces, loaded.places) ?? []));
  if (issues.some((issue) => issue.severity === 'error')) return refused;
  return {
    issues,
    loaded: loaded.value,
    prepared: {
      compiled,
      base: base.value,
      loaded: loaded.value,
      law: law.applied,
      identity: {
        scenario: loaded.value.scenario,
        scenarioFile: request.file,
        given: { ...law.applied?.inputs, ...loaded.value.scenario.inputs },
        law: law.applied?.result ?? null,
        compileWith: (other) => compileFor(other).compiled,
      },
    },
  };
}

/** The same with a scenario and models that are read from their files. */
export const prepare = (request: PrepareRequest): Preparation =>
  prepareWith({
    checkRates: negativeRates,
    ...request,
    load: (file) => loadScenario(file, request.read),
    readModel: (source, file) => loadModel(source, file),
  });

/** Why there is no model of that name, at the place where it is named. */
export function modelMissing(
  name: string,
  found: { readonly problem: string } | null,
  places: Places,
): Issue {
  const message =
    found?.problem ??
    `there is no model ${JSON.stringify(name.slice(0, 60))}; a scenario names a model by its id, such as "compliance-tco"`;
  const place = places.locate('/model');
  return { code: 'model-missing', severity: 'error', pointer: '/model', message, ...place };
}

/** What a check is about: the input that it names and that was changed by hand, if there is one. */
function pointerOf(condition: string, { inputs }: Changes): string {
  const names: readonly string[] = condition.match(/\w+/g) ?? [];
  const changed = names.find((name) => Object.hasOwn(inputs, name));
  return changed === undefined ? '/inputs' : childPointer('/inputs', changed);
}

/** A scenario with an inventory of flows in the place of its own. */
export function withFlows(
  loaded: Loaded<LoadedScenario>,
  flows: readonly Flow[] | undefined,
): Loaded<LoadedScenario> {
  if (loaded.value === null || flows === undefined) return loaded;
  const { postures } = loaded.value.scenario;
  const scenario = {
    ...loaded.value.scenario,
    flows: [...flows],
    ...(postures === undefined ? {} : { postures: fittingPostures(postures, flows) }),
  };
  return { ...loaded, value: { ...loaded.value, scenario } };
}

/** What the law sets of a scenario that asks for it. */
export function lawOf(
  applyLaw: ApplyLaw | undefined,
  model: Model,
  { currencyOf, places, scenario }: LoadedScenario,
): { readonly applied: AppliedLaw | null; readonly issues: readonly Issue[] } {
  if (applyLaw === undefined || !asksForLaw(scenario)) return { applied: null, issues: [] };
  const rates = ratesOf(model, scenario);
  const { applied, problems } = applyLaw(
    scenario,
    model,
    {
      asOf: scenario.asOf ?? scenarioDefaults.asOf,
      rate: rates[currencyOf('/company/turnover')] ?? 1,
      yuan: rates['CNY'] ?? 1,
      years: scenario.horizon ?? model.horizon.default,
    },
    tellDistribution,
  );
  const issues = problems.map(({ message, pointer }): Issue => ({
    code: 'law',
    severity: 'error',
    pointer,
    message,
    ...places.locate(pointer),
  }));
  return { applied, issues };
}
