import type { Columns } from '../engine/merge.ts';
import { RunError } from '../engine/interpreter.ts';
import type { Observed } from '../language/plan.ts';
import { mergeMoments, noMoments, sampleVariance } from '../numeric/moments.ts';
import type { Moments } from '../numeric/moments.ts';
import type { RunShape, Sample } from './sample.ts';
import { meanError } from './standard-error.ts';

/** A mean over all trials and its Monte Carlo error. */
export interface Mean {
  readonly mean: number;
  readonly standardError: number;
}

/** Finds what was recorded of a run by group, name, posture and year. */
export class RunSamples {
  readonly shape: RunShape;
  readonly #columns: Columns;
  readonly #places = new Map<string, number>();

  /** Throws if anything recorded is not a finite number: no figure is better than a wrong one. */
  constructor(columns: Columns, independentTrials: boolean) {
    this.#columns = columns;
    this.shape = { trials: columns.trials, offsets: columns.offsets, independentTrials };
    for (const [index, observed] of columns.observed.entries()) {
      this.#places.set(keyOf(observed.group, observed.name, observed.posture, observed.year), index);
      requireFinite(columns, observed, index);
    }
  }

  /** Everything recorded of a group, in the order of the plan. */
  group(group: Observed['group']): readonly Observed[] {
    return this.#columns.observed.filter((observed) => observed.group === group);
  }

  /** All values of a recorded quantity; null where none was recorded trial by trial. */
  sample(group: Observed['group'], name: string, posture: string | null, year: number | null): Sample | null {
    const index = this.#places.get(keyOf(group, name, posture, year));
    if (index === undefined) return null;
    const constant = this.#columns.observed[index]?.constant ?? null;
    if (constant !== null) return { kind: 'constant', value: constant };
    const values = this.#columns.values[index] ?? null;
    return values === null ? null : { kind: 'column', values };
  }

  /** The mean of a quantity of which only moments were recorded; null where there is none. */
  mean(group: Observed['group'], name: string, posture: string | null, year: number | null): Mean | null {
    const index = this.#places.get(keyOf(group, name, posture, year));
    if (index === undefined) return null;
    const constant = this.#columns.observed[index]?.constant ?? null;
    if (constant !== null) return { mean: constant, standardError: 0 };
    const parts = this.#columns.moments[index] ?? null;
    if (parts === null) return null;
    const all = parts.reduce((sum: Moments, part) => mergeMoments(sum, part), noMoments);
    const error = meanError(this.shape, sampleVariance(all), parts.map((part) => part.mean));
    return { mean: all.mean, standardError: error };
  }
}

function keyOf(group: string, name: string, posture: string | null, year: number | null): string {
  return `${group}|${name}|${posture ?? ''}|${year ?? ''}`;
}

function requireFinite(columns: Columns, observed: Observed, index: number): void {
  const { constant } = observed;
  const values = columns.values[index] ?? null;
  const moments = columns.moments[index] ?? null;
  let bad = 0;
  if (constant !== null) bad = Number.isFinite(constant) ? 0 : columns.trials;
  else if (values !== null) {
    for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) bad++;
  } else if (moments !== null) {
    for (const part of moments) if (!Number.isFinite(part.mean)) bad += part.count;
  }
  if (bad > 0) throw new RunError(notFinite(observed, bad, columns.trials));
}

function notFinite({ group, name, posture, year }: Observed, bad: number, trials: number): string {
  const what = group === 'year' ? 'the total cost' : `the ${group.replace(/-year$/, '')} "${name}"`;
  const of = posture === null ? '' : ` of posture "${posture}"`;
  const when = year === null ? '' : ` in year ${year}`;
  return `${what}${of}${when} is not a finite number in ${bad} of ${trials} simulated futures; look for a division by zero, a logarithm of zero or a very large input in what it is made of`;
}
