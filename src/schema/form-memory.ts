import { asForm } from './as-form.ts';
import type { FormContext } from './as-form.ts';
import { formOfLeaf } from './leaf-form.ts';
import type { LeafForm } from './leaf-form.ts';
import { sameQuantity } from './same-quantity.ts';
import type { Quantity } from './value-form.ts';

/** What a leaf was before its form was changed, and what became of it. */
interface Remembered {
  readonly origin: Quantity;
  readonly context: FormContext;
  readonly derived: Quantity;
}

/**
 * Gives a leaf other forms, forth and back without drift: as long as nobody has changed the numbers
 * of a form, the next one is made from what the leaf was at first, and the first form is that itself.
 */
export class FormMemory {
  readonly #remembered = new Map<number, Remembered>();

  /** A leaf in another form; `index` is its place among those of its input. */
  convert(index: number, leaf: Quantity, form: LeafForm, context: FormContext): Quantity {
    const known = this.#remembered.get(index);
    const isDerived = known !== undefined && sameQuantity(known.derived, leaf);
    const from = isDerived ? known : { origin: leaf, context };
    const derived =
      formOfLeaf(from.origin) === form ? from.origin : asForm(from.origin, form, from.context);
    this.#remembered.set(index, { ...from, derived });
    return derived;
  }
}
