import * as v from 'valibot';
import { claimLawSchema } from './claim-law.ts';
import { lawResultSchema } from './law-result.ts';
import { finiteNumber } from './quantity.ts';

const number = finiteNumber;
const maybe = v.nullable(finiteNumber);
const text = v.string();
const by = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(v.record(v.string(), schema), v.description(description));

const spread = {
  p5: number,
  p10: number,
  p25: number,
  p50: number,
  p75: number,
  p90: number,
  p95: number,
  cvar95: number,
};
const error = v.optional(number);

const summaryEntries = {
  mean: number,
  standardError: v.pipe(number, v.description('Standard error of the mean.')),
  sd: number,
  min: number,
  max: number,
  ...spread,
  p1: v.pipe(v.optional(number), v.description('From 1,000 futures on, as P99.')),
  p99: v.pipe(
    v.optional(number),
    v.description('1 of 100 futures lies above: given from 1,000 futures on, ten of them above.'),
  ),
  p999: v.pipe(
    v.optional(number),
    v.description('1 of 1,000 futures lies above: given from 10,000 futures on.'),
  ),
  dots: v.pipe(
    v.array(number),
    v.description('50 quantiles, at 1 %, 3 %, ... 99 %: one dot each.'),
  ),
  errors: v.pipe(
    v.strictObject({
      sd: error,
      p1: error,
      p5: error,
      p10: error,
      p25: error,
      p50: error,
      p75: error,
      p90: error,
      p95: error,
      p99: error,
      cvar95: error,
    }),
    v.description('Standard errors of the other figures.'),
  ),
};
const summarySchema = v.strictObject(summaryEntries);
const savingSchema = v.strictObject({
  ...summaryEntries,
  probabilityPositive: number,
  probabilityPositiveError: number,
});

const distributionSchema = v.strictObject({
  quantiles: v.pipe(
    v.array(number),
    v.description('At 0, 0.001, 0.002, 0.005, 0.01, 0.02 ... 0.99, 0.995, 0.998, 0.999 and 1.'),
  ),
  bins: v.strictObject({
    start: number,
    width: number,
    shares: v.pipe(
      v.array(number),
      v.description('Share of futures from start on, one for each bin of that width.'),
    ),
    below: v.pipe(number, v.description('Share of futures below the first bin.')),
    above: v.pipe(number, v.description('Share of futures above the last bin.')),
  }),
});

const labelsSchema = v.strictObject({
  categories: v.record(text, text),
  lines: v.record(text, text),
  events: v.record(text, text),
  lineCategories: v.pipe(
    v.record(text, text),
    v.description('The category that each line counts for.'),
  ),
});

const manifestSchema = v.strictObject({
  tandem: v.pipe(text, v.description('Version of Tandem.')),
  model: v.strictObject({ id: text, version: text, hash: text }),
  scenario: v.strictObject({ name: text, file: text, hash: text }),
  asOf: text,
  seed: number,
  sampling: v.picklist(['sobol', 'random']),
  coupling: v.picklist(['common', 'independent']),
  trials: number,
  replicates: number,
  years: number,
  currency: v.pipe(
    text,
    v.description('In which results are shown; every amount in the file is HK$.'),
  ),
  exchangeRates: v.pipe(
    v.record(text, number),
    v.description('HK$ for one unit of each currency that amounts may be shown in.'),
  ),
  resultHash: v.pipe(
    text,
    v.description('Hash of the result, to prove that another machine got the same.'),
  ),
});

const answerSchema = v.strictObject({
  criterion: v.pipe(
    v.picklist(['expected-cost']),
    v.description('What options are ranked by: the mean of their total cost.'),
  ),
  option: v.pipe(
    v.nullable(text),
    v.description('The answer; null where no option is known to be lawful.'),
  ),
  rival: v.pipe(
    v.nullable(text),
    v.description('The lawful option that comes next; null where there is none.'),
  ),
  among: v.pipe(
    v.array(text),
    v.description(
      'The options that were ranked, the cheapest first: lawful ones where the law was asked.',
    ),
  ),
  tied: v.pipe(v.array(text), v.description('Options that cost the same as the answer, and it.')),
  lawfulness: v.pipe(
    v.picklist(['lawful', 'not known', 'none lawful', 'not asked']),
    v.description('not asked: the scenario has no company and no flows.'),
  ),
  because: v.pipe(
    v.picklist([
      'lowest-cost',
      'too-close',
      'same-cost',
      'only-lawful',
      'only-option',
      'none-lawful',
      'law-not-known',
      'nothing-to-compare',
    ]),
    v.description('too-close: the costs differ by less than twice their error.'),
  ),
});

const openingSchema = v.strictObject({
  mean: number,
  p10: number,
  p25: number,
  p50: number,
  p75: number,
  p90: number,
});

const yearSchema = v.strictObject({
  year: number,
  mean: number,
  standardError: number,
  p10: number,
  p50: number,
  p90: number,
  opening: v.pipe(
    openingSchema,
    v.description('Cumulative cost at the start of the year, once its investments are paid.'),
  ),
  cumulativeMean: number,
  cumulativeP10: number,
  cumulativeP25: number,
  cumulativeP50: number,
  cumulativeP75: number,
  cumulativeP90: number,
  components: v.record(text, number),
});

const ratioResultSchema = v.strictObject({
  label: text,
  value: number,
  standardError: number,
  p10: number,
  p50: number,
  p90: number,
});

const paybackSchema = v.strictObject({
  months: maybe,
  standardError: maybe,
  probabilityWithinHorizon: number,
  p10: maybe,
  p50: maybe,
  p90: maybe,
});

const shadowSchema = v.strictObject({
  id: text,
  label: text,
  posture: text,
  exactMean: number,
  exactSd: maybe,
  simulatedMean: number,
  standardError: number,
  z: maybe,
});

const claimResultSchema = v.strictObject({
  id: text,
  kind: v.optional(
    v.pipe(text, v.description('What sort of claim: empirical, law, case, assumption, banner.')),
  ),
  statement: text,
  label: text,
  published: maybe,
  computed: maybe,
  unit: text,
  verdict: text,
  why: text,
  law: v.optional(
    v.pipe(v.array(claimLawSchema), v.description('What decides on a statement of law.')),
  ),
  evidence: v.array(text),
});

const inputResultSchema = v.strictObject({
  label: text,
  unit: text,
  from: v.pipe(
    v.picklist(['scenario', 'law', 'model']),
    v.description('law: filled in by a rule; see law.derived.'),
  ),
  given: v.unknown(),
  source: v.nullable(text),
  evidence: v.array(text),
});

/** What a run found. A stable, versioned format: scripts and reports read it. */
export const resultSchema = v.strictObject({
  $schema: v.optional(text),
  format: v.literal('tandem-result/1'),
  manifest: v.pipe(manifestSchema, v.description('What was run, so that it can be run again.')),
  postures: v.array(v.strictObject({ id: text, label: text, description: text })),
  labels: v.pipe(labelsSchema, v.description('Names for people.')),
  outputs: by(by(summarySchema, 'By posture, or "all".'), 'Summary of each output.'),
  components: by(by(number, 'By category.'), 'Mean cost over the horizon, by posture.'),
  componentErrors: by(by(number, 'By category.'), 'Standard errors of the components.'),
  lines: by(
    by(v.strictObject({ mean: number, standardError: number }), 'By line.'),
    'Cost lines, by posture.',
  ),
  byYear: by(v.array(yearSchema), 'Cost year by year, by posture.'),
  answer: v.pipe(answerSchema, v.description('The option that the result answers with, and why.')),
  cheapest: by(number, 'Probability that each posture costs least.'),
  cheapestErrors: by(number, 'Standard errors of those probabilities.'),
  saving: by(
    savingSchema,
    'Cost of a posture less that of the compared one, in the same trial; bestSingle: the cheaper one in hindsight.',
  ),
  lead: v.pipe(
    v.strictObject({ of: text, against: by(savingSchema, 'By posture.') }),
    v.description(
      'Cost of each other posture less that of the answer, in the same trial; where there is none, of the one which is cheapest in most trials.',
    ),
  ),
  distributions: v.pipe(
    v.strictObject({
      tco: by(distributionSchema, 'Total cost, by posture.'),
      saving: by(distributionSchema, 'Savings, by posture.'),
    }),
    v.description('Total cost and saving in full; their bins are the same for all postures.'),
  ),
  roi: by(by(ratioResultSchema, 'By posture.'), 'Returns on investment, by definition.'),
  payback: by(paybackSchema, 'Months until the investment is paid back, by posture.'),
  events: by(
    by(
      v.strictObject({ mean: number, standardError: number, probabilityNone: number }),
      'By event.',
    ),
    'Number of events over the horizon, by posture.',
  ),
  shadow: v.pipe(v.array(shadowSchema), v.description('Simulated figures against exact ones.')),
  claims: v.pipe(
    v.array(claimResultSchema),
    v.description('Published figures against computed ones.'),
  ),
  law: v.optional(
    v.pipe(
      lawResultSchema,
      v.description('What the law asks of the company; where the scenario has a profile or flows.'),
    ),
  ),
  weekOfDelay: v.optional(
    v.pipe(
      number,
      v.description(
        'HK$ by which one more week of the programme raises the expected cost of the compared posture.',
      ),
    ),
  ),
  warnings: v.array(v.strictObject({ code: text, message: text, evidence: v.array(text) })),
  inputs: by(inputResultSchema, 'The inputs as they were given.'),
});

export type Summary = v.InferOutput<typeof summarySchema>;
export type Saving = v.InferOutput<typeof savingSchema>;
export type Distribution = v.InferOutput<typeof distributionSchema>;
export type ResultLabels = v.InferOutput<typeof labelsSchema>;
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type YearResult = v.InferOutput<typeof yearSchema>;
export type RatioResult = v.InferOutput<typeof ratioResultSchema>;
export type Answer = v.InferOutput<typeof answerSchema>;
export type Payback = v.InferOutput<typeof paybackSchema>;
export type Shadow = v.InferOutput<typeof shadowSchema>;
export type ClaimResult = v.InferOutput<typeof claimResultSchema>;
export type InputResult = v.InferOutput<typeof inputResultSchema>;
export type Result = v.InferOutput<typeof resultSchema>;
