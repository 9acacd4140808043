import type { DrawScene } from './tandem-figure.ts';

/** Ways of drawing, the same as long as what they are made from is: a picture is drawn anew for nothing less. */
export class Drawings {
  readonly #known = new Map<
    string,
    { readonly from: readonly unknown[]; readonly draw: DrawScene }
  >();

  /** The drawing of a name, made from some things; `draw` is taken where any of them is another. */
  of(name: string, from: readonly unknown[], draw: DrawScene): DrawScene {
    const known = this.#known.get(name);
    if (known !== undefined && known.from.every((each, index) => each === from[index]))
      return known.draw;
    this.#known.set(name, { from, draw });
    return draw;
  }
}
