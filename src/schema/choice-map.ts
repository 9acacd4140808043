import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const number = finiteNumber;
const text = v.string();

const axisSchema = v.strictObject({
  input: text,
  label: text,
  unit: text,
  now: v.pipe(number, v.description('What it is as things stand: its mean where uncertain.')),
  values: v.array(number),
});

/** Which posture is best as one or two inputs change. Cells go along the first axis first. */
export const choiceMapSchema = v.strictObject({
  format: v.literal('tandem-map/1'),
  output: v.pipe(text, v.description('The output that is to be small: tco or another in HK$.')),
  axes: v.pipe(v.array(axisSchema), v.minLength(1), v.maxLength(2)),
  postures: v.array(v.strictObject({ id: text, label: text })),
  trials: v.pipe(number, v.description('Futures behind each cell, with the same luck in all.')),
  best: v.pipe(
    v.array(v.nullable(text)),
    v.description('Posture with the smallest mean; null where the model says it makes no sense.'),
  ),
  leads: v.pipe(v.array(number), v.description('By how much it is smaller than the next, HK$.')),
  leadErrors: v.pipe(v.array(number), v.description('Standard errors of the leads.')),
  means: v.pipe(v.record(text, v.array(number)), v.description('Mean by posture.')),
  chances: v.pipe(
    v.record(text, v.array(number)),
    v.description('Chance of being the smallest, by posture.'),
  ),
});

export type ChoiceMap = v.InferOutput<typeof choiceMapSchema>;
export type ChoiceMapAxis = v.InferOutput<typeof axisSchema>;

/** What a map is asked for; ends and steps of an axis have sensible values unless given. */
export interface ChoiceMapRequest {
  readonly axes: readonly {
    readonly input: string;
    readonly from?: number;
    readonly to?: number;
    readonly steps?: number;
  }[];
  readonly output?: string;
}
