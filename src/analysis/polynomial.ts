/** An independent random quantity of which only moments are needed. */
export interface Primitive {
  /** What it is drawn from: two primitives of one stream are dependent. */
  readonly stream: string;
  /** Which function of its stream it is; one key stands for one primitive of the stream. */
  readonly key: string;
  /** E[X^k]; NaN where it is not known. */
  rawMoment(k: number): number;
}

/** What cannot be told exactly. */
export class NotExactError extends Error {}

const mostTerms = 4000;

interface Term {
  readonly coefficient: number;
  readonly powers: ReadonlyMap<Primitive, number>;
}

/** A polynomial in independent random quantities. */
export class Polynomial {
  readonly #terms: ReadonlyMap<string, Term>;

  private constructor(terms: ReadonlyMap<string, Term>) {
    if (terms.size > mostTerms) throw new NotExactError('too many terms');
    this.#terms = terms;
  }

  static constant(value: number): Polynomial {
    return new Polynomial(
      value === 0 ? new Map() : new Map([['', { coefficient: value, powers: new Map() }]]),
    );
  }

  static of(primitive: Primitive): Polynomial {
    return new Polynomial(
      new Map([
        [keyOf(new Map([[primitive, 1]])), { coefficient: 1, powers: new Map([[primitive, 1]]) }],
      ]),
    );
  }

  /** Its value if it does not vary, else null. */
  get constantValue(): number | null {
    if (this.#terms.size === 0) return 0;
    return this.#terms.size === 1 ? (this.#terms.get('')?.coefficient ?? null) : null;
  }

  /** location + scale * X where that is all it is, else null. */
  get affine(): {
    readonly location: number;
    readonly scale: number;
    readonly primitive: Primitive;
  } | null {
    let location = 0;
    let found: { readonly scale: number; readonly primitive: Primitive } | null = null;
    for (const { coefficient, powers } of this.#terms.values()) {
      const [entry] = powers;
      if (entry === undefined) location = coefficient;
      else if (powers.size > 1 || entry[1] !== 1 || found !== null) return null;
      else found = { scale: coefficient, primitive: entry[0] };
    }
    return found === null ? null : { location, ...found };
  }

  plus(other: Polynomial): Polynomial {
    const sum = new Map(this.#terms);
    for (const [key, term] of other.#terms) {
      const own = sum.get(key);
      sum.set(
        key,
        own === undefined ? term : { ...own, coefficient: own.coefficient + term.coefficient },
      );
    }
    return new Polynomial(sum);
  }

  times(other: Polynomial): Polynomial {
    const product = new Map<string, Term>();
    for (const a of this.#terms.values()) {
      for (const b of other.#terms.values()) {
        const powers = new Map(a.powers);
        for (const [primitive, power] of b.powers)
          powers.set(primitive, (powers.get(primitive) ?? 0) + power);
        const key = keyOf(powers);
        const coefficient = a.coefficient * b.coefficient + (product.get(key)?.coefficient ?? 0);
        product.set(key, { coefficient, powers });
      }
      if (product.size > mostTerms) throw new NotExactError('too many terms');
    }
    return new Polynomial(product);
  }

  scaled(factor: number): Polynomial {
    return this.times(Polynomial.constant(factor));
  }

  /**
   * The expectation over the primitives that `over` picks, the others kept: a product of moments,
   * since primitives of different streams are independent.
   */
  expectation(over: (primitive: Primitive) => boolean = () => true): Polynomial {
    let sum = Polynomial.constant(0);
    for (const { coefficient, powers } of this.#terms.values()) {
      const streams = new Set<string>();
      let factor = coefficient;
      let kept = Polynomial.constant(1);
      for (const [primitive, power] of powers) {
        if (streams.has(primitive.stream)) throw new NotExactError('two functions of one draw');
        streams.add(primitive.stream);
        if (over(primitive)) factor *= primitive.rawMoment(power);
        else for (let i = 0; i < power; i++) kept = kept.times(Polynomial.of(primitive));
      }
      if (!Number.isFinite(factor)) throw new NotExactError('a moment is not known');
      sum = sum.plus(kept.scaled(factor));
    }
    return sum;
  }

  /** The mean of all of it. */
  mean(): number {
    return this.expectation().constantValue ?? 0;
  }

  /** Its variance. */
  variance(): number {
    // Centred first: the difference of two large squares would lose the digits.
    const centred = this.plus(Polynomial.constant(-this.mean()));
    return centred.times(centred).mean();
  }
}

function keyOf(powers: ReadonlyMap<Primitive, number>): string {
  return [...powers]
    .map(([primitive, power]) => `${primitive.stream}#${primitive.key}^${power}`)
    .sort()
    .join(' ');
}
