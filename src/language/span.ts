import type { Expression } from './expression.ts';

/** Where something stands in a formula: its first character, counted from 0, and that after its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Kept beside the expressions: those that were read when Tandem was built have no place, and two
 * that say the same are equal wherever they stand.
 */
const spans = new WeakMap<Expression, Span>();

/** Says where an expression stands, and returns it. */
export function placed<T extends Expression>(expression: T, span: Span): T {
  spans.set(expression, span);
  return expression;
}

/** Where an expression stands; null for one that was not read from a text. */
export function spanOf(expression: Expression): Span | null {
  return spans.get(expression) ?? null;
}
