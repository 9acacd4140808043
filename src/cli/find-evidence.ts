import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evidenceSchema } from '../schema/evidence.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Issue } from '../schema/issue.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { validate } from '../schema/validate.ts';
import { isFileUnder, readBytes } from './read-file.ts';

const none: Evidence = {
  version: '0',
  reviewed: '',
  article: { url: '', title: 'none' },
  confidenceLevels: {},
  facts: {},
  claims: {},
};

/** The evidence that a model rests on: `evidence.json` beside its file, if there is one. */
export function evidenceBeside(modelFile: string): {
  readonly evidence: Evidence;
  readonly issues: readonly Issue[];
} {
  const folder = dirname(modelFile);
  const file = join(folder, 'evidence.json');
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    return { evidence: none, issues: [] };
  // As with what a scenario extends: a folder of a stranger must not reach the rest of a disk.
  const source = isFileUnder(file, folder) ? readBytes(file) : null;
  return source === null
    ? { evidence: none, issues: [notOfFolder(file)] }
    : readEvidence(source, file);
}

function notOfFolder(file: string): Issue {
  return {
    code: 'evidence-outside',
    severity: 'error',
    file,
    line: 0,
    column: 0,
    pointer: '',
    message:
      'the evidence of a model is a file in the folder of the model, not a link out of it, a folder or a device; put the file itself there, or take this away',
  };
}

/** Reads and checks a file of evidence. */
export function readEvidence(
  source: string | Uint8Array,
  file: string,
): { readonly evidence: Evidence; readonly issues: readonly Issue[] } {
  const document = parseDocument(source, file);
  if (document.value === undefined) return { evidence: none, issues: document.issues };
  const { value, issues } = validate(evidenceSchema, document.value, document.places);
  return { evidence: value ?? none, issues: [...document.issues, ...issues] };
}
