import { noComingLaw } from './coming-law.ts';
import type { ComingLaw } from './coming-law.ts';
import { quoted } from './describe.ts';
import type { Issue } from './issue.ts';
import { IssueCollector } from './issue-collector.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Model } from './model.ts';
import { resolveCorrelations } from './resolve-correlations.ts';
import { resolveInputs } from './resolve-inputs.ts';
import { resolveLines } from './resolve-lines.ts';
import { resolvePostures } from './resolve-postures.ts';
import type { ResolvedScenario } from './resolved.ts';
import type { Scenario } from './scenario.ts';
import { inFileOrder, mostProblems } from './validate.ts';
import type { Value } from './value-form.ts';

/** What holds where neither the scenario nor what it extends says otherwise. */
export const scenarioDefaults = {
  asOf: '2026-11-01',
  currency: 'HKD',
  trials: 100_000,
  seed: 20261123,
  sampling: 'sobol',
  coupling: 'common',
} as const;

/**
 * Checks a scenario against its model and fills in all that it leaves open: with `derived`, what
 * the law sets, in HK$, and else with the defaults of the model. `coming` is what changes of the law
 * would make of that; the model has its inputs.
 */
export function resolveScenario(
  model: Model,
  loaded: LoadedScenario,
  derived: Readonly<Record<string, Value>> = {},
  coming: ComingLaw = noComingLaw,
): {
  readonly scenario: ResolvedScenario | null;
  /** What of it could be resolved, for formulas to be checked against even so. */
  readonly rest: ResolvedScenario;
  readonly issues: readonly Issue[];
} {
  const { scenario } = loaded;
  const issues = new IssueCollector(loaded.places);
  const named = scenario.model ?? '';
  if (!named.includes('/') && named !== model.id) {
    issues.error(
      'model',
      '/model',
      `the scenario is for the model ${quoted(named)}; this one is ${quoted(model.id)}`,
    );
  }

  const writtenFor = scenario.modelVersion;
  if (writtenFor !== undefined && majorOf(writtenFor) !== majorOf(model.version)) {
    issues.error(
      'model-version',
      '/modelVersion',
      `the scenario was written for version ${quoted(writtenFor)} of ${quoted(model.id)}; this one is ${quoted(model.version)}, whose inputs may mean something else. Go through its values, then write "modelVersion": ${quoted(model.version)}`,
    );
  }

  const years = resolveHorizon(model, scenario.horizon, issues);
  const exchangeRates = ratesOf(model, scenario);
  const hkd = scenario.exchangeRates?.HKD;
  if (hkd !== undefined && hkd !== 1) {
    issues.error(
      'currency',
      '/exchangeRates/HKD',
      `rates are HK$ for one unit, so HKD is 1; found ${hkd}`,
    );
  }
  const currency = scenario.currency ?? scenarioDefaults.currency;
  if (!Object.hasOwn(exchangeRates, currency)) {
    issues.error(
      'currency',
      '/currency',
      `there is no exchange rate for ${currency}; add "exchangeRates": { "${currency}": .. }`,
    );
  }
  const postures = resolvePostures(model, scenario, issues);
  const inputs = resolveInputs(
    model,
    loaded,
    { postures, years, exchangeRates },
    issues,
    derived,
    coming,
  );
  const lines = resolveLines(model, scenario, issues);
  const correlations = resolveCorrelations(model, scenario, inputs, issues);

  const rest: ResolvedScenario = {
    name: scenario.name,
    description: scenario.description ?? '',
    modelId: model.id,
    asOf: scenario.asOf ?? scenarioDefaults.asOf,
    currency,
    exchangeRates,
    years,
    postures: postures.map(({ id, label, description }) => ({ id, label, description })),
    inputs,
    lines,
    correlations,
    restates: scenario.restates ?? [],
    ...(coming.changes.length === 0 ? {} : { changes: coming.changes }),
    run: {
      trials: scenario.run?.trials ?? scenarioDefaults.trials,
      seed: scenario.run?.seed ?? scenarioDefaults.seed,
      sampling: scenario.run?.sampling ?? scenarioDefaults.sampling,
      coupling: scenario.run?.coupling ?? scenarioDefaults.coupling,
    },
  };
  return {
    issues: inFileOrder(issues.all).slice(0, mostProblems),
    scenario: issues.hasErrors ? null : rest,
    rest,
  };
}

/** HK$ for one unit of each currency: the scenario's rates above those of the model. */
export function ratesOf(model: Model, scenario: Scenario): Readonly<Record<string, number>> {
  const rates: Record<string, number> = { ...model.exchangeRates };
  for (const [code, rate] of Object.entries(scenario.exchangeRates ?? {})) {
    if (rate !== undefined) rates[code] = rate;
  }
  return { ...rates, HKD: 1 };
}

function resolveHorizon(
  { horizon }: Model,
  given: number | undefined,
  issues: IssueCollector,
): number {
  const years = given ?? horizon.default;
  if (years < horizon.min || years > horizon.max) {
    issues.error(
      'horizon',
      '/horizon',
      `the horizon is ${years} years; this model takes ${horizon.min} to ${horizon.max}`,
    );
  }
  return years;
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}
