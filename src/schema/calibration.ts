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
  v.pipe(
    v.strictObject({
      kind: v.literal('amount'),
      posture: text,
      event: text,
      amount: v.optional(text),
      value: number,
    }),
    v.description('What one event costs on average, HK$, before prices rise.'),
  ),
  v.pipe(
    v.strictObject({
      kind: v.literal('history'),
      posture: text,
      event: text,
      count: v.pipe(number, v.minValue(0)),
      years: v.pipe(number, v.gtValue(0)),
      amount: v.optional(text),
      value: v.optional(v.pipe(number, v.gtValue(0))),
      priorYears: v.optional(
        v.pipe(
          number,
          v.gtValue(0),
          v.description(
            'For how many years of counting what the scenario says by itself stands; few let the history outweigh it. Without it, as the uncertainty of the rate has it.',
          ),
        ),
      ),
    }),
    v.description(
      'So many of an event in so many years, and HK$ that each cost on average: weighed against what the scenario says by itself.',
    ),
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
        before: v.pipe(
          number,
          v.description('Mean of the input, of its largest posture and year, in the futures.'),
        ),
        after: v.pipe(number, v.description('The same in the weighted futures.')),
        moved: v.pipe(
          number,
          v.description(
            'By how much its normal score moved on average: 1 is one standard deviation of a normal input.',
          ),
        ),
      }),
    ),
    v.description('The inputs that moved furthest first.'),
  ),
  tco: v.record(text, v.strictObject({ before: number, after: number })),
  cheapest: v.record(text, v.strictObject({ before: number, after: number })),
});

const rateBeliefSchema = v.strictObject({
  mean: number,
  p5: number,
  p95: number,
});

/** Input values that meet what is known, with as little change as possible. */
export const inputCalibrationSchema = v.strictObject({
  format: v.literal('tandem-input-calibration/1'),
  trials: number,
  targets: v.array(
    v.strictObject({
      target: calibrationTargetSchema,
      about: v.picklist(['cost', 'count', 'amount']),
      asked: v.pipe(
        number,
        v.description('For a history, what follows from it and the scenario together.'),
      ),
      before: number,
      after: number,
      rate: v.optional(
        v.pipe(
          v.strictObject({
            prior: rateBeliefSchema,
            posterior: rateBeliefSchema,
            priorYears: v.pipe(
              number,
              v.description('For how many years of counting the prior stands.'),
            ),
          }),
          v.description(
            'For how often, given a history: events a year as the scenario has them, and after the history (a gamma belief updated by Poisson counts).',
          ),
        ),
      ),
    }),
  ),
  inputs: v.pipe(
    v.array(
      v.strictObject({
        input: text,
        before: v.pipe(number, v.description('Mean of its largest posture and year.')),
        after: number,
        factor: v.pipe(number, v.description('What all of its values are multiplied by.')),
        moved: v.pipe(
          number,
          v.description(
            'How far it moved, in its standard deviations; of the logarithm where it moves in proportion.',
          ),
        ),
        spread: v.pipe(number, v.description('Its standard deviation, as a share of its mean.')),
        spreadFrom: v.pipe(
          v.picklist(['scenario', 'assumed']),
          v.description('Whether the scenario says how uncertain it is.'),
        ),
      }),
    ),
    v.description('The inputs that moved furthest first; those that stood still last.'),
  ),
  distance: v.pipe(
    number,
    v.description('Root of the sum of the squares of all moves, in standard deviations.'),
  ),
});

export type InputCalibration = v.InferOutput<typeof inputCalibrationSchema>;
export type CalibrationTarget = v.InferOutput<typeof calibrationTargetSchema>;
export type Calibration = v.InferOutput<typeof calibrationSchema>;
