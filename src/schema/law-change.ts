import * as v from 'valibot';
import { distributionSchema, percentilesSchema } from './distribution.ts';
import { isoDate } from './iso-date.ts';
import { finiteNumber } from './quantity.ts';
import { formOf } from './value-form.ts';

const share = v.pipe(finiteNumber, v.minValue(0), v.maxValue(1));

type Uncertain = v.InferOutput<typeof distributionSchema> | v.InferOutput<typeof percentilesSchema>;

/** The schema of the form that is meant, so that problems are told of that form only. */
const quantity = v.lazy((input) => {
  if (input === undefined) return v.union([share, distributionSchema, percentilesSchema]);
  const form = formOf(input);
  if (form === 'distribution') return distributionSchema;
  return form === 'percentiles' ? percentilesSchema : share;
}) as v.GenericSchema<unknown, number | Uncertain>;

const range = v.strictObject({
  earliest: v.pipe(isoDate, v.description('The first day on which it may begin to count.')),
  latest: v.pipe(isoDate, v.description('The last; every day between is as likely.')),
});

type Range = v.InferOutput<typeof range>;

const date = v.lazy((input) => {
  if (input === undefined) return v.union([isoDate, range, distributionSchema, percentilesSchema]);
  if (typeof input === 'number')
    return v.custom<string>(() => false, 'a date is written year-month-day, such as 2027-07-01');
  const form = formOf(input);
  if (form === 'text') return isoDate;
  if (form === 'distribution') return distributionSchema;
  return form === 'percentiles' ? percentilesSchema : range;
}) as v.GenericSchema<unknown, string | Range | Uncertain>;

/** A draft or announced change that may become law: how likely, and from when. */
export const lawChangeSchema = v.strictObject({
  probability: v.pipe(
    quantity,
    v.description(
      'That it becomes law at all, from 0 to 1. A distribution counts by its mean: a chance that is itself uncertain is a chance.',
    ),
  ),
  from: v.pipe(
    date,
    v.description(
      'From when it counts if it does: a day, a range of days, or a distribution over calendar years such as 2028.5.',
    ),
  ),
});

export type LawChange = v.InferOutput<typeof lawChangeSchema>;
export type UncertainDate = Uncertain;
