import type { Formula } from './declaration.ts';

/** Why a formula was refused; `offset` is the character at fault, where one can be named. */
export class FormulaError extends Error {
  readonly offset: number;
  /** Where it stands, if it was refused only when it was unfolded. */
  formula: Formula | null = null;
  constructor(message: string, offset = 0) {
    super(message);
    this.offset = offset;
  }
}
