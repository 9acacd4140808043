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
  /** A plain object, or a list where that is allowed; undefined where the file could not be read as one. */
  readonly value: unknown;
  readonly places: Places;
  readonly issues: readonly Issue[];
}

const mostIssues = 50;
const valueExpected = 4;
/** Property name, value, colon, comma, } or ] expected: what the parser also misses after another mistake. */
const expectations = new Set<number>([3, 4, 5, 6, 7, 8]);

/**
 * Reads JSON with comments and trailing commas from text or bytes that nobody vouches for.
 * Every problem is an issue; nothing is thrown.
 */
export function parseDocument(
  source: string | Uint8Array,
  file: string,
  { orList = false }: { readonly orList?: boolean } = {},
): ParsedDocument {
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
  const syntax = withoutEchoes(errors, text, positions).map(({ error, offset }) =>
    issueAt('syntax', offset, syntaxMessage(error, text, offset)),
  );
  if (tree === undefined || syntax.length > 0) {
    const nothing = issueAt(
      'empty',
      0,
      'the file holds comments only; it should hold an object { }',
    );
    const issues = tree === undefined && errors[0]?.error === valueExpected ? [nothing] : syntax;
    return { value: undefined, places, issues: issues.slice(0, mostIssues) };
  }

  const built = buildValue(tree, places);
  if (tree.type !== 'object' && !(orList && tree.type === 'array')) {
    const message = `the file should hold an object { }; found ${describe(built.value)}`;
    return { value: undefined, places, issues: [issueAt('not-an-object', tree.offset, message)] };
  }
  return { value: built.value, places, issues: built.issues.slice(0, mostIssues) };
}

/** One mistake makes the parser stumble several times; the first of a line is the one to mend. */
function withoutEchoes(errors: readonly ParseError[], text: string, positions: TextPositions) {
  const kept: ParseError[] = [];
  let lastLine = 0;
  let lastEnd = -1;
  for (const error of errors) {
    const { line } = positions.at(error.offset);
    const between = lastEnd >= 0 ? text.slice(lastEnd, error.offset) : '-';
    const nextLine = between.slice(lineEnd(between)).trim() === '' && error.error === valueExpected;
    const echo = nextLine || (between.trim() === '' && expectations.has(error.error));
    if (line !== lastLine && !echo) kept.push(error);
    lastLine = line;
    lastEnd = error.offset + error.length;
    if (kept.length > mostIssues) break;
  }
  return kept;
}

function lineEnd(text: string): number {
  const at = text.search(/[\r\n]/);
  return at < 0 ? 0 : at;
}

function unreadable(issue: Issue): ParsedDocument {
  const { file, line, column } = issue;
  return { value: undefined, places: { locate: () => ({ file, line, column }) }, issues: [issue] };
}
