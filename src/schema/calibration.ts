import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const number = finiteNumber;
const text = v.string();

/** What is known from elsewhere about a scenario's outcome. */
export const calibrationTargetSchema = v.variant('kind', [
  v.pipe(
    v.strictObject({ kind: v.literal('mean'), posture: text, value: number }),
    v.description('Mean total cost of a posture, HK$: a published total.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('percentile'),
      posture: text,
      probability: v.pipe(number, v.gtValue(0), v.ltValue(1)),
      value: number,
    }),
    v.description('Total cost of a posture, HK$, that is not exceeded with a probability.'),
  ),
  v.pipe(
    v.strictObject({ kind: v.literal('count'), posture: text, event: text, value: number }),
    v.description('How often an event happens on average over the horizon.'),
  ),
]);

/** A file of targets. */
export const calibrationTargetsSchema = v.strictObject({
  $schema: v.optional(text),
  targets: v.pipe(v.array(calibrationTargetSchema), v.minLength(1)),
});

export const calibrationSchema = v.strictObject({
  format: v.literal('tandem-calibration/1'),
  trials: number,
  effectiveTrials: v.pipe(
    number,
    v.description('How many equally weighted futures would give means as precise.'),
  ),
  targets: v.array(
    v.strictObject({
      target: calibrationTargetSchema,
      before: v.pipe(number, v.description('What the scenario says by itself.')),
    }),
  ),
  inputs: v.pipe(
    v.array(
      v.strictObject({
        input: text,
        before: number,
        after: v.pipe(number, v.description('Mean of the input in the weighted futures.')),
        moved: v.pipe(
          number,
          v.description(
            'By how much its normal score moved on average: 1 is a standard deviation.',
          ),
        ),
      }),
    ),
    v.description('The inputs that moved furthest first.'),
  ),
  tco: v.record(text, v.strictObject({ before: number, after: number })),
  cheapest: v.record(text, v.strictObject({ before: number, after: number })),
});

export type CalibrationTarget = v.InferOutput<typeof calibrationTargetSchema>;
export type Calibration = v.InferOutput<typeof calibrationSchema>;
