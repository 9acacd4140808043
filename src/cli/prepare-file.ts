import { parseFormula } from '../language/parse-formula.ts';
import { prepareOrTellAll } from '../runner/prepare-or-tell-all.ts';
import type { Prepared } from '../runner/prepare.ts';
import { lawWith } from '../runner/regime-files.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Flow } from '../schema/flow.ts';
import type { Issue } from '../schema/issue.ts';
import type { ReadFile } from '../schema/load-scenario.ts';
import type { RunOptions } from '../schema/resolved.ts';
import { evidenceBeside } from './find-evidence.ts';
import { modelFinder } from './find-model.ts';
import { readerFor } from './read-file.ts';

/** A scenario file ready to run, with the evidence that its model rests on. */
export interface PreparedFile {
  readonly prepared: Prepared;
  readonly evidence: Evidence;
}

/** Name of a scenario that is in no file, beside the one that it extends. */
export const overlayName = 'inputs-of-a-library.json';

/**
 * Prepares a scenario file; null where an issue is an error. `overlay` is the text of a scenario
 * that extends it, in no file of its own.
 */
export function prepareFile(
  path: string,
  run: Partial<RunOptions>,
  flows?: readonly Flow[],
  overlay?: string,
): { readonly ready: PreparedFile | null; readonly issues: readonly Issue[] } {
  const own = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const file =
    overlay === undefined ? own : `${own.slice(0, own.lastIndexOf('/') + 1)}${overlayName}`;
  const readOwn = readerFor(own);
  const read: ReadFile = (each) =>
    overlay !== undefined && each === file ? overlay : readOwn(each);
  const find = modelFinder(own);
  let modelFile = '';
  const { prepared, issues } = prepareOrTellAll({
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
    file,
    read,
    run,
    ...(flows === undefined ? {} : { flows }),
    findModel: (name) => {
      const found = find(name);
      modelFile = found !== null && 'file' in found ? found.file : '';
      return found;
    },
  });
  if (prepared === null) return { ready: null, issues };
  const { evidence, issues: evidenceIssues } = evidenceBeside(modelFile);
  const wrong = evidenceIssues.some((issue) => issue.severity === 'error');
  const identity = { ...prepared.identity, scenarioFile: own };
  return {
    ready: wrong ? null : { prepared: { ...prepared, identity }, evidence },
    issues: [...issues, ...evidenceIssues],
  };
}
