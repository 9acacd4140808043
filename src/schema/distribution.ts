import * as v from 'valibot';
import { percentileEntries } from './percentile-keys.ts';
import { finiteNumber, provenance } from './quantity.ts';
import type { DistributionValue, PercentilesValue } from './value-form.ts';

const say = (description: string) => v.pipe(finiteNumber, v.description(description));
const may = (description: string) => v.optional(say(description));

const min = say('Lowest possible value.');
const max = say('Highest possible value.');
const mode = say('Most likely value.');
const mean = may('Mean.');
const sd = may('Standard deviation, above 0.');
const cv = may('Coefficient of variation: standard deviation over mean, above 0.');

const fewPercentiles = {
  p5: may('5th percentile; give p95 with it.'),
  p10: may('10th percentile; give p90 with it.'),
  p90: may('90th percentile; give p10 with it.'),
  p95: may('95th percentile; give p5 with it.'),
};

function distribution<const Name extends string, const Fields extends v.ObjectEntries>(
  name: Name,
  description: string,
  fields: Fields,
) {
  const dist = v.pipe(v.literal(name), v.description(description));
  return v.strictObject({ dist, ...fields, ...provenance });
}

/** One schema a simple distribution, by its `dist`; which fields fit together is checked by `numeric`. */
const simpleSchemas = {
  normal: distribution(
    'normal',
    'Bell curve, by mean and sd or two percentiles; min and max cut it off.',
    {
      mean,
      sd,
      ...fewPercentiles,
      min: may('Lowest value; lower ones are cut off.'),
      max: may('Highest value; higher ones are cut off.'),
    },
  ),
  lognormal: distribution(
    'lognormal',
    'Positive and skewed to the right, by mean and cv (or sd), by median and sigma, or by two percentiles.',
    {
      mean,
      cv,
      sd,
      ...fewPercentiles,
      median: may('Median.'),
      sigma: may('Standard deviation of the logarithm, above 0.'),
    },
  ),
  uniform: distribution('uniform', 'Every value between min and max is as likely.', { min, max }),
  triangular: distribution('triangular', 'Rises from min to mode, falls to max.', {
    min,
    mode,
    max,
  }),
  pert: distribution(
    'pert',
    'Modified PERT: like triangular but smooth, with less weight near min and max.',
    {
      min,
      mode,
      max,
      shape: may('How closely values gather about the mode; 4 unless given.'),
    },
  ),
  beta: distribution('beta', 'A share between 0 and 1, or between min and max.', {
    alpha: say('First shape parameter, above 0.'),
    beta: say('Second shape parameter, above 0.'),
    min: may('Lowest possible value; 0 unless given.'),
    max: may('Highest possible value; 1 unless given.'),
  }),
  gamma: distribution('gamma', 'Positive and skewed, by mean and cv or by shape and scale.', {
    mean,
    cv,
    shape: may('Shape parameter, above 0.'),
    scale: may('Scale parameter, above 0.'),
  }),
  weibull: distribution('weibull', 'Time until something happens, by shape and scale.', {
    shape: say('Shape parameter, above 0.'),
    scale: say('Scale parameter, above 0.'),
  }),
  exponential: distribution('exponential', 'Time between chance events, by mean or by rate.', {
    mean,
    rate: may('Events per unit of time, above 0.'),
  }),
  poisson: distribution('poisson', 'Number of chance events.', {
    rate: say('Expected number of events.'),
  }),
  binomial: distribution('binomial', 'Number of successes in n tries.', {
    n: say('Number of tries.'),
    p: say('Probability of success in each, from 0 to 1.'),
  }),
  'negative-binomial': distribution(
    'negative-binomial',
    'Number of events that come in clusters.',
    {
      mean: say('Expected number of events.'),
      size: say('Size parameter: variance = mean + mean^2 / size.'),
    },
  ),
  bernoulli: distribution('bernoulli', '1 with probability p, else 0.', {
    p: say('Probability of 1, from 0 to 1.'),
  }),
  discrete: distribution('discrete', 'One of several values, by weight.', {
    values: v.pipe(v.array(finiteNumber), v.description('The possible values.')),
    weights: v.optional(
      v.pipe(
        v.array(finiteNumber),
        v.description('How likely each is; they need not add up to 1.'),
      ),
    ),
  }),
  metalog: distribution(
    'metalog',
    'A smooth curve through two to ten percentiles, such as p10, p50 and p90.',
    {
      ...percentileEntries,
      min: may('Lowest possible value; unbounded unless given.'),
      max: may('Highest possible value; unbounded unless given.'),
    },
  ),
  empirical: distribution('empirical', 'Drawn from observed values.', {
    values: v.pipe(v.array(finiteNumber), v.description('The observations.')),
  }),
} as const;

/** Names that `dist` may hold. */
export const distributionNames: readonly string[] = [...Object.keys(simpleSchemas), 'mixture'];

const unknownDistribution = v.looseObject({ dist: v.picklist(distributionNames) });
const namelessDistribution = v.custom<DistributionValue>(
  () => false,
  'it looks like a distribution but does not say which; add "dist", such as "dist": "pert"',
);
const weight = { weight: may('How likely this component is; 1 unless given.') };
const component = v.lazy((input) => {
  if (input === undefined) {
    return v.union(
      Object.values(simpleSchemas).map((schema) =>
        v.strictObject({ ...schema.entries, ...weight }),
      ),
    );
  }
  const simple = simpleSchema(input);
  return simple === null ? unknownDistribution : v.strictObject({ ...simple.entries, ...weight });
});

const mixture = v.strictObject({
  dist: v.pipe(v.literal('mixture'), v.description('One of several distributions, by weight.')),
  components: v.pipe(
    v.array(component),
    v.minLength(2),
    v.maxLength(20),
    v.description('The distributions that are mixed; a mixture may not hold another mixture.'),
  ),
  ...provenance,
});

const anyDistribution = v.union([...Object.values(simpleSchemas), mixture]);

/** A distribution; its `dist` decides what else it must hold. */
export const distributionSchema: v.GenericSchema<unknown, DistributionValue> = v.lazy((input) => {
  const schema =
    input === undefined
      ? anyDistribution
      : distOf(input) === 'mixture'
        ? mixture
        : distOf(input) === undefined
          ? namelessDistribution
          : (simpleSchema(input) ?? unknownDistribution);
  // valibot cannot infer a schema that is chosen by hand; a test holds both to the same reference specs.
  return schema as unknown as v.GenericSchema<unknown, DistributionValue>;
});

/** Short form of a metalog: percentiles alone. */
export const percentilesSchema = v.strictObject({
  ...percentileEntries,
  min: may('Lowest possible value; unbounded unless given.'),
  max: may('Highest possible value; unbounded unless given.'),
  ...provenance,
}) as unknown as v.GenericSchema<unknown, PercentilesValue>;

function distOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'dist' in input ? input.dist : undefined;
}

function simpleSchema(input: unknown) {
  const dist = distOf(input);
  if (typeof dist !== 'string' || !Object.hasOwn(simpleSchemas, dist)) return null;
  return simpleSchemas[dist as keyof typeof simpleSchemas];
}
