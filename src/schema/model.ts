import * as v from 'valibot';
import { valueSchema } from './value.ts';
import { finiteNumber } from './quantity.ts';

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));
const formula = text(
  'A formula in the modelling language: names, + - * / ^, comparisons, functions.',
);
const unit = text('A unit such as HKD, HKD/year, 1/year, share, people, weeks.');
const evidence = v.optional(
  v.pipe(
    v.array(v.string()),
    v.description('Ids of the evidence that this rests on, from evidence.json.'),
  ),
  [],
);
const help = v.optional(text('What it means, in plain words.'));
const dimension = (highest: number, use: string) =>
  v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(highest),
      v.description(
        `Fixed number of its low-discrepancy dimension, 0 to ${highest}: unique among the ${use}, never changed or reused; low numbers for what matters most. Without one, it is derived from the name.`,
      ),
    ),
  );
// As many as the streams of the engine set aside: 32 for inputs, four a year for events.
const inputDimension = dimension(31, 'inputs');
const eventDimension = dimension(3, 'events');

export const postureSchema = v.strictObject({
  label: text('Name shown to people.'),
  description: help,
  keeps: v.optional(
    v.pipe(v.array(v.string()), v.description('The laws that it complies with, by id.')),
    [],
  ),
});

export const inputSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  unit: v.optional(unit),
  group: text('Key of the group under which the input is listed.'),
  by: v.optional(
    v.pipe(
      v.array(v.picklist(['posture', 'year'])),
      v.description('Axes over which its value may vary.'),
    ),
    [],
  ),
  per: v.optional(
    v.pipe(
      v.literal('event'),
      v.description('Drawn anew for each event; only event amounts may name it.'),
    ),
  ),
  choices: v.optional(
    v.pipe(v.array(v.string()), v.description('For an input that is a choice between words.')),
  ),
  range: v.optional(
    v.pipe(
      v.tuple([finiteNumber, finiteNumber]),
      v.description('Sensible lowest and highest value.'),
    ),
  ),
  default: valueSchema,
  evidence,
  dimension: inputDimension,
});

export const definitionSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  unit,
  formula,
});

const amounts = v.optional(
  v.pipe(v.record(v.string(), formula), v.description('What each event costs, by name, in money.')),
  {},
);

/** A process of its own: how often it happens, and what each event costs. */
export const primaryEventSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  frequency: v.picklist(['poisson', 'bernoulli', 'negative-binomial']),
  rate: v.pipe(
    v.string(),
    v.minLength(1),
    v.description('Expected events a year; for bernoulli, the probability of one in a year.'),
  ),
  dispersion: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description('Size parameter of the negative binomial: variance = mean + mean^2 / size.'),
    ),
  ),
  amounts,
  evidence,
  dimension: eventDimension,
});

/** An event that some events of another kind lead to. */
export const followOnEventSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  of: text('The event that may lead to this one.'),
  chance: text('Formula of the probability that one leads to this one.'),
  amounts,
  evidence,
  dimension: eventDimension,
});

type Event = v.InferOutput<typeof primaryEventSchema> | v.InferOutput<typeof followOnEventSchema>;

// Chosen by hand, so that a problem is told of the kind of event that was meant.
const eventSchema = v.lazy((input) => {
  if (input === undefined) return v.union([primaryEventSchema, followOnEventSchema]);
  const followsOn =
    typeof input === 'object' && input !== null && ('of' in input || 'chance' in input);
  return followsOn ? followOnEventSchema : primaryEventSchema;
}) as v.GenericSchema<unknown, Event>;

export const lineSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  category: text('Key of its cost category.'),
  kind: v.pipe(
    v.picklist(['investment', 'running', 'loss']),
    v.description(
      'investment: paid once, at the start of the year; running: chosen spending through the year; loss: what events and lost customers cost.',
    ),
  ),
  formula,
  evidence,
});

export const outputSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  unit,
  formula,
});

export const ratioSchema = v.strictObject({
  label: text('Name shown to people.'),
  help,
  numerator: formula,
  denominator: formula,
});

export const checkSchema = v.strictObject({
  when: text(
    'Condition under which the message is given; over constants and expected values only.',
  ),
  severity: v.picklist(['error', 'warning']),
  message: text('What is wrong and what would be right, in plain words.'),
  evidence,
  claims: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Ids of published claims that it is about: it binds only a scenario file that "restates" one of them, and nobody who changes a figure.',
      ),
    ),
  ),
});

const label = v.strictObject({ label: text('Name shown to people.'), help });

export const modelSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: text('Name by which scenarios refer to the model.'),
  version: text('Version of the model, major.minor.patch.'),
  title: text('Title of the model.'),
  description: help,
  currency: v.literal('HKD'),
  exchangeRates: v.optional(
    v.pipe(
      v.record(v.string(), finiteNumber),
      v.description('HK$ for one unit of each currency that a scenario may be written in.'),
    ),
    {},
  ),
  horizon: v.strictObject({ default: v.number(), min: v.number(), max: v.number() }),
  extensible: v.optional(v.boolean(), false),
  postures: v.record(v.string(), postureSchema),
  comparison: v.strictObject({
    of: text('The posture whose saving is asked for.'),
    against: v.pipe(v.array(v.string()), v.description('The postures that it is compared with.')),
  }),
  categories: v.record(v.string(), label),
  groups: v.record(v.string(), label),
  inputs: v.record(v.string(), inputSchema),
  definitions: v.optional(v.record(v.string(), definitionSchema), {}),
  events: v.optional(v.record(v.string(), eventSchema), {}),
  priceIndex: v.optional(formula),
  lines: v.record(v.string(), lineSchema),
  outputs: v.record(v.string(), outputSchema),
  ratios: v.optional(v.record(v.string(), ratioSchema), {}),
  checks: v.optional(v.array(checkSchema), []),
});

export type Model = v.InferOutput<typeof modelSchema>;
export type ModelInput = v.InferOutput<typeof inputSchema>;
export type ModelLine = v.InferOutput<typeof lineSchema>;
export type ModelEvent = Model['events'][string];
