import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const number = finiteNumber;
const text = v.string();

const effectSchema = v.strictObject({
  value: v.pipe(number, v.description('HK$ that it adds to the mean total cost.')),
  error: v.pipe(number, v.description('Standard error, paired: the same luck before and after.')),
});

const sideSchema = v.strictObject({ file: text, name: text, hash: text });

/** What the changes between two scenarios of a model do to the answer. */
export const differenceSchema = v.strictObject({
  format: v.literal('tandem-difference/1'),
  before: sideSchema,
  after: sideSchema,
  method: v.pipe(
    v.picklist(['shapley', 'sequential']),
    v.description(
      'shapley: averaged over all orders of the changes; sequential: one after another, in the order listed.',
    ),
  ),
  trials: number,
  seed: number,
  postures: v.array(
    v.strictObject({ id: text, label: text, before: number, after: number, change: effectSchema }),
  ),
  changes: v.array(
    v.strictObject({
      id: v.pipe(text, v.description('Name of the input, or "settings".')),
      kind: v.picklist(['input', 'settings']),
      label: text,
      unit: text,
      before: v.pipe(
        v.nullable(number),
        v.description('Mean of its largest posture; HK$ for money.'),
      ),
      after: v.nullable(number),
      effects: v.pipe(v.record(text, effectSchema), v.description('By posture; they add up.')),
    }),
  ),
});

export type Difference = v.InferOutput<typeof differenceSchema>;

/** The same without the names of the two sides. */
export type Attribution = Omit<Difference, 'before' | 'after'>;
