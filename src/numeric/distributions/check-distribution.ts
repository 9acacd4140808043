import type { SpecProblem } from './distribution.ts';
import { percentilesOf } from './distribution-spec.ts';
import type { DistributionSpec } from './distribution-spec.ts';
import { checkMetalog, roundedPercent } from './check-metalog.ts';
import { checkLimits } from './parameter-limits.ts';
import { makeDistribution } from './standardise.ts';

/** What is wrong with the parameters of a spec, in plain words; nothing if it can be drawn from. */
export function checkDistribution(spec: DistributionSpec): readonly SpecProblem[] {
  const problems: SpecProblem[] = [...checkLimits(spec)];
  if (problems.length > 0) return problems;
  const problem = (field: string, message: string) => problems.push({ field, message });
  const above = (field: string, value: number | undefined, limit: number) => {
    if (value !== undefined && !(value > limit))
      problem(field, `${field} must be above ${limit}; it is ${value}`);
  };
  const share = (field: string, value: number) => {
    if (!(value >= 0 && value <= 1))
      problem(field, `${field} is a probability and must be between 0 and 1; it is ${value}`);
  };
  const rising = (...fields: readonly (readonly [string, number | undefined])[]) => {
    const given = fields.filter(
      (entry): entry is readonly [string, number] => entry[1] !== undefined,
    );
    for (let i = 1; i < given.length; i++) {
      const [low, a] = given[i - 1] ?? ['', 0];
      const [high, b] = given[i] ?? ['', 0];
      if (a > b) problem(high, `${low} is ${a}, above ${high}, which is ${b}; they must rise`);
    }
  };
  const oneOf = (forms: readonly (readonly string[])[]) => {
    const names = new Set(forms.flat());
    const given = Object.entries(spec)
      .filter(([key, value]) => names.has(key) && value !== undefined)
      .map(([key]) => key);
    const fits = forms.some(
      (form) => form.length === given.length && form.every((field) => given.includes(field)),
    );
    const wanted = forms.map((form) => form.join(' and ')).join(', or ');
    if (!fits)
      problem(
        '',
        `${spec.dist} needs ${wanted}; ${given.length === 0 ? 'none of them is given' : `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} given`}`,
      );
    return fits;
  };
  const percentilesRise = () => {
    const list = percentilesOf(spec);
    for (let i = 1; i < list.length; i++) {
      const [p, low] = list[i - 1] ?? [0, 0];
      const [q, high] = list[i] ?? [0, 0];
      const [a, b] = [`p${roundedPercent(p * 100)}`, `p${roundedPercent(q * 100)}`];
      if (!(high > low)) problem(b, `${b} is ${high} but ${a} is ${low}; percentiles must rise`);
    }
    return list;
  };
  switch (spec.dist) {
    case 'normal':
      if (
        oneOf([
          ['mean', 'sd'],
          ['p5', 'p95'],
          ['p10', 'p90'],
        ])
      )
        percentilesRise();
      above('sd', spec.sd, 0);
      rising(['min', spec.min], ['max', spec.max]);
      if (spec.min !== undefined && spec.min === spec.max)
        problem('max', `min and max are both ${spec.min}; give a number instead`);
      break;
    case 'lognormal': {
      const fits = oneOf([
        ['p5', 'p95'],
        ['p10', 'p90'],
        ['mean', 'cv'],
        ['mean', 'sd'],
        ['median', 'sigma'],
      ]);
      for (const field of [
        'mean',
        'cv',
        'sd',
        'median',
        'sigma',
        'p5',
        'p10',
        'p90',
        'p95',
      ] as const)
        above(field, spec[field], 0);
      if (fits) percentilesRise();
      break;
    }
    case 'uniform':
      if (!(spec.max > spec.min))
        problem('max', `max must be above min; they are ${spec.max} and ${spec.min}`);
      break;
    case 'triangular':
    case 'pert':
      rising(['min', spec.min], ['mode', spec.mode], ['max', spec.max]);
      if (spec.min === spec.max)
        problem('max', `min and max are both ${spec.min}; give a number instead`);
      if (spec.dist === 'pert') above('shape', spec.shape, 0);
      break;
    case 'beta':
      above('alpha', spec.alpha, 0);
      above('beta', spec.beta, 0);
      if (!((spec.max ?? 1) > (spec.min ?? 0)))
        problem('max', `max must be above min; they are ${spec.max ?? 1} and ${spec.min ?? 0}`);
      break;
    case 'gamma':
      oneOf([
        ['mean', 'cv'],
        ['shape', 'scale'],
      ]);
      for (const field of ['mean', 'cv', 'shape', 'scale'] as const) above(field, spec[field], 0);
      break;
    case 'weibull':
      above('shape', spec.shape, 0);
      above('scale', spec.scale, 0);
      break;
    case 'exponential':
      oneOf([['mean'], ['rate']]);
      above('mean', spec.mean, 0);
      above('rate', spec.rate, 0);
      break;
    case 'poisson':
      if (!(spec.rate >= 0 && spec.rate <= 1e6))
        problem('rate', `rate must be between 0 and 1,000,000; it is ${spec.rate}`);
      break;
    case 'binomial':
      if (!(Number.isInteger(spec.n) && spec.n >= 0 && spec.n <= 1e6))
        problem('n', `n must be a whole number between 0 and 1,000,000; it is ${spec.n}`);
      share('p', spec.p);
      break;
    case 'negative-binomial':
      if (!(spec.mean >= 0 && spec.mean <= 1e5))
        problem('mean', `mean must be between 0 and 100,000; it is ${spec.mean}`);
      above('size', spec.size, 0);
      if (spec.size > 0 && spec.mean / spec.size > 10_000)
        problem(
          'size',
          `size must be at least a 10,000th of mean, ${spec.mean / 10_000}, or counts run into millions; it is ${spec.size}. A gamma distribution of the same mean, with cv ${roundedPercent(Math.sqrt(1 / spec.size + 1 / spec.mean))}, is close`,
        );
      break;
    case 'bernoulli':
      share('p', spec.p);
      break;
    case 'empirical':
    case 'discrete':
      checkValues(spec, problem);
      break;
    case 'metalog':
      checkMetalog(spec, percentilesRise(), problems);
      break;
    case 'mixture':
      checkMixture(spec, problem);
      break;
  }
  if (problems.length === 0) checkReach(spec, problem);
  return problems;
}

type Report = (field: string, message: string) => void;

/** The probability of the most extreme draws of a sampler. */
const smallestTail = 1 / 8589934592;

/** Values beyond this are refused: their squares could not be added up. */
const furthestValue = 1e150;

/** Whether even the rarest draws are numbers that can be computed with. */
function checkReach(spec: DistributionSpec, problem: Report): void {
  if (spec.dist === 'mixture' || 'values' in spec) return;
  const distribution = makeDistribution(spec);
  const lowest = distribution.quantile(smallestTail);
  const highest = distribution.quantile(smallestTail, true);
  const isFinite = lowest > -furthestValue && highest < furthestValue;
  if (spec.dist === 'normal' && (spec.min !== undefined || spec.max !== undefined)) {
    const { mean, variance } = makeDistribution({ ...spec, min: undefined, max: undefined });
    // Between bounds this close, beside how far out they lie, the moments would cancel out.
    const scale = Math.max(Math.sqrt(variance), Math.abs(lowest - mean));
    const field = spec.min !== undefined && spec.min > mean ? 'min' : 'max';
    if (!isFinite)
      problem(
        field,
        `${field} is ${spec[field]}, so far from the mean, ${mean}, that no values are left within the bounds`,
      );
    else if (highest - lowest < 1e-5 * scale)
      problem(
        'max',
        `between min and max, ${spec.max}, all is as likely; give a uniform distribution`,
      );
    return;
  }
  if (isFinite) {
    if (distribution.kind === 'continuous' && lowest === highest)
      problem('', `all values of this ${spec.dist} are ${lowest}; give that number instead`);
    return;
  }
  problem(
    '',
    `the rarest values of this ${spec.dist} would be too large to compute with; make it narrower`,
  );
}

function checkValues(
  spec: Extract<DistributionSpec, { dist: 'discrete' | 'empirical' }>,
  problem: Report,
): void {
  if (spec.values.length === 0) problem('values', 'values is empty; give at least one number');
  if (spec.values.length > 100_000)
    problem('values', `there are ${spec.values.length} values; at most 100,000 are read`);
  if (spec.dist !== 'discrete' || spec.weights === undefined) return;
  if (spec.weights.length !== spec.values.length) {
    problem(
      'weights',
      `there are ${spec.weights.length} weights for ${spec.values.length} values; give one for each`,
    );
  }
  const negative = spec.weights.find((weight) => weight < 0);
  if (negative !== undefined)
    problem('weights', `a weight is ${negative}; weights cannot be below 0`);
  else if (!spec.weights.some((weight) => weight > 0))
    problem('weights', 'all weights are 0; one must be above 0');
}

function checkMixture(spec: Extract<DistributionSpec, { dist: 'mixture' }>, problem: Report): void {
  if (spec.components.length === 0) problem('components', 'a mixture needs at least one component');
  if (spec.components.length > 50)
    problem('components', `there are ${spec.components.length} components; at most 50 are read`);
  const weights = spec.components.map((component) => component.weight ?? 1);
  for (const [index, component] of spec.components.entries()) {
    const weight = weights[index] ?? 1;
    if (weight < 0)
      problem(`components/${index}/weight`, `a weight is ${weight}; weights cannot be below 0`);
    if (component.dist === 'mixture')
      problem(`components/${index}`, 'a mixture cannot hold a mixture; list all components in one');
    else
      for (const each of checkDistribution(component))
        problem(`components/${index}${each.field === '' ? '' : `/${each.field}`}`, each.message);
  }
  if (weights.length > 0 && !weights.some((weight) => weight > 0))
    problem('components', 'all weights are 0; one must be above 0');
}
