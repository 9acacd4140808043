import { checkFormulas, compile } from '../language/compile.ts';
import { parseFormula } from '../language/parse-formula.ts';
import type { Issue } from '../schema/issue.ts';
import { loadModel } from '../schema/load-model.ts';
import { loadScenario } from '../schema/load-scenario.ts';
import { parseDocument } from '../schema/parse-document.ts';
import type { ParsedDocument } from '../schema/parse-document.ts';
import { resolveScenario } from '../schema/resolve-scenario.ts';
import { resultSchema } from '../schema/result.ts';
import { isEcho, salvage } from '../schema/salvage.ts';
import { inFileOrder, validate } from '../schema/validate.ts';
import { CommandStop } from './exit-code.ts';
import { readEvidence } from './find-evidence.ts';
import { kindOfFile } from './kind-of-file.ts';
import { prepareFile } from './prepare-file.ts';
import { readBytes } from './read-file.ts';

/** The problems of one file, and what kind of file it is, in words. */
export interface Validation {
  readonly kind: string;
  readonly issues: readonly Issue[];
}

/** Checks a file by what it holds: a scenario unless it is plainly a model, evidence or a result. */
export function validateFile(file: string): Validation {
  let source: Uint8Array | null;
  try {
    source = readBytes(file);
  } catch (error) {
    if (!(error instanceof CommandStop)) throw error;
    return unreadable(file, error.message.replace(`${file}: `, ''));
  }
  if (source === null) return unreadable(file, 'there is no such file');
  const document = parseDocument(source, file);
  switch (kindOfFile(document.value)) {
    case 'model':
      return validateModel(source, file);
    case 'evidence':
      return { kind: 'evidence', issues: readEvidence(source, file).issues };
    case 'result':
      return validateResult(document);
    case 'json-schema':
      return { kind: 'a JSON Schema, which is not checked', issues: document.issues };
    case 'scenario': {
      const { ready, issues } = prepareFile(file, {});
      const model = ready?.prepared.compiled.source.model;
      return {
        kind: model === undefined ? 'scenario' : `scenario for ${model.id} ${model.version}`,
        issues,
      };
    }
  }
}

function unreadable(file: string, message: string): Validation {
  const issue: Issue = {
    code: 'not-found',
    severity: 'error',
    file,
    line: 0,
    column: 0,
    pointer: '',
    message,
  };
  return { kind: 'unreadable', issues: [issue] };
}

/** Compiles a model with its own defaults, so that every formula is checked too. */
function validateModel(source: Uint8Array, file: string): Validation {
  const { issues, places, rest, value } = loadModel(source, file, undefined, salvage);
  const model = value ?? rest?.value;
  if (model === undefined) return { kind: 'model', issues };
  const kind = `model ${model.id} ${model.version}`;
  const text = JSON.stringify({ model: model.id, name: 'the defaults' });
  const defaults = loadScenario(file, () => text);
  if (defaults.value === null) return { kind, issues };
  const resolution = resolveScenario(model, defaults.value);
  const input = {
    model,
    modelPlaces: places,
    scenario: resolution.rest,
    scenarioPlaces: places,
    parse: parseFormula,
  };
  if (value !== null && resolution.scenario !== null)
    return { kind, issues: [...issues, ...compile(input).issues] };
  // A default that does not resolve: the scenario made here is nowhere, the model is to be mended.
  const unresolved = resolution.issues.map((issue) => ({
    ...issue,
    ...places.locate('/inputs'),
    pointer: '/inputs',
  }));
  const told = value === null ? [] : unresolved;
  const formulas = checkFormulas(input).filter(
    (issue) => !isEcho(issue, rest?.lost ?? [], 'model'),
  );
  return { kind, issues: inFileOrder([...issues, ...told, ...formulas]) };
}

function validateResult(document: ParsedDocument): Validation {
  const { issues } = validate(resultSchema, document.value, document.places);
  return { kind: 'result', issues: [...document.issues, ...issues] };
}
