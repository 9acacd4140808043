import type { CellId } from './cells.ts';
import type { Expression } from './expression.ts';
import type { At } from './unfold-expression.ts';

/**
 * The cells that expressions have been unfolded into, by their place. What looks along an axis asks
 * for its operand at every place of it: nested in one another, such functions would ask for the
 * innermost once for each path to it, which grows with the power of their depth.
 */
export class PlacedCells {
  readonly #known = new Map<Expression, Map<number, CellId>>();
  readonly #years: number;

  constructor(years: number) {
    this.#years = years;
  }

  /** The cell of an expression at a place; `unfold` is asked once for each. */
  cell(expression: Expression, at: At, unfold: () => CellId): CellId {
    const known = this.known(expression, at);
    if (known !== undefined) return known;
    const cell = unfold();
    this.keep(expression, at, cell);
    return cell;
  }

  /** The cell of an expression at a place, if it has been unfolded there. */
  known(expression: Expression, at: At): CellId | undefined {
    return this.#known.get(expression)?.get(this.#placeOf(at));
  }

  keep(expression: Expression, at: At, cell: CellId): void {
    let places = this.#known.get(expression);
    if (places === undefined) this.#known.set(expression, (places = new Map()));
    places.set(this.#placeOf(at), cell);
  }

  #placeOf({ posture, year }: At): number {
    return posture * this.#years + year;
  }
}
