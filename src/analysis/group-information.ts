import { addEquations, normalEquations, solveFor } from '../numeric/normal-equations.ts';
import type { NormalEquations } from '../numeric/normal-equations.ts';
import type { ChoiceSample } from './choice-sample.ts';
import { valueOfForecast, worthNothing } from './information-value.ts';
import type { InformationValue } from './information-value.ts';

/** A quantity that may become known, as normal scores. */
export interface Score {
  readonly id: string;
  readonly scores: Float64Array;
  /** How much of the differences between alternatives it explains: decides what is kept if there are many. */
  readonly weight: number;
}

/** Each kept quantity has three features of its own; the weightiest have products of their pairs too. */
const mostKept = 24;
const mostPaired = 6;
const own = 3;
/** Learning from more futures than this would make choices no better that anyone could notice. */
const mostLearned = 40_000;

/**
 * The worth of knowing several quantities together (EVPPI of groups): the differences between
 * alternatives are regressed on Hermite polynomials of their normal scores, up to the third
 * degree, and on products of pairs. One pass over the futures serves all groups.
 */
export class GroupInformation {
  readonly #sample: ChoiceSample;
  readonly #kept: readonly Score[];
  readonly #pairs: readonly (readonly [number, number])[];
  readonly #equations: readonly NormalEquations[];
  readonly #columns: readonly Float64Array[];

  constructor(sample: ChoiceSample, scores: readonly Score[]) {
    this.#sample = sample;
    this.#kept = scores.toSorted((a, b) => b.weight - a.weight).slice(0, mostKept);
    this.#columns = this.#kept.map((each) => each.scores);
    const paired = Math.min(mostPaired, this.#kept.length);
    this.#pairs = Array.from({ length: paired }, (_, a) =>
      Array.from({ length: a }, (__, b) => [a, b] as const),
    ).flat();
    const features = 1 + own * this.#kept.length + this.#pairs.length;
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
    for (const [index, [a, b]] of this.#pairs.entries())
      row[base + index] =
        ((this.#columns[a] as Float64Array)[trial] as number) *
        ((this.#columns[b] as Float64Array)[trial] as number);
  }

  /** The worth of knowing all quantities of a group; those that are not kept add nothing to it. */
  valueOf(ids: ReadonlySet<string>): InformationValue {
    const members = this.#kept.flatMap(({ id }, k) => (ids.has(id) ? [k] : []));
    if (members.length === 0) return worthNothing;
    const pairs = this.#pairs.flatMap(([a, b], index) =>
      members.includes(a) && members.includes(b) ? [[a, b, index] as const] : [],
    );
    const base = 1 + own * this.#kept.length;
    const features = [
      0,
      ...members.flatMap((k) => [1 + own * k, 2 + own * k, 3 + own * k]),
      ...pairs.map(([, , index]) => base + index),
    ];
    const columns = members.map((k) => this.#columns[k] as Float64Array);
    const pairColumns = pairs.map(
      ([a, b]) => [this.#columns[a] as Float64Array, this.#columns[b] as Float64Array] as const,
    );
    return valueOfForecast(this.#sample, (replicates) => {
      const parts = replicates.flatMap((replicate) => this.#equations[replicate] ?? []);
      const fit = solveFor(addEquations(parts), features);
      const outputs = this.#sample.others.length;
      const products = outputs * (1 + own * columns.length);
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
          for (let pair = 0; pair < pairColumns.length; pair++) {
            const [a, b] = pairColumns[pair] as readonly [Float64Array, Float64Array];
            sum +=
              (fit[products + pair * outputs + output] as number) *
              (a[trial] as number) *
              (b[trial] as number);
          }
          expected[output] = sum;
        }
      };
    });
  }
}

/**
 * Knowing more is never worth less: a group is worth at least what any part of it is, since one
 * may choose by the part alone.
 */
export function atLeastParts(
  groups: readonly { readonly ids: ReadonlySet<string>; readonly found: InformationValue }[],
): readonly InformationValue[] {
  return groups
    .map(({ found, ids }) =>
      groups
        .filter((part) => [...part.ids].every((id) => ids.has(id)))
        .reduce((most, part) => (part.found.value > most.value ? part.found : most), found),
    )
    .map((most, index) => ({
      ...most,
      upper: Math.max(most.upper, groups[index]?.found.upper ?? 0),
    }));
}
