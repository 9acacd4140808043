import { FormulaError } from './formula-error.ts';
import type { Token } from './tokens.ts';

/** Words that join values elsewhere. */
export const foreignOperators: readonly string[] = ['mod', 'to', 'in', 'xor'];

/** Why a word or sign cannot stand where it does, behind `before`. */
export function misplaced(token: Token, before: Token | undefined, text: string): FormulaError {
  if (token.kind === 'sign' && token.sign === ':')
    return new FormulaError(
      '":" stands only behind the "?" of a choice, a ? b : c; a formula cannot hold a range',
      token,
    );
  if (token.kind === 'sign' && token.sign === ',')
    return new FormulaError(
      before?.kind === 'number'
        ? 'a comma only stands between the values of a function; the decimal sign is a point, and thousands are written without a sign'
        : 'a comma only stands between the values of a function',
      token,
    );
  const behindValue =
    before !== undefined &&
    (before.kind !== 'sign' || before.sign === ')') &&
    !(before.kind === 'name' && ['and', 'or', 'not'].includes(before.name));
  if (behindValue && token.kind === 'name' && foreignOperators.includes(token.name))
    return new FormulaError(
      `"${token.name}" is not an operator here; there are + - * / ^, comparisons, and, or, not, and a ? b : c`,
      token,
    );
  const isValue = token.kind !== 'sign' || token.sign === '(';
  if (behindValue && isValue && !(token.kind === 'name' && token.name === 'not'))
    return new FormulaError(
      'two values stand side by side; write * between them to multiply',
      token,
    );
  return new FormulaError(
    `the formula cannot be read from ${JSON.stringify(text.slice(token.from, token.from + 12))} on`,
    token,
  );
}
