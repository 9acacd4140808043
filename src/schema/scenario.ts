import * as v from 'valibot';
import { companySchema } from './company.ts';
import { flowSchema, mostFlows } from './flow.ts';
import { isoDate } from './iso-date.ts';
import { lawSettingsSchema } from './law-settings.ts';
import { lineSchema } from './model.ts';
import { postureFactsSchema } from './posture-facts.ts';
import { programmeSchema } from './programme.ts';
import { finiteNumber } from './quantity.ts';
import { valueSchema } from './value.ts';

/** Currencies that a scenario may be written and shown in. */
export const currencies = ['HKD', 'CNY', 'USD', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

const text = (description: string) =>
  v.pipe(v.string(), v.minLength(1), v.description(description));

const posture = v.strictObject({
  label: text('Name shown to people.'),
  description: v.optional(text('What the company does under this posture.')),
  like: v.optional(
    text('A posture whose values this one takes wherever the scenario gives it none of its own.'),
  ),
  keeps: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('The laws that it complies with, by id; those of "like" unless given.'),
    ),
  ),
  facts: v.optional(postureFactsSchema),
});

/** More trials than this are not kept all at once; only the command line runs more. */
export const mostKeptTrials = 2_000_000;

const run = v.strictObject({
  trials: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(mostKeptTrials),
      v.description('Number of simulated futures; 100000 unless given.'),
    ),
  ),
  seed: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(Number.MAX_SAFE_INTEGER),
      v.description('Start of the random numbers: the same seed gives the same result.'),
    ),
  ),
  sampling: v.optional(
    v.pipe(
      v.picklist(['sobol', 'random']),
      v.description('sobol: evenly spread points, more precise; random: independent draws.'),
    ),
  ),
  coupling: v.optional(
    v.pipe(
      v.picklist(['common', 'independent']),
      v.description('common: the same luck under every posture; independent: separate luck.'),
    ),
  ),
});

const lawDate = v.pipe(isoDate, v.description('Day whose law applies, such as 2026-11-01.'));

const currency = v.pipe(
  v.picklist(currencies),
  v.description('Currency of the amounts in this file, and of the results.'),
);

const rate = v.pipe(finiteNumber, v.gtValue(0));

/** Rank correlations between inputs. */
export const correlationsSchema = v.pipe(
  v.array(
    v.strictTuple([v.string(), v.string(), v.pipe(finiteNumber, v.minValue(-1), v.maxValue(1))]),
  ),
  v.description('Rank correlations between inputs: [input, input, from -1 to 1].'),
);

export const scenarioSchema = v.strictObject({
  $schema: v.optional(
    v.pipe(v.string(), v.description('Lets an editor complete and explain this file.')),
  ),
  model: v.optional(text('Name of the model; may be left out where "extends" gives one.')),
  modelVersion: v.optional(
    text(
      'Version of the model that the scenario was written for; another major version is refused.',
    ),
  ),
  extends: v.optional(
    text(
      'Another scenario, relative to this file such as ./published.json, of which this one changes only a part.',
    ),
  ),
  name: text('Name of the scenario.'),
  description: v.optional(text('What the scenario is about.')),
  asOf: v.optional(lawDate),
  currency: v.optional(currency),
  exchangeRates: v.optional(
    v.pipe(
      v.strictObject({
        HKD: v.optional(rate),
        CNY: v.optional(rate),
        USD: v.optional(rate),
        EUR: v.optional(rate),
      }),
      v.description('HK$ for one unit of each currency.'),
    ),
  ),
  horizon: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(30),
      v.description('Number of years.'),
    ),
  ),
  postures: v.optional(
    v.pipe(
      v.record(v.string(), posture),
      v.description('Postures of its own, beside those of the model.'),
    ),
  ),
  company: v.optional(
    v.pipe(companySchema, v.description('The company, for the diagnosis of which law applies.')),
  ),
  flows: v.optional(
    v.pipe(v.array(flowSchema), v.maxLength(mostFlows), v.description('Inventory of data flows.')),
  ),
  law: v.optional(
    v.pipe(lawSettingsSchema, v.description('How the law is applied to the inputs.')),
  ),
  programme: v.optional(
    v.pipe(programmeSchema, v.description('Plan of the compliance programme.')),
  ),
  inputs: v.optional(
    v.pipe(
      v.record(v.string(), valueSchema),
      v.description('Values of the inputs of the model, by name.'),
    ),
  ),
  lines: v.optional(
    v.pipe(
      v.record(v.string(), lineSchema),
      v.description('Cost lines of its own, where the model allows them.'),
    ),
  ),
  correlations: v.optional(correlationsSchema),
  evidence: v.optional(
    v.pipe(v.array(v.string()), v.description('Ids of the evidence that the scenario rests on.')),
  ),
  restates: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Ids of published claims whose figures this file is meant to reproduce, so that checks about them bind it. Neither a file that extends it nor one with changed figures restates them.',
      ),
    ),
  ),
  run: v.optional(v.pipe(run, v.description('How it is simulated.'))),
});

/** What a scenario file says. */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
