import { hashOf } from '../analysis/canonical-json.ts';
import type { RunIdentity } from '../analysis/analyse.ts';
import { compile } from '../language/compile.ts';
import type { Compiled } from '../language/compile.ts';
import type { Issue } from '../schema/issue.ts';
import { loadModel } from '../schema/load-model.ts';
import { loadScenario } from '../schema/load-scenario.ts';
import type { ReadFile } from '../schema/load-scenario.ts';
import type { RunOptions } from '../schema/resolved.ts';
import { resolveScenario } from '../schema/resolve-scenario.ts';

/** Finds the text of a model by what a scenario calls it; null where there is none of that name. */
export type FindModel = (
  name: string,
) => { readonly file: string; readonly source: string | Uint8Array } | null;

export interface PrepareRequest {
  /** The scenario's file, as `read` knows it. */
  readonly file: string;
  readonly read: ReadFile;
  readonly findModel: FindModel;
  /** Run settings that stand above the scenario's own. */
  readonly run?: Partial<RunOptions>;
}

/** Everything that is needed to run a scenario, checked. */
export interface Prepared {
  readonly compiled: Compiled;
  readonly identity: RunIdentity;
}

/** From a scenario's file to a compiled plan: reads, merges, resolves, compiles. All issues are told at once. */
export function prepare(request: PrepareRequest): {
  readonly prepared: Prepared | null;
  readonly issues: readonly Issue[];
} {
  const loaded = loadScenario(request.file, request.read);
  const issues: Issue[] = [...loaded.issues];
  if (loaded.value === null) return { prepared: null, issues };
  const name = loaded.value.scenario.model ?? '';
  const found = request.findModel(name);
  if (found === null) {
    const place = loaded.places.locate('/model');
    const message = `there is no model ${JSON.stringify(name.slice(0, 60))}; a scenario names a model by its id, such as "compliance-tco"`;
    issues.push({ code: 'model-missing', severity: 'error', pointer: '/model', message, ...place });
    return { prepared: null, issues };
  }
  const model = loadModel(found.source, found.file);
  issues.push(...model.issues);
  if (model.value === null) return { prepared: null, issues };
  const resolution = resolveScenario(model.value, loaded.value);
  issues.push(...resolution.issues);
  if (resolution.scenario === null) return { prepared: null, issues };
  const scenario = { ...resolution.scenario, run: { ...resolution.scenario.run, ...request.run } };
  const { compiled, issues: formulaIssues } = compile({
    model: model.value,
    modelPlaces: model.places,
    scenario,
    scenarioPlaces: loaded.places,
  });
  issues.push(...formulaIssues);
  if (compiled === null) return { prepared: null, issues };
  for (const index of compiled.failedChecks) {
    const check = model.value.checks[index];
    if (check === undefined || check.severity !== 'error') continue;
    issues.push({
      code: 'check',
      severity: 'error',
      pointer: '/inputs',
      message: check.message,
      ...loaded.places.locate('/inputs'),
    });
  }
  if (issues.some((issue) => issue.severity === 'error')) return { prepared: null, issues };
  return {
    issues,
    prepared: {
      compiled,
      identity: {
        modelHash: hashOf(model.value),
        // The run settings stand in the manifest; the hash is of what the scenario says otherwise.
        scenarioHash: hashOf({ ...loaded.value.scenario, run: undefined }),
        scenarioFile: request.file,
        given: loaded.value.scenario.inputs ?? {},
      },
    },
  };
}
