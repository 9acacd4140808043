import type { Formula } from './declaration.ts';
import type { Span } from './span.ts';

/** Why a formula was refused; `span` is what is at fault, where it can be named. */
export class FormulaError extends Error {
  span: Span | null;
  /** Where it stands, if it was refused only when it was unfolded. */
  formula: Formula | null = null;
  constructor(message: string, span: Span | null = null) {
    super(message);
    this.span = span;
  }
}
