import * as v from 'valibot';

/** A number that a file may hold: finite, never NaN or infinite. */
export const finiteNumber = v.pipe(v.number(), v.finite());

const number = finiteNumber;
const optional = v.optional(finiteNumber);

const provenance = {
  source: v.optional(
    v.pipe(v.string(), v.description('Evidence id (such as C6) or a citation of the source.')),
  ),
  note: v.optional(v.pipe(v.string(), v.description('Why this value; shown beside the figure.'))),
};

/** Fields of each distribution; which combinations fit together is checked by `numeric`. */
const fields = {
  normal: { mean: optional, sd: optional, min: optional, max: optional },
  lognormal: { mean: optional, cv: optional, sd: optional, median: optional, sigma: optional },
  uniform: { min: number, max: number },
  triangular: { min: number, mode: number, max: number },
  pert: { min: number, mode: number, max: number, shape: optional },
  beta: { alpha: number, beta: number, min: optional, max: optional },
  gamma: { mean: optional, cv: optional, shape: optional, scale: optional },
  weibull: { shape: number, scale: number },
  exponential: { mean: optional, rate: optional },
  poisson: { rate: number },
  binomial: { n: number, p: number },
  'negative-binomial': { mean: number, size: number },
  bernoulli: { p: number },
} as const;
const byPercentiles = { p5: optional, p10: optional, p90: optional, p95: optional } as const;
const values = v.array(finiteNumber);

/** One schema a distribution, by the name that its `dist` field holds. */
export const distributionSchemas = {
  normal: v.strictObject({ dist: v.literal('normal'), ...fields.normal, ...byPercentiles, ...provenance }),
  lognormal: v.strictObject({ dist: v.literal('lognormal'), ...fields.lognormal, ...byPercentiles, ...provenance }),
  uniform: v.strictObject({ dist: v.literal('uniform'), ...fields.uniform, ...provenance }),
  triangular: v.strictObject({ dist: v.literal('triangular'), ...fields.triangular, ...provenance }),
  pert: v.strictObject({ dist: v.literal('pert'), ...fields.pert, ...provenance }),
  beta: v.strictObject({ dist: v.literal('beta'), ...fields.beta, ...provenance }),
  gamma: v.strictObject({ dist: v.literal('gamma'), ...fields.gamma, ...provenance }),
  weibull: v.strictObject({ dist: v.literal('weibull'), ...fields.weibull, ...provenance }),
  exponential: v.strictObject({ dist: v.literal('exponential'), ...fields.exponential, ...provenance }),
  poisson: v.strictObject({ dist: v.literal('poisson'), ...fields.poisson, ...provenance }),
  binomial: v.strictObject({ dist: v.literal('binomial'), ...fields.binomial, ...provenance }),
  'negative-binomial': v.strictObject({ dist: v.literal('negative-binomial'), ...fields['negative-binomial'], ...provenance }),
  bernoulli: v.strictObject({ dist: v.literal('bernoulli'), ...fields.bernoulli, ...provenance }),
  discrete: v.strictObject({ dist: v.literal('discrete'), values, weights: v.optional(values), ...provenance }),
  empirical: v.strictObject({ dist: v.literal('empirical'), values, ...provenance }),
} as const;
