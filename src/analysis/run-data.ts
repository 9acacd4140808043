import type { Columns } from '../engine/merge.ts';
import type { Observed } from '../language/plan.ts';
import { mergeMoments, noMoments, sampleVariance } from '../numeric/moments.ts';
import { remembered } from './remembered.ts';
import { errorOfMean } from './replicates.ts';
import type { Replication } from './replicates.ts';

/** A run cannot be told as numbers: something is not finite. */
export class NotFiniteError extends Error {}

/** Finds what a run recorded, by what it is. */
export class RunData {
  readonly columns: Columns;
  readonly replication: Replication;
  readonly #index = new Map<string, number>();

  constructor(columns: Columns, replication: Replication) {
    this.columns = columns;
    this.replication = replication;
    for (const [index, observed] of columns.observed.entries())
      this.#index.set(keyOf(observed), index);
  }

  #find(
    group: Observed['group'],
    name: string,
    posture: string | null,
    year: number | null,
  ): number | null {
    return this.#index.get(keyOf({ group, name, posture, year })) ?? null;
  }

  has(
    group: Observed['group'],
    name: string,
    posture: string | null,
    year: number | null = null,
  ): boolean {
    return this.#find(group, name, posture, year) !== null;
  }

  /** The constant value of something recorded, or null where it varies. Throws NotFiniteError as `column` does. */
  constant(
    group: Observed['group'],
    name: string,
    posture: string | null,
    year: number | null = null,
  ): number | null {
    const index = this.#find(group, name, posture, year);
    const constant = index === null ? null : (this.columns.observed[index]?.constant ?? null);
    if (constant !== null && !isUsable(constant))
      throw notFinite(group, name, posture, year, 'in every future');
    return constant;
  }

  /** Its value in every trial; a constant is written out. Throws NotFiniteError where a value is not a number. */
  column(
    group: Observed['group'],
    name: string,
    posture: string | null,
    year: number | null = null,
  ): Float64Array {
    const index = this.#find(group, name, posture, year);
    if (index === null)
      throw new RangeError(`nothing recorded as ${group} ${name} ${posture ?? ''} ${year ?? ''}`);
    const values = this.columns.values[index];
    if (!values)
      return constantColumn(this.columns.trials, this.constant(group, name, posture, year) ?? NaN);
    const bad = remembered('bad', [values], () => {
      let found = 0;
      for (let i = 0; i < values.length; i++) if (!isUsable(values[i] as number)) found++;
      return found;
    });
    if (bad > 0)
      throw notFinite(group, name, posture, year, `in ${bad} of ${values.length} futures`);
    return values;
  }

  /** Mean and standard error of something recorded in its moments. */
  mean(
    group: Observed['group'],
    name: string,
    posture: string | null,
    year: number | null = null,
  ): { readonly mean: number; readonly standardError: number } {
    const index = this.#find(group, name, posture, year);
    if (index === null)
      throw new RangeError(`nothing recorded as ${group} ${name} ${posture ?? ''} ${year ?? ''}`);
    const constant = this.constant(group, name, posture, year);
    if (constant !== null) return { mean: constant, standardError: 0 };
    const parts = this.columns.moments[index] ?? [];
    const whole = parts.reduce(mergeMoments, noMoments);
    if (!isUsable(whole.mean)) throw notFinite(group, name, posture, year, 'in some futures');
    const sd = Math.sqrt(sampleVariance(whole));
    return {
      mean: whole.mean,
      standardError: errorOfMean(
        this.replication,
        parts.map((part) => part.mean),
        sd,
        whole.count,
      ),
    };
  }
}

/** A few that are used again, since what is found of a column is remembered with it. */
const constantColumns = new Map<string, Float64Array>();
const mostConstantColumns = 32;

function constantColumn(trials: number, value: number): Float64Array {
  const key = `${trials} ${value}`;
  const known = constantColumns.get(key);
  if (known !== undefined) return known;
  const column = new Float64Array(trials).fill(value);
  if (constantColumns.size >= mostConstantColumns) constantColumns.clear();
  constantColumns.set(key, column);
  return column;
}

function keyOf({
  group,
  name,
  posture,
  year,
}: Pick<Observed, 'group' | 'name' | 'posture' | 'year'>): string {
  return `${group}|${name}|${posture ?? ''}|${year ?? ''}`;
}

// Beyond this the squares in a variance would no longer be finite.
function isUsable(value: number): boolean {
  return Math.abs(value) < 1e150;
}

function notFinite(
  group: Observed['group'],
  name: string,
  posture: string | null,
  year: number | null,
  where: string,
): NotFiniteError {
  const what = group === 'year' ? 'the total cost' : `the ${group.replace(/-year$/, '')} "${name}"`;
  const of = posture === null ? '' : ` of posture "${posture}"`;
  const when = year === null ? '' : ` in year ${year}`;
  return new NotFiniteError(
    `${what}${of}${when} is not a usable number ${where}: a formula divides by zero, takes the logarithm or root of a number below zero, or an input is far too large`,
  );
}
