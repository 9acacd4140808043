import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';

const number = finiteNumber;
const text = v.string();
const by = <T extends v.GenericSchema>(schema: T) => v.record(v.string(), schema);

const estimateSchema = v.strictObject({
  value: number,
  error: v.pipe(number, v.description('Standard error.')),
});

const informationSchema = v.strictObject({
  value: v.pipe(
    number,
    v.description(
      'HK$ that it is worth at least, but for the error: what choices made by it save on average, in futures they were not learned from. Exact where nothing else is random.',
    ),
  ),
  error: v.pipe(number, v.description('Standard error.')),
  upper: v.pipe(
    number,
    v.description(
      'HK$ that it is worth at most: a bound from above, two of its standard errors counted in.',
    ),
  ),
});

const figureSchema = v.strictObject({
  id: text,
  kind: v.pipe(
    v.picklist(['tco', 'saving', 'wins']),
    v.description('Total cost, saving of the compared posture, or 1 where a posture costs least.'),
  ),
  posture: v.pipe(text, v.description('Posture, or "bestSingle".')),
  mean: number,
  variance: number,
});

const swingSchema = v.strictObject({
  low: number,
  high: number,
  error: v.pipe(number, v.description('Standard error of the difference of the two.')),
});

const tieSchema = v.strictObject({
  value: v.pipe(number, v.description('Of the input, in its unit, HK$ for money.')),
  best: v.pipe(text, v.description('The posture that costs least beyond it.')),
});

const driverSchema = v.strictObject({
  id: text,
  kind: v.pipe(
    v.picklist(['input', 'count', 'severity']),
    v.description(
      'An uncertain input, how often an event happens, or how much it costs each time.',
    ),
  ),
  name: v.pipe(text, v.description('Name of the input or event.')),
  label: text,
  unit: text,
  input: v.pipe(
    v.nullable(text),
    v.description(
      'The input that it stands on: for how often an event happens, the rate that it is made from.',
    ),
  ),
  shares: v.pipe(
    by(estimateSchema),
    v.description('Share of the variance of each figure that it explains by itself.'),
  ),
  totals: v.pipe(
    v.nullable(by(estimateSchema)),
    v.description('The same with all its interactions; null where that was not asked for.'),
  ),
  ends: v.pipe(
    v.nullable(v.strictObject({ low: number, middle: number, high: number })),
    v.description('Its values at the 10th, 50th and 90th percentile; of its largest posture.'),
  ),
  swings: v.pipe(
    v.nullable(by(swingSchema)),
    v.description('Each figure on average where it stands at the 10th and 90th percentile.'),
  ),
  ties: v.pipe(
    v.nullable(v.array(tieSchema)),
    v.description(
      'Where, between its 1st and 99th percentile, the choice on average changes; empty: nowhere.',
    ),
  ),
  levels: v.pipe(v.array(number), v.description('Values at which the means below are.')),
  means: v.pipe(by(v.array(number)), v.description('Mean of each figure given the value.')),
  information: v.pipe(
    v.nullable(informationSchema),
    v.description('What knowing it before choosing would be worth (EVPPI).'),
  ),
});

const groupSchema = v.strictObject({
  id: text,
  label: text,
  inputs: v.array(text),
  shares: v.pipe(by(number), v.description('Sum of the shares of its inputs.')),
  information: informationSchema,
});

const regretSchema = v.strictObject({
  mean: number,
  error: number,
  p90: number,
  largest: number,
});

const dominanceSchema = v.strictObject({
  posture: text,
  over: text,
  order: v.pipe(
    v.picklist([1, 2]),
    v.description(
      '1: less likely to exceed any amount; 2: better for whoever dislikes risk, however much.',
    ),
  ),
});

const riskSchema = v.strictObject({
  regret: v.pipe(
    by(regretSchema),
    v.description('HK$ by which a posture costs more than the cheapest of its future.'),
  ),
  dominance: v.array(dominanceSchema),
  hurdles: v.strictObject({
    amounts: v.pipe(v.array(number), v.description('HK$ that are to be saved at least.')),
    chances: v.pipe(by(v.array(number)), v.description('By the posture that is saved against.')),
    errors: by(v.array(number)),
  }),
  budgets: v.strictObject({
    amounts: v.pipe(v.array(number), v.description('HK$ that are not to be exceeded.')),
    chances: by(v.array(number)),
    errors: by(v.array(number)),
  }),
  aversion: v.strictObject({
    weights: v.pipe(
      v.array(number),
      v.description('Weight of the mean of the worst 5 % of futures; the rest is on the mean.'),
    ),
    values: v.pipe(by(v.array(number)), v.description('HK$ by posture.')),
    ties: v.array(v.strictObject({ value: number, best: text })),
  }),
});

const convergenceSchema = v.strictObject({
  trials: v.array(number),
  means: by(v.array(number)),
  errors: by(v.array(number)),
});

const settledSchema = v.strictObject({
  claim: text,
  figure: text,
  isSettled: v.boolean(),
  confidence: number,
  trials: v.pipe(
    v.nullable(number),
    v.description('Futures after which it was settled; null where it is not.'),
  ),
});

const beyondCapSchema = v.strictObject({
  input: text,
  cap: v.pipe(text, v.description('The input that is its cap.')),
  posture: text,
  capAmount: v.pipe(number, v.description('HK$.')),
  share: v.pipe(number, v.description('Share of its values above the cap.')),
});

/** What a decision turns on: a stable, versioned format, beside the result of the same run. */
export const decisionSchema = v.strictObject({
  $schema: v.optional(text),
  format: v.literal('tandem-decision/1'),
  run: v.strictObject({
    tandem: text,
    model: v.strictObject({ id: text, version: text, hash: text }),
    scenario: v.strictObject({ name: text, file: text, hash: text }),
    seed: number,
    sampling: v.picklist(['sobol', 'random']),
    coupling: v.picklist(['common', 'independent']),
    trials: number,
    replicates: number,
    years: number,
  }),
  postures: v.array(v.strictObject({ id: text, label: text })),
  of: v.pipe(text, v.description('The posture whose savings are told.')),
  best: v.pipe(text, v.description('The posture that costs least on average.')),
  figures: v.array(figureSchema),
  drivers: v.array(driverSchema),
  idle: v.pipe(
    v.array(text),
    v.description('Uncertain inputs that reach no total cost, as things stand.'),
  ),
  certain: v.pipe(
    v.array(text),
    v.description(
      'Inputs with no range given: shares and values of information say nothing of them.',
    ),
  ),
  everything: v.pipe(
    estimateSchema,
    v.description('What knowing everything before choosing would be worth (EVPI).'),
  ),
  groups: v.array(groupSchema),
  risk: riskSchema,
  convergence: convergenceSchema,
  settled: v.array(settledSchema),
  beyondCaps: v.pipe(
    v.array(beyondCapSchema),
    v.description('Inputs that go beyond what their cap lets through.'),
  ),
});

export type Decision = v.InferOutput<typeof decisionSchema>;
export type DecisionFigure = v.InferOutput<typeof figureSchema>;
export type Driver = v.InferOutput<typeof driverSchema>;
export type InformationGroup = v.InferOutput<typeof groupSchema>;
export type Swing = v.InferOutput<typeof swingSchema>;
export type Tie = v.InferOutput<typeof tieSchema>;
export type Risk = v.InferOutput<typeof riskSchema>;
export type Settled = v.InferOutput<typeof settledSchema>;
export type BeyondCap = v.InferOutput<typeof beyondCapSchema>;
export type Convergence = v.InferOutput<typeof convergenceSchema>;
