import { FormulaNotStored, storedFormulas } from '../language/stored-formulas.ts';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { ApplyLaw } from '../regimes/apply-law.ts';
import { rememberLaw } from '../regimes/remember-law.ts';
import { rememberScenario } from '../schema/remember-scenario.ts';
import {
  bundledFormulas,
  findBundledModel,
  PlaceNotRead,
  readBundledModel,
  readBundledPlaces,
} from './bundled-models.ts';
import { fetchPart } from './fetch-part.ts';
import { prepareWith } from './prepare.ts';
import type { Preparation } from './prepare.ts';
import type { RunRequest } from './run-request.ts';

/** Makes a requested scenario ready to run. */
export type PrepareRequested = (request: RunRequest) => Promise<Preparation>;

let parse: ParseFormula = storedFormulas(bundledFormulas);

/** The law is fetched for the first scenario that has something to ask it. */
class LawNotLoaded extends Error {}
let applyLaw: ApplyLaw = () => {
  throw new LawNotLoaded();
};

/** While a slider moves, the files of a scenario stay the same. */
const load = rememberScenario();

/** The reader of formulas, the text of the model, the law. */
const partsToFetch = 3;

/**
 * Prepares a scenario of a bundled model, which was read and checked when Tandem was built. Only a
 * scenario that brings its own formulas has the reader of formulas fetched.
 */
export const prepareRequested: PrepareRequested = async (request) => {
  for (let missing = 0; ; missing++) {
    try {
      return prepareBundled(request, parse);
    } catch (error) {
      // Each part is fetched once: what is still missing then is a fault of ours.
      if (missing >= partsToFetch) throw error;
      if (error instanceof FormulaNotStored)
        parse = (await fetchPart(import('../language/parse-formula.ts'))).parseFormula;
      else if (error instanceof PlaceNotRead) await readBundledPlaces();
      else if (error instanceof LawNotLoaded)
        applyLaw = rememberLaw((await fetchPart(import('./bundled-law.ts'))).bundledLaw);
      else throw error;
    }
  }
};

function prepareBundled(
  { scenarioFile, files, changes, trials, seed }: RunRequest,
  reader: ParseFormula,
): Preparation {
  return prepareWith({
    file: scenarioFile,
    load: (file) => load(file, files),
    findModel: findBundledModel,
    readModel: readBundledModel,
    parse: reader,
    applyLaw,
    ...(changes === undefined ? {} : { changes }),
    run: {
      ...(trials === undefined ? {} : { trials }),
      ...(seed === undefined ? {} : { seed }),
    },
  });
}
