import { FormulaError } from './formula-error.ts';
import type { Span } from './span.ts';

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    /** `auditCost`, or `remediation.count` with its dot; also `and`, `or`, `not`. */
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'end' }
  );

/** Longer ones first. */
const signs = [
  '<=',
  '>=',
  '==',
  '!=',
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '>',
  '(',
  ')',
  ',',
  '?',
  ':',
] as const;
export type Sign = (typeof signs)[number];

const patterns = {
  space: /[ ]*/y,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  name: /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y,
  text: /"[^"\\]*"|'[^'\\]*'/y,
  /** What follows a number without a space and so belongs to it. */
  rest: /[\w.]+/y,
};

const only =
  'is not an operator here; there are + - * / ^, comparisons, and, or, not, and a ? b : c';

/** Signs that mean something elsewhere, and what is to be written here. */
const refused: readonly (readonly [sign: string, message: string])[] = [
  ['**', `"**" ${only}; a power is written with ^`],
  ['&&', `"&&" ${only}; write and`],
  ['||', `"||" ${only}; write or`],
  ['<>', `"<>" ${only}; write !=`],
  ['=', 'a formula only computes; it cannot assign with "=" (to compare, write "==")'],
  ['!', `"!" ${only}; write not`],
  ['%', `"%" ${only}; 27 % is written 0.27`],
  ['[', 'a formula cannot hold a list or look up with [ ]; use at(x, year, 1)'],
  [']', 'a formula cannot hold a list or look up with [ ]; use at(x, year, 1)'],
  ['{', 'a formula cannot hold an object'],
  ['}', 'a formula cannot hold an object'],
  [';', 'a formula is one expression; ";" cannot stand in it'],
];

/** Reads a formula into its words and signs. Throws FormulaError at what is none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? null;
  };
  for (;;) {
    offset += match(patterns.space)?.length ?? 0;
    if (offset >= text.length) break;
    const number = match(patterns.number);
    const word = number ?? match(patterns.name) ?? match(patterns.text);
    const sign = word === null ? signs.find((each) => text.startsWith(each, offset)) : undefined;
    const foreign = refused.find(([each]) => text.startsWith(each, offset));
    if (word === null && foreign !== undefined && foreign[0].length >= (sign?.length ?? 0))
      throw new FormulaError(foreign[1], { from: offset, to: offset + foreign[0].length });
    const length = (word ?? sign)?.length;
    if (length === undefined) throw unreadable(text, offset);
    const span = { from: offset, to: offset + length };
    offset += length;
    if (number !== null)
      tokens.push({
        kind: 'number',
        value: valueOf(number, text, span, match(patterns.rest)),
        ...span,
      });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign, ...span });
    else if (word?.startsWith('"') === true || word?.startsWith("'") === true)
      tokens.push({ kind: 'text', value: word.slice(1, -1), ...span });
    else tokens.push({ kind: 'name', name: word ?? '', ...span });
  }
  tokens.push({ kind: 'end', from: text.length, to: text.length });
  return tokens;
}

function unreadable(text: string, from: number): FormulaError {
  const span = { from, to: from + 1 };
  const character = text.charAt(from);
  if (character === '"' || character === "'") {
    const closed = text.indexOf(character, from + 1) >= 0;
    return new FormulaError(
      closed
        ? 'a word in quotes cannot hold a backslash'
        : `the word that begins here is not closed with ${character}`,
      { from, to: text.length },
    );
  }
  const shown = character === '\n' || character === '\r' ? null : JSON.stringify(character);
  return new FormulaError(
    /[\x20-\x7E]/.test(character)
      ? `${shown} cannot stand in a formula`
      : `a formula is one line of plain characters; ${shown === null ? 'a line break' : `the character ${shown}`} cannot stand in it`,
    span,
  );
}

/** What a numeral is; `rest` is what stands right behind it. */
function valueOf(digits: string, text: string, span: Span, rest: string | null): number {
  const whole = digits + (rest ?? '');
  const all = { from: span.from, to: span.from + whole.length };
  const based = /^0[xXbBoO]/.test(whole) ? Number(whole) : NaN;
  if (!Number.isNaN(based))
    throw new FormulaError(`${whole} is not a number that a formula may hold; write ${based}`, all);
  if (rest !== null)
    throw new FormulaError(
      /^[A-Za-z]/.test(rest)
        ? `two values stand side by side in ${whole}; write * between them to multiply`
        : `${whole} is not a number`,
      all,
    );
  if (/^0\d/.test(digits))
    throw new FormulaError(
      `${digits} is not a number that a formula may hold; numbers are written without zeros before them, and thousands without commas`,
      span,
    );
  const groups = /^\d{1,3}$/.test(digits) ? /^(?:,\d{3})+(?!\d)/.exec(text.slice(span.to)) : null;
  if (groups !== null)
    throw new FormulaError(
      `${digits}${groups[0]} may be one number or several; write ${digits}${groups[0].replaceAll(',', '')}, or a space after each comma`,
      { from: span.from, to: span.to + groups[0].length },
    );
  const value = Number(digits);
  if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(digits.split(/e/i)[0] ?? '')))
    throw new FormulaError(
      `${digits} is not a number that a formula may hold; it is too ${value === 0 ? 'near to 0' : 'large'}`,
      span,
    );
  return value;
}
