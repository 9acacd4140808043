import { addEquations, normalEquations, solveFor } from '../numeric/normal-equations.ts';
import type { NormalEquations } from '../numeric/normal-equations.ts';
import type { ChoiceSample, Estimate } from './choice-sample.ts';
import { nothing, valueOfForecast } from './information-value.ts';
import type { InformationValue } from './information-value.ts';

/** A quantity that may become known, as normal scores. */
export interface Score {
  readonly id: string;
  readonly scores: Float64Array;
  /** How much of the differences between alternatives it explains: decides what is kept if there are many. */
  readonly weight: number;
}

/** Each kept quantity has three features of its own; the weightiest have products of twos and threes too. */
const mostKept = 24;
const mostMultiplied = 6;
const own = 3;
/** Learning from more futures than this would make choices no better that anyone could notice. */
const mostLearned = 40_000;

/**
 * The worth of knowing several quantities together (EVPPI of groups): the differences between
 * alternatives are regressed on Hermite polynomials of their normal scores, up to the third
 * degree, and on products of two and of three of them. One pass over the futures serves all groups.
 * What depends on its quantities in another way is missed in part: the value is at least this.
 */
export class GroupInformation {
  readonly #sample: ChoiceSample;
  readonly #kept: readonly Score[];
  /** Which kept quantities are multiplied. */
  readonly #products: readonly (readonly number[])[];
  readonly #equations: readonly NormalEquations[];
  readonly #columns: readonly Float64Array[];

  constructor(sample: ChoiceSample, scores: readonly Score[]) {
    this.#sample = sample;
    this.#kept = scores.toSorted((a, b) => b.weight - a.weight).slice(0, mostKept);
    this.#columns = this.#kept.map((each) => each.scores);
    this.#products = twosAndThrees(Math.min(mostMultiplied, this.#kept.length));
    const features = 1 + own * this.#kept.length + this.#products.length;
    const { offsets } = sample.replication;
    const ys = sample.others.map(({ excess }) => excess);
    const every = Math.max(1, sample.trials / mostLearned);
    this.#equations = offsets.slice(1).map((to, replicate) => {
      const from = offsets[replicate] ?? 0;
      const until = from + Math.ceil((to - from) / every);
      return normalEquations(features, ys, (row, trial) => this.#fill(row, trial), from, until);
    });
  }

  #fill(row: Float64Array, trial: number): void {
    row[0] = 1;
    for (const [k, scores] of this.#columns.entries()) {
      const z = scores[trial] as number;
      const square = z * z;
      row[1 + own * k] = z;
      row[2 + own * k] = square - 1;
      row[3 + own * k] = z * (square - 3);
    }
    const base = 1 + own * this.#columns.length;
    for (let index = 0; index < this.#products.length; index++) {
      let product = 1;
      for (const k of this.#products[index] as readonly number[])
        product *= (this.#columns[k] as Float64Array)[trial] as number;
      row[base + index] = product;
    }
  }

  /** The worth of knowing all quantities of a group; those that are not kept add nothing to it. */
  valueOf(ids: ReadonlySet<string>): Estimate {
    const members = this.#kept.flatMap(({ id }, k) => (ids.has(id) ? [k] : []));
    if (members.length === 0) return nothing;
    const products = this.#products.flatMap((factors, index) =>
      factors.every((k) => members.includes(k)) ? [{ factors, index }] : [],
    );
    const base = 1 + own * this.#kept.length;
    const features = [
      0,
      ...members.flatMap((k) => [1 + own * k, 2 + own * k, 3 + own * k]),
      ...products.map(({ index }) => base + index),
    ];
    const columns = members.map((k) => this.#columns[k] as Float64Array);
    const factors = products.map((product) =>
      product.factors.map((k) => this.#columns[k] as Float64Array),
    );
    return valueOfForecast(this.#sample, (replicates) => {
      const parts = replicates.flatMap((replicate) => this.#equations[replicate] ?? []);
      const fit = solveFor(addEquations(parts), features);
      const outputs = this.#sample.others.length;
      const first = outputs * (1 + own * columns.length);
      return (trial, expected) => {
        for (let output = 0; output < outputs; output++) {
          let sum = fit[output] as number;
          let at = outputs + output;
          for (const scores of columns) {
            const z = scores[trial] as number;
            const square = z * z;
            sum +=
              (fit[at] as number) * z +
              (fit[at + outputs] as number) * (square - 1) +
              (fit[at + 2 * outputs] as number) * z * (square - 3);
            at += own * outputs;
          }
          for (let index = 0; index < factors.length; index++) {
            let product = fit[first + index * outputs + output] as number;
            for (const scores of factors[index] as readonly Float64Array[])
              product *= scores[trial] as number;
            sum += product;
          }
          expected[output] = sum;
        }
      };
    });
  }
}

function twosAndThrees(quantities: number): number[][] {
  const below = (end: number) => Array.from({ length: end }, (_, index) => index);
  const twos = below(quantities).flatMap((a) => below(a).map((b) => [a, b]));
  return [...twos, ...twos.flatMap(([a = 0, b = 0]) => below(b).map((c) => [a, b, c]))];
}

/** What is known of quantities that become known together. */
export interface Part {
  readonly ids: ReadonlySet<string>;
  readonly found: InformationValue;
}

/**
 * Knowing more is never worth less: a group is worth at least what any part of it is, since one
 * may choose by the part alone, and at most what any group is that it is part of.
 */
export function atLeastParts(groups: readonly Part[]): readonly InformationValue[] {
  const isWithin = (part: Part, whole: Part) => [...part.ids].every((id) => whole.ids.has(id));
  return groups.map((group) => {
    const most = groups
      .filter((part) => isWithin(part, group))
      .reduce((best, part) => (part.found.value > best.value ? part.found : best), group.found);
    const uppers = groups.filter((whole) => isWithin(group, whole)).map(({ found }) => found.upper);
    return { ...most, upper: Math.max(most.value, Math.min(...uppers)) };
  });
}
