import { parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { buildValue } from './build-value.ts';
import { decodeText } from './decode-text.ts';
import { describe } from './describe.ts';
import { DocumentPlaces } from './document-places.ts';
import type { Issue } from './issue.ts';
import { measureDocument } from './measure-document.ts';
import type { Places } from './source.ts';
import { syntaxMessage } from './syntax-message.ts';
import { TextPositions } from './text-positions.ts';

/** What a file holds, before anything is known of what it should hold. */
export interface ParsedDocument {
  /** A plain object; undefined where the file could not be read as one. */
  readonly value: unknown;
  readonly places: Places;
  readonly issues: readonly Issue[];
}

const mostIssues = 50;
const commaExpected = 6;
const unexpectedEndOfString = 12;

/**
 * Reads JSON with comments and trailing commas from text or bytes that nobody vouches for.
 * Every problem is an issue; nothing is thrown.
 */
export function parseDocument(source: string | Uint8Array, file: string): ParsedDocument {
  const decoded = decodeText(source);
  if (!('text' in decoded)) {
    const { code, message, line, column } = decoded;
    return unreadable({ code, severity: 'error', file, line, column, pointer: '', message });
  }
  const { text } = decoded;
  const positions = new TextPositions(text);
  const issueAt = (code: string, offset: number, message: string): Issue => ({
    code,
    severity: 'error',
    file,
    ...positions.at(offset),
    pointer: '',
    message,
  });

  if (text.trim() === '') {
    return unreadable(issueAt('empty', 0, 'the file is empty; it should hold an object { }'));
  }
  const tooMuch = measureDocument(text);
  if (tooMuch !== null) {
    return unreadable(issueAt(tooMuch.code, tooMuch.offset, tooMuch.message));
  }

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const places = new DocumentPlaces(file, text, positions, tree);
  const syntax = withoutEchoes(errors, positions).map(({ error, offset }) =>
    issueAt('syntax', offset, syntaxMessage(error, text, offset)),
  );
  if (tree === undefined || syntax.length > 0) {
    const nothing = issueAt('syntax', 0, 'the file holds comments only; it should hold an object { }');
    const issues = syntax.length > 0 ? syntax : [nothing];
    return { value: undefined, places, issues: issues.slice(0, mostIssues) };
  }

  const built = buildValue(tree, places);
  if (tree.type !== 'object') {
    const message = `the file should hold an object { }; found ${describe(built.value)}`;
    return { value: undefined, places, issues: [issueAt('not-an-object', tree.offset, message)] };
  }
  return { value: built.value, places, issues: built.issues.slice(0, mostIssues) };
}

/** One mistake makes the parser stumble several times; the first of a line is the one to mend. */
function withoutEchoes(errors: readonly ParseError[], positions: TextPositions) {
  const kept: ParseError[] = [];
  let lastLine = 0;
  let lastError = 0;
  for (const error of errors) {
    const { line } = positions.at(error.offset);
    const echo = lastError === unexpectedEndOfString && error.error === commaExpected;
    if (line !== lastLine && !echo) kept.push(error);
    lastLine = line;
    lastError = error.error;
    if (kept.length > mostIssues) break;
  }
  return kept;
}

function unreadable(issue: Issue): ParsedDocument {
  const { file, line, column } = issue;
  return { value: undefined, places: { locate: () => ({ file, line, column }) }, issues: [issue] };
}
