import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { nearest } from './near-miss.ts';
import { looksLikePercentile } from './looks-like-percentile.ts';

export interface Provenance {
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

export type DistributionValue = DistributionSpec & Provenance;

/** Short form of a metalog, `{ "p10": .., "p50": .., "p90": .. }`. */
export interface PercentilesValue extends Provenance {
  readonly [percentile: `p${number}`]: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** What one posture in one year may be given. */
export type Quantity = number | string | DistributionValue | PercentilesValue;

/** One quantity for each year of the horizon. */
export interface ByYear extends Provenance {
  readonly by: 'year';
  readonly values: readonly Quantity[];
}

/** A value with its source, or with a multiplier that is drawn once a trial and shared by all its cells. */
export interface StatedValue extends Provenance {
  readonly value: Quantity | ByYear | ByPosture;
  readonly times?: number | DistributionValue | PercentilesValue | undefined;
}

/** One value for each posture, by its id. */
export interface ByPosture {
  readonly [posture: string]: Quantity | ByYear | StatedValue;
}

/** What a file may give an input. */
export type Value = Quantity | ByYear | StatedValue | ByPosture;

export type ValueForm =
  | 'number'
  | 'text'
  | 'distribution'
  | 'percentiles'
  | 'by-year'
  | 'stated'
  | 'by-posture'
  | 'other';

/** Keys with a meaning of their own in a value, so that no posture may be called so. */
export const valueKeys: readonly string[] = [
  'dist',
  'by',
  'values',
  'value',
  'times',
  'source',
  'note',
  'min',
  'max',
];

const parameterNames: ReadonlySet<string> = new Set([
  'min',
  'max',
  'mode',
  'mean',
  'sd',
  'cv',
  'median',
  'sigma',
  'alpha',
  'beta',
  'shape',
  'scale',
  'rate',
  'size',
  'n',
  'p',
  'weights',
  'components',
]);

/** Which form a value is meant to have, by its keys, so that problems are told of that form only. */
export function formOf(value: unknown): ValueForm {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'other';
  const entries: [string, unknown][] = Object.entries(value);
  const names = entries.map(([name]) => name);
  if (names.length === 0) return 'other';
  if (names.includes('dist')) return 'distribution';
  if (names.some(looksLikePercentile)) return 'percentiles';
  if (names.includes('by') || names.includes('values')) return 'by-year';
  if (names.includes('value') || names.includes('times')) return 'stated';
  if (entries.some(([name, member]) => meansDistribution(name, member))) return 'distribution';
  return 'by-posture';
}

export function isByPosture(value: Value): value is ByPosture {
  return formOf(value) === 'by-posture';
}

export function isStated(value: Value): value is StatedValue {
  return formOf(value) === 'stated';
}

export function isByYear(value: Value): value is ByYear {
  return formOf(value) === 'by-year';
}

export function isDistribution(value: Value): value is DistributionValue {
  return formOf(value) === 'distribution';
}

export function isPercentiles(value: Value): value is PercentilesValue {
  return formOf(value) === 'percentiles';
}

function meansDistribution(name: string, value: unknown): boolean {
  if (parameterNames.has(name)) return true;
  return typeof value === 'string' && nearest(name, ['dist', 'distribution']) !== null;
}
