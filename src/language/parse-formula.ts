import { checkedCall } from './checked-call.ts';
import type { Expression, Operator } from './expression.ts';
import { formatExpression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { foreignOperators, misplaced } from './misplaced.ts';
import { placed, spanOf } from './span.ts';
import type { Span } from './span.ts';
import { tokensOf } from './tokens.ts';
import type { Sign, Token } from './tokens.ts';

const maximumLength = 2000;
const maximumNesting = 40;
const maximumSigns = 500;

/**
 * Reads a formula into an expression that can only compute, each part with its place in the text.
 * Throws FormulaError for anything else. What can be read in two ways, as `-x^2` or `a^b^c`, is
 * refused without brackets: spreadsheets and mathematics read it differently.
 */
export function parseFormula(text: string): Expression {
  if (text.length > maximumLength) {
    throw new FormulaError(
      `the formula is ${text.length} characters long; at most ${maximumLength} are read. Split it into definitions.`,
    );
  }
  if (text.trim() === '') throw new FormulaError('the formula is empty');
  return new FormulaReader(text).whole();
}

const comparisons: Partial<Record<Sign, Operator>> = {
  '<': 'less',
  '<=': 'lessOrEqual',
  '>': 'greater',
  '>=': 'greaterOrEqual',
  '==': 'equal',
  '!=': 'notEqual',
};
const sums: Partial<Record<Sign, Operator>> = { '+': 'add', '-': 'subtract' };
const products: Partial<Record<Sign, Operator>> = { '*': 'multiply', '/': 'divide' };

const notNumbers = ['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'];

class FormulaReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  /** Powers without brackets around them. */
  readonly #barePowers = new WeakSet<Expression>();
  #at = 0;
  #brackets = 0;
  #signs = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  whole(): Expression {
    const expression = this.#conditional();
    if (this.#token.kind !== 'end') throw this.#unexpected();
    return expression;
  }

  get #token(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new RangeError('read past the end of a formula');
    return token;
  }

  #take(sign: Sign): boolean {
    const token = this.#token;
    if (token.kind !== 'sign' || token.sign !== sign) return false;
    this.#at++;
    return true;
  }

  #takeWord(word: string): boolean {
    const token = this.#token;
    if (token.kind !== 'name' || token.name !== word) return false;
    this.#at++;
    return true;
  }

  #takeOperator(operators: Partial<Record<Sign, Operator>>): Operator | undefined {
    const token = this.#token;
    const operator = token.kind === 'sign' ? operators[token.sign] : undefined;
    if (operator !== undefined) this.#at++;
    return operator;
  }

  /** From a token to what was read last. */
  #since(from: number): Span {
    return { from, to: this.#tokens[this.#at - 1]?.to ?? from };
  }

  #operation(operator: Operator, operands: readonly Expression[], from: number): Expression {
    return placed({ kind: 'operation', operator, operands }, this.#since(from));
  }

  #conditional(): Expression {
    const { from } = this.#token;
    const condition = this.#either();
    if (!this.#take('?')) return condition;
    this.#countSign();
    const ifTrue = this.#conditional();
    if (!this.#take(':')) {
      throw this.#token.kind === 'end'
        ? new FormulaError(
            'the formula ends too early: a choice is written a ? b : c, and ":" is missing',
            this.#token,
          )
        : this.#unexpected();
    }
    const ifFalse = this.#conditional();
    return placed({ kind: 'choose', condition, ifTrue, ifFalse }, this.#since(from));
  }

  #either(): Expression {
    const { from } = this.#token;
    let left = this.#both();
    while (this.#takeWord('or')) left = this.#operation('or', [left, this.#both()], from);
    return left;
  }

  #both(): Expression {
    const { from } = this.#token;
    let left = this.#denial();
    while (this.#takeWord('and')) left = this.#operation('and', [left, this.#denial()], from);
    return left;
  }

  /** `not a < b` denies the comparison. */
  #denial(): Expression {
    const { from } = this.#token;
    if (!this.#takeWord('not')) return this.#comparison();
    this.#countSign();
    return this.#operation('not', [this.#denial()], from);
  }

  /** `a <= b < c` means `a <= b and b < c`. */
  #comparison(): Expression {
    const { from } = this.#token;
    let left = this.#sum();
    let whole: Expression | null = null;
    for (;;) {
      const start = spanOf(left)?.from ?? from;
      const operator = this.#takeOperator(comparisons);
      if (operator === undefined) return whole ?? left;
      const right = this.#sum();
      const pair = this.#operation(operator, [left, right], start);
      whole = whole === null ? pair : this.#operation('and', [whole, pair], from);
      left = right;
    }
  }

  #sum(): Expression {
    const { from } = this.#token;
    let left = this.#product();
    for (;;) {
      const operator = this.#takeOperator(sums);
      if (operator === undefined) return left;
      left = this.#operation(operator, [left, this.#product()], from);
    }
  }

  #product(): Expression {
    const { from } = this.#token;
    let left = this.#signed();
    for (;;) {
      const operator = this.#takeOperator(products);
      if (operator === undefined) return left;
      left = this.#operation(operator, [left, this.#signed()], from);
    }
  }

  /** A value with signs before it; `-x^2` is -4 or 4 for 2, by whom one asks. */
  #signed(): Expression {
    const { from } = this.#token;
    if (this.#take('+')) {
      this.#countSign();
      return this.#signed();
    }
    if (!this.#take('-')) return this.#power();
    this.#countSign();
    const operand = this.#signed();
    if (this.#barePowers.has(operand) && operand.kind === 'operation') {
      const [base, exponent] = operand.operands.map(inBrackets);
      throw new FormulaError(
        `-${base}^${exponent} can be read as -(${base}^${exponent}) or (-${base})^${exponent}; set the brackets`,
        this.#since(from),
      );
    }
    return this.#operation('negate', [operand], from);
  }

  #power(): Expression {
    const { from } = this.#token;
    const base = this.#value();
    if (!this.#take('^')) return base;
    const exponent = this.#exponent();
    if (this.#take('^')) {
      const third = this.#exponent();
      const [a, b, c] = [base, exponent, third].map(inBrackets);
      throw new FormulaError(
        `${a}^${b}^${c} can be read as ${a}^(${b}^${c}) or (${a}^${b})^${c}; set the brackets`,
        this.#since(from),
      );
    }
    const power = this.#operation('power', [base, exponent], from);
    this.#barePowers.add(power);
    return power;
  }

  /** Signs bind tighter behind ^ than before it: `2^-3` has one reading. */
  #exponent(): Expression {
    const { from } = this.#token;
    if (this.#take('+')) {
      this.#countSign();
      return this.#exponent();
    }
    if (!this.#take('-')) return this.#value();
    this.#countSign();
    return this.#operation('negate', [this.#exponent()], from);
  }

  #value(): Expression {
    const token = this.#token;
    switch (token.kind) {
      case 'number':
        this.#at++;
        return placed({ kind: 'number', value: token.value }, token);
      case 'text':
        this.#at++;
        return placed({ kind: 'text', value: token.value }, token);
      case 'name':
        return this.#name(token);
      case 'sign': {
        if (token.sign !== '(') throw this.#unexpected();
        this.#open(token);
        const inner = this.#conditional();
        this.#close(token);
        this.#barePowers.delete(inner);
        return inner;
      }
      case 'end':
        throw new FormulaError(
          'the formula ends too early: something is missing at its end',
          token,
        );
    }
  }

  #name(token: Token & { readonly kind: 'name' }): Expression {
    const { name } = token;
    if (notNumbers.includes(name))
      throw new FormulaError(`${name} is not a number that a formula may hold`, token);
    if (name === 'not')
      throw new FormulaError('"not" denies a condition; set brackets around not and it', token);
    if (['and', 'or', ...foreignOperators].includes(name)) throw this.#unexpected();
    this.#at++;
    const bracket = this.#token;
    if (bracket.kind !== 'sign' || bracket.sign !== '(') {
      if (name.split('.').length > 2)
        throw new FormulaError(
          'only events and cost totals have parts, such as remediation.count or cost.total; nothing else can be looked into',
          token,
        );
      return placed({ kind: 'name', name }, token);
    }
    this.#open(bracket);
    const operands: Expression[] = [];
    /** Whether the second value begins with a name: in brackets, the year is a number like any other. */
    let bare = false;
    if (!this.#take(')')) {
      do {
        if (operands.length === 1) bare = this.#token.kind === 'name';
        operands.push(this.#conditional());
      } while (this.#take(','));
      this.#close(bracket);
    } else this.#brackets--;
    return placed(checkedCall(name, operands, bare, token), this.#since(token.from));
  }

  #open(bracket: Span): void {
    if (++this.#brackets > maximumNesting) {
      throw new FormulaError(
        `brackets are nested more than ${maximumNesting} deep; use definitions for the inner parts`,
        bracket,
      );
    }
    this.#at++;
  }

  #close(bracket: Span): void {
    if (!this.#take(')')) {
      throw this.#token.kind === 'end'
        ? new FormulaError('a bracket is not closed', bracket)
        : this.#unexpected();
    }
    this.#brackets--;
  }

  /** Bounds how deep signs, denials and choices stand in one another. */
  #countSign(): void {
    if (++this.#signs > maximumSigns)
      throw new FormulaError(
        `the formula has more than ${maximumSigns} operators; split it into definitions`,
        this.#token,
      );
  }

  #unexpected(): FormulaError {
    return misplaced(this.#token, this.#tokens[this.#at - 1], this.#text);
  }
}

function inBrackets(expression: Expression): string {
  const text = formatExpression(expression);
  return ['operation', 'choose'].includes(expression.kind) ? `(${text})` : text;
}
