import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

/** Percentiles that a file may name. */
export const percentileKeys: readonly string[] = [
  'p0.1',
  'p0.5',
  'p2.5',
  'p97.5',
  'p99.5',
  'p99.9',
  ...Array.from({ length: 99 }, (_, index) => `p${index + 1}`),
];

/** One optional number for each percentile that may be named. */
export const percentileEntries: Readonly<
  Record<string, v.OptionalSchema<typeof finiteNumber, undefined>>
> = Object.fromEntries(percentileKeys.map((key) => [key, v.optional(finiteNumber)]));
