import { dirname, join } from 'node:path';
import { evidenceSchema } from '../schema/evidence.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Issue } from '../schema/issue.ts';
import { parseDocument } from '../schema/parse-document.ts';
import { validate } from '../schema/validate.ts';
import { readBytes } from './read-file.ts';

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
  const file = join(dirname(modelFile), 'evidence.json');
  const source = readBytes(file);
  return source === null ? { evidence: none, issues: [] } : readEvidence(source, file);
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
