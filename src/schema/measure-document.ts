import { createScanner } from 'jsonc-parser';
import type { SyntaxKind } from 'jsonc-parser';

/** Deepest nesting of lists and objects that is read. */
export const deepestNesting = 64;
/** Most values that one file may hold. */
export const mostValues = 250_000;

// jsonc-parser declares its token kinds as a const enum, which isolated modules cannot import.
const openBrace: SyntaxKind = 1;
const closeBrace: SyntaxKind = 2;
const openBracket: SyntaxKind = 3;
const closeBracket: SyntaxKind = 4;
const comma: SyntaxKind = 5;
const colon: SyntaxKind = 6;
const endOfFile: SyntaxKind = 17;

/** Why a document is not worth parsing, and at which character. */
export interface TooMuch {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
}

/**
 * Looks through a document once, without recursion, for what would exhaust the parser.
 * Returns null where it may be parsed.
 */
export function measureDocument(text: string): TooMuch | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 0;
  for (let kind = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    if (kind === openBrace || kind === openBracket) depth++;
    else if (kind === closeBrace || kind === closeBracket) depth--;
    else if (kind !== comma && kind !== colon) values++;
    if (depth > deepestNesting) {
      return {
        code: 'too-deep',
        offset: scanner.getTokenOffset(),
        message: `lists and objects are nested more than ${deepestNesting} deep here; a scenario needs about six`,
      };
    }
    if (values > mostValues) {
      return {
        code: 'too-many-values',
        offset: scanner.getTokenOffset(),
        message: `the file holds more than 250,000 names and values`,
      };
    }
  }
  return null;
}
