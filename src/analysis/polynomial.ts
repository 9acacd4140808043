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
const mostPairs = 200_000;

type Powers = ReadonlyMap<Primitive, number>;

interface Term {
  readonly coefficient: number;
  readonly powers: Powers;
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
        const powers = productOf(a.powers, b.powers);
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

  /**
   * Its variance: the sum of the covariances of its terms. Terms without a stream in common are
   * independent, so that a sum over hundreds of inputs needs no product of all with all.
   */
  variance(): number {
    const terms = [...this.#terms.values()];
    const means = terms.map(({ powers }) => momentOf(powers));
    const byStream = new Map<string, number[]>();
    let variance = 0;
    let pairs = 0;
    for (const [i, a] of terms.entries()) {
      const related = new Set<number>([i]);
      for (const { stream } of a.powers.keys()) {
        const users = byStream.get(stream) ?? [];
        for (const j of users) related.add(j);
        users.push(i);
        byStream.set(stream, users);
      }
      pairs += related.size;
      if (pairs > mostPairs) throw new NotExactError('too many terms');
      for (const j of related) {
        const b = terms[j];
        if (b === undefined) continue;
        const covariance =
          momentOf(productOf(a.powers, b.powers)) - (means[i] ?? NaN) * (means[j] ?? NaN);
        variance += (i === j ? 1 : 2) * a.coefficient * b.coefficient * covariance;
      }
    }
    if (!Number.isFinite(variance)) throw new NotExactError('a moment is not known');
    return variance;
  }
}

function productOf(a: Powers, b: Powers): Powers {
  const powers = new Map(a);
  for (const [primitive, power] of b) powers.set(primitive, (powers.get(primitive) ?? 0) + power);
  return powers;
}

/** The mean of a product of powers: that of each, since different streams are independent. */
function momentOf(powers: Powers): number {
  const streams = new Set<string>();
  let moment = 1;
  for (const [primitive, power] of powers) {
    if (streams.has(primitive.stream)) throw new NotExactError('two functions of one draw');
    streams.add(primitive.stream);
    moment *= primitive.rawMoment(power);
  }
  return moment;
}

function keyOf(powers: ReadonlyMap<Primitive, number>): string {
  return [...powers]
    .map(([primitive, power]) => `${primitive.stream}#${primitive.key}^${power}`)
    .sort()
    .join(' ');
}
