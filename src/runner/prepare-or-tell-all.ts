import { checkFormulas } from '../language/compile.ts';
import type { Issue } from '../schema/issue.ts';
import { loadModel } from '../schema/load-model.ts';
import { loadScenario } from '../schema/load-scenario.ts';
import { resolveScenario } from '../schema/resolve-scenario.ts';
import { isEcho, salvage } from '../schema/salvage.ts';
import { lawOf, modelMissing, prepare, withFlows } from './prepare.ts';
import type { Preparation, PrepareRequest } from './prepare.ts';

/** Parts of a scenario that the law is asked about: where one is lost, it would answer another question. */
const askedOfLaw =
  /^\/(?:company|flows|law|programme|postures|asOf|horizon|currency|exchangeRates)\b/;

/**
 * Prepares a scenario; one that cannot be run is told all its faults, and not only those that ended
 * its preparation: what is wrong is taken out, and what is left goes on through every layer. What may
 * come of what was taken out is not told. In the order of files and places.
 */
export function prepareOrTellAll(request: PrepareRequest): Preparation {
  const preparation = prepare(request);
  if (preparation.prepared !== null) return preparation;
  const found = new Map(preparation.issues.map((issue) => [keyOf(issue), issue]));
  for (const issue of faultsOfTheRest(request)) {
    if (!found.has(keyOf(issue))) found.set(keyOf(issue), issue);
  }
  return { ...preparation, issues: inOrder([...found.values()], request.file) };
}

/** The scenario's own file first. */
function inOrder(issues: readonly Issue[], own: string): readonly Issue[] {
  const files = [...new Set([own, ...issues.map(({ file }) => file)])];
  return issues.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

const keyOf = ({ code, column, file, line, message }: Issue): string =>
  JSON.stringify([file, line, column, code, message]);

function faultsOfTheRest(request: PrepareRequest): readonly Issue[] {
  const loaded = withFlows(loadScenario(request.file, request.read, salvage), request.flows);
  const scenario = loaded.value ?? loaded.rest?.value;
  // What was changed by hand is of one layer, and tells of itself.
  if (scenario === undefined || request.changes !== undefined) return [];
  const { model: name = '' } = scenario.scenario;
  const lost = loaded.rest?.lost ?? [];
  let modelLost: readonly string[] = [];
  const issues: Issue[] = [];
  const tell = (more: readonly Issue[]) =>
    issues.push(
      ...more.filter(
        (issue) => !isEcho(issue, lost, 'scenario') && !isEcho(issue, modelLost, 'model'),
      ),
    );

  const model = request.findModel(name);
  if (model === null || 'problem' in model) return [modelMissing(name, model, loaded.places)];
  const read = loadModel(model.source, model.file, undefined, salvage);
  const known = read.value ?? read.rest?.value;
  tell(read.issues);
  if (known === undefined) return issues;
  modelLost = read.rest?.lost ?? [];

  const asks = !lost.some((pointer) => askedOfLaw.test(pointer)) && read.value !== null;
  const law = asks ? lawOf(request.applyLaw, known, scenario) : { applied: null, issues: [] };
  tell(law.issues);
  const { rest, issues: unresolved } = resolveScenario(known, scenario, law.applied?.inputs);
  tell(unresolved);
  tell(
    checkFormulas({
      model: known,
      modelPlaces: read.places,
      scenario: rest,
      scenarioPlaces: loaded.places,
      parse: request.parse,
    }),
  );
  return issues;
}
