import { TooLargeError } from './cells.ts';
import type { Formula } from './declaration.ts';

/** As many expressions as are looked at, place by place, before a model counts as too large. */
export const maximumSteps = 3_000_000;

/** What unfolding has cost so far, and for which formula: the dearest is told of where it is too much. */
export class UnfoldingBudget {
  readonly #cells: { readonly length: number };
  readonly #spent = new Map<Formula, number>();
  #steps = 0;
  #current: Formula | null = null;
  #counted = 0;

  /** `cells` grows with what is unfolded. */
  constructor(cells: { readonly length: number }) {
    this.#cells = cells;
  }

  /** One expression more at one place. */
  step(): void {
    if (++this.#steps > maximumSteps)
      throw new TooLargeError(`${maximumSteps / 1e6} million values to look at`);
  }

  /** Unfolds a formula on its own account: what it names is on theirs. */
  spend<T>(formula: Formula, unfold: () => T): T {
    const outer = this.#current;
    this.#count();
    this.#current = formula;
    try {
      return unfold();
    } catch (error) {
      if (error instanceof TooLargeError) {
        this.#count();
        error.formula ??= this.#dearest();
      }
      throw error;
    } finally {
      this.#count();
      this.#current = outer;
    }
  }

  #count(): void {
    const now = this.#steps + this.#cells.length;
    if (this.#current !== null) {
      const before = this.#spent.get(this.#current) ?? 0;
      this.#spent.set(this.#current, before + now - this.#counted);
    }
    this.#counted = now;
  }

  #dearest(): Formula | null {
    let dearest: Formula | null = null;
    let most = 0;
    for (const [formula, spent] of this.#spent) {
      if (spent > most) [dearest, most] = [formula, spent];
    }
    return dearest;
  }
}
