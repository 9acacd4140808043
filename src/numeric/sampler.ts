import type { DiscreteDistribution } from './distributions/discrete-distribution.ts';
import type { DistributionSpec } from './distributions/distribution-spec.ts';
import type { MixtureDistribution } from './distributions/mixture-distribution.ts';
import { standardise } from './distributions/standardise.ts';
import type { Standardised } from './distributions/standardise.ts';
import { buildMixtureTable, fillFromMixture } from './mixture-table.ts';
import type { MixtureTable } from './mixture-table.ts';
import { buildQuantileTable, fillFromTable } from './quantile-table.ts';
import type { QuantileTable } from './quantile-table.ts';

/** What a sampler works with, for engines that have its loop too; `other` has none but its own. */
export type SamplerForm =
  | {
      readonly kind: 'table';
      readonly table: QuantileTable;
      readonly location: number;
      readonly scale: number;
    }
  | { readonly kind: 'uniform'; readonly min: number; readonly width: number }
  | {
      readonly kind: 'triangular';
      readonly min: number;
      readonly mode: number;
      readonly max: number;
    }
  | { readonly kind: 'discrete'; readonly distribution: DiscreteDistribution }
  | { readonly kind: 'other' };

/** Turns 32-bit draws into values: u = (draw + 1/2) / 2^32 through the quantile function. */
export interface Sampler {
  readonly form: SamplerForm;
  fill(out: Float64Array, draws: Int32Array, n: number): void;
}

const perDraw = 1 / 4294967296;

/** The uniform number between 0 and 1 that a 32-bit draw stands for. */
export function uniformOfDraw(draw: number): number {
  return (draw >>> 0) * perDraw + perDraw / 2;
}

const tables = new Map<string, QuantileTable>();
const mixtureTables = new Map<string, MixtureTable>();
const mostTables = 500;

/** The table of a base, built once; the same key always gives the same table. */
function tableOf({ key, base }: Standardised): QuantileTable {
  const known = tables.get(key);
  if (known !== undefined) return known;
  if (tables.size >= mostTables) tables.clear();
  const table = buildQuantileTable(base);
  tables.set(key, table);
  return table;
}

/** The same for a mixture. */
function mixtureTableOf({ key, base }: Standardised): MixtureTable {
  const known = mixtureTables.get(key);
  if (known !== undefined) return known;
  if (mixtureTables.size >= mostTables) mixtureTables.clear();
  const table = buildMixtureTable(base as MixtureDistribution);
  mixtureTables.set(key, table);
  return table;
}

/** The sampler of a distribution whose parameters have been checked. */
export function makeSampler(spec: DistributionSpec): Sampler {
  const standardised = standardise(spec);
  const { base, location, scale } = standardised;
  switch (standardised.draw) {
    case 'table': {
      const table = tableOf(standardised);
      return {
        form: { kind: 'table', table, location, scale },
        fill: (out, draws, n) => fillFromTable(out, draws, n, table, location, scale),
      };
    }
    case 'uniform':
      return {
        form: { kind: 'uniform', min: location, width: scale },
        fill: (out, draws, n) => fillUniform(out, draws, n, location, scale),
      };
    case 'triangular': {
      const mode = spec.dist === 'triangular' ? spec.mode : location;
      const max = location + scale;
      return {
        form: { kind: 'triangular', min: location, mode, max },
        fill: (out, draws, n) => fillTriangular(out, draws, n, location, mode, max),
      };
    }
    case 'discrete': {
      const distribution = base as DiscreteDistribution;
      return {
        form: { kind: 'discrete', distribution },
        fill: (out, draws, n) => fillDiscrete(out, draws, n, distribution),
      };
    }
    case 'mixture': {
      const table = mixtureTableOf(standardised);
      return {
        form: { kind: 'other' },
        fill: (out, draws, n) => fillFromMixture(out, draws, n, table),
      };
    }
  }
}

function fillUniform(
  out: Float64Array,
  draws: Int32Array,
  n: number,
  min: number,
  width: number,
): void {
  const step = width * perDraw;
  const start = min + step / 2;
  for (let i = 0; i < n; i++) out[i] = start + step * ((draws[i] as number) >>> 0);
}

function fillTriangular(
  out: Float64Array,
  draws: Int32Array,
  n: number,
  min: number,
  mode: number,
  max: number,
): void {
  const width = max - min;
  const left = width * (mode - min);
  const right = width * (max - mode);
  const atMode = (mode - min) / width;
  for (let i = 0; i < n; i++) {
    const u = ((draws[i] as number) >>> 0) * perDraw + perDraw / 2;
    out[i] = u < atMode ? min + Math.sqrt(u * left) : max - Math.sqrt((1 - u) * right);
  }
}

function fillDiscrete(
  out: Float64Array,
  draws: Int32Array,
  n: number,
  { values, cumulative }: DiscreteDistribution,
): void {
  const last = cumulative.length - 1;
  for (let i = 0; i < n; i++) {
    const u = ((draws[i] as number) >>> 0) * perDraw + perDraw / 2;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] as number) >= u) high = middle;
      else low = middle + 1;
    }
    out[i] = values[low] as number;
  }
}
