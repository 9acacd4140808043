import { checkModel } from './check-model.ts';
import type { Loaded } from './loaded.ts';
import { modelSchema } from './model.ts';
import type { Model } from './model.ts';
import { reservedWords } from './name-rules.ts';
import { parseDocument } from './parse-document.ts';
import { validate, withContents } from './validate.ts';

/**
 * Reads a model file and checks all that needs no formulas. `reserved` are the words that nothing
 * in the model may be called, because they mean something in formulas.
 */
export function loadModel(
  source: string | Uint8Array,
  file: string,
  reserved: readonly string[] = reservedWords,
): Loaded<Model> {
  const document = parseDocument(source, file);
  const { places } = document;
  if (document.value === undefined) return { value: null, issues: document.issues, places };
  const { value, issues } = validate(modelSchema, document.value, places);
  const contents = value === null ? issues : checkModel(value, places, reserved);
  const found = withContents(document.issues, contents);
  return {
    value: found.some((issue) => issue.severity === 'error') ? null : value,
    issues: found,
    places,
  };
}
