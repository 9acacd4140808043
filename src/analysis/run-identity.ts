import type { Compiled } from '../language/compile.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Model } from '../schema/model.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import type { Scenario } from '../schema/scenario.ts';
import { hashOf } from './canonical-json.ts';
import { originOf } from './made-from.ts';

/** What a run was made from, for its manifest. */
export interface RunIdentity {
  /** What the scenario says, with what it extends and with what was changed. */
  readonly scenario: Scenario;
  readonly scenarioFile: string;
  /** The values of the inputs as files gave them, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** What the law says; null where the scenario has nothing that it could be asked about. */
  readonly law?: LawResult | null;
  /** The same model for another resolved scenario, to see what a change would do. */
  readonly compileWith?: (scenario: ResolvedScenario) => Compiled | null;
}

const modelHashes = new WeakMap<Model, string>();

/** SHA-256 of all that a model says, but whom its checks bind, which alters no answer. */
export function modelHash(made: Model): string {
  const model = originOf(made);
  const known = modelHashes.get(model) ?? hashOf({ ...model, checks: model.checks.map(unbound) });
  modelHashes.set(model, known);
  return known;
}

function unbound({ claims: _claims, ...check }: Model['checks'][number]): object {
  return check;
}

/**
 * SHA-256 of what a scenario says about the company: not of how it is run, which the manifest
 * tells, nor of how it is spread over files, so that a scenario saved as one file keeps it, nor of
 * what it is checked against.
 */
export function scenarioHash({
  run: _run,
  extends: _extends,
  $schema: _schema,
  restates: _restates,
  ...says
}: Scenario): string {
  return hashOf(
    Object.fromEntries(
      Object.entries(says).filter(
        ([, part]) => typeof part !== 'object' || Object.keys(part).length > 0,
      ),
    ),
  );
}
