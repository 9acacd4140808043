import { checkModel } from './check-model.ts';
import type { Loaded } from './loaded.ts';
import { modelSchema } from './model.ts';
import type { Model } from './model.ts';
import { reservedWords } from './name-rules.ts';
import { parseDocument } from './parse-document.ts';
import { isEcho } from './salvage.ts';
import type { Salvage } from './salvage.ts';
import { inFileOrder, validate, withContents } from './validate.ts';

/**
 * Reads a model file and checks all that needs no formulas. `reserved` are the words that nothing
 * in the model may be called, because they mean something in formulas. With `salvage`, what is right
 * of a model with faults is looked at too.
 */
export function loadModel(
  source: string | Uint8Array,
  file: string,
  reserved: readonly string[] = reservedWords,
  salvage: Salvage | null = null,
): Loaded<Model> {
  const document = parseDocument(source, file);
  const { places } = document;
  if (document.value === undefined) return { value: null, issues: document.issues, places };
  const { value, issues } = validate(modelSchema, document.value, places);
  const rest = value === null ? (salvage?.(modelSchema, document.value, issues) ?? null) : null;
  const checked = value ?? rest?.value;
  const more = checked === undefined ? [] : checkModel(checked, places, reserved);
  const lost = rest?.lost ?? [];
  const contents = [...issues, ...more.filter((issue) => !isEcho(issue, lost, 'model'))];
  const found = withContents(document.issues, inFileOrder(contents));
  if (!found.some((issue) => issue.severity === 'error')) return { value, issues: found, places };
  const left = checked === undefined || salvage === null ? null : { value: checked, lost };
  return { value: null, issues: found, places, rest: left };
}
