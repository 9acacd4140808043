import * as v from 'valibot';
import { distributionSchema, percentilesSchema } from './distribution.ts';
import { finiteNumber, provenance } from './quantity.ts';
import { formOf } from './value-form.ts';
import type { ByPosture, ByYear, Quantity, StatedValue, Value, ValueForm } from './value-form.ts';

type Schema<T> = v.GenericSchema<unknown, T>;
type Forms<T> = Partial<Record<ValueForm, Schema<T>>>;

const number = v.pipe(finiteNumber, v.description('A fixed number.')) as Schema<number>;
const text = v.pipe(
  v.string(),
  v.description('A word, for inputs that are a choice between words.'),
) as Schema<string>;

/** The schema of the form that the value is meant to have; all of them for documentation. */
function choose<T>(forms: Forms<T>, right: string): Schema<T> {
  const all = v.union(Object.values(forms)) as Schema<T>;
  return v.lazy((input) => {
    if (input === undefined) return all;
    return forms[formOf(input)] ?? v.custom<T>(() => false, right);
  });
}

const quantities = {
  number,
  text,
  distribution: distributionSchema,
  percentiles: percentilesSchema,
} satisfies Forms<Quantity>;

const quantity = choose<Quantity>(
  quantities,
  'one year takes a number, a distribution such as { "dist": "pert", "min": .., "mode": .., "max": .. } or percentiles',
);

const byYear = v.strictObject({
  by: v.pipe(v.literal('year'), v.description('The values that follow are one a year.')),
  values: v.pipe(
    v.array(quantity),
    v.minLength(1),
    v.description('One value for each year of the horizon.'),
  ),
  ...provenance,
}) as Schema<ByYear>;

const times = v.optional(
  choose<number | Exclude<Quantity, string>>(
    { number, distribution: distributionSchema, percentiles: percentilesSchema },
    'a multiplier is a number or a distribution such as { "dist": "pert", "min": 0.8, "mode": 1, "max": 1.2 }',
  ),
);

const statedInPosture = v.strictObject({
  value: choose<Quantity | ByYear>(
    { ...quantities, 'by-year': byYear },
    'the value is a number, a distribution or { "by": "year", "values": [..] }',
  ),
  ...provenance,
}) as Schema<StatedValue>;

const inPosture = choose<Quantity | ByYear | StatedValue>(
  { ...quantities, 'by-year': byYear, stated: statedInPosture },
  'one posture takes a number, a distribution such as { "dist": "pert", "min": .., "mode": .., "max": .. }, percentiles or { "by": "year", "values": [..] }',
);

const byPosture = v.pipe(
  v.record(v.string(), inPosture),
  v.description('One value for each posture, by its name.'),
) as Schema<ByPosture>;

const stated = v.strictObject({
  value: choose<StatedValue['value']>(
    { ...quantities, 'by-year': byYear, 'by-posture': byPosture },
    'the value is a number, a distribution, one value for each posture, or { "by": "year", "values": [..] }',
  ),
  times: v.pipe(
    times,
    v.description(
      'A multiplier drawn once a trial and shared by all postures and years of this input.',
    ),
  ),
  ...provenance,
}) as Schema<StatedValue>;

/** What a scenario may give an input, or a model its default. */
export const valueSchema: Schema<Value> = choose<Value>(
  { ...quantities, 'by-year': byYear, stated, 'by-posture': byPosture },
  'a value is a number, a distribution such as { "dist": "pert", "min": .., "mode": .., "max": .. }, one value for each posture, or { "by": "year", "values": [..] }',
);
