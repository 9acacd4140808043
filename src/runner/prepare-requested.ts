import { FormulaNotStored, storedFormulas } from '../language/stored-formulas.ts';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Issue } from '../schema/issue.ts';
import { loadModel } from '../schema/load-model.ts';
import type { Loaded } from '../schema/loaded.ts';
import type { Model } from '../schema/model.ts';
import { bundledClaims, bundledFormulas, findBundledModel } from './bundled-models.ts';
import { prepare } from './prepare.ts';
import type { Prepared, ReadModel } from './prepare.ts';
import type { RunRequest } from './run-request.ts';

/** Makes a requested scenario ready to run. */
export type PrepareRequested = (request: RunRequest) => Promise<{
  readonly prepared: Prepared | null;
  readonly evidence: Pick<Evidence, 'claims'>;
  readonly issues: readonly Issue[];
}>;

let parse: ParseFormula = storedFormulas(bundledFormulas);

/**
 * Prepares a scenario of a bundled model. Its formulas were read when Tandem was built; only a
 * scenario that brings its own has the reader of formulas fetched.
 */
export const prepareRequested: PrepareRequested = async (request) => {
  const ready = () => ({ ...prepareWith(request, parse), evidence: bundledClaims });
  try {
    return ready();
  } catch (error) {
    if (!(error instanceof FormulaNotStored)) throw error;
    parse = (await import('../language/parse-formula.ts')).parseFormula;
    return ready();
  }
};

function prepareWith(
  { scenarioFile, files, changes, trials, seed }: RunRequest,
  reader: ParseFormula,
) {
  return prepare({
    file: scenarioFile,
    read: (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
    findModel: findBundledModel,
    readModel: remembered,
    parse: reader,
    ...(changes === undefined ? {} : { changes }),
    run: {
      ...(trials === undefined ? {} : { trials }),
      ...(seed === undefined ? {} : { seed }),
    },
  });
}

const models = new Map<string | Uint8Array, Loaded<Model>>();

/** Bundled models never change: each is read once. */
const remembered: ReadModel = (source, file) => {
  const known = models.get(source) ?? loadModel(source, file);
  models.set(source, known);
  return known;
};
