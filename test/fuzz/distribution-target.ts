import fc from 'fast-check';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { extremeNumber } from './mutated-text.ts';
import { runWhatWasPrepared } from './run-what-was-prepared.ts';

/** What each distribution is written with. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  normal: ['mean', 'sd', 'min', 'max', 'p5', 'p95', 'p10', 'p90'],
  lognormal: ['mean', 'cv', 'sd', 'median', 'sigma', 'p5', 'p95'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  pert: ['min', 'mode', 'max', 'shape'],
  beta: ['alpha', 'beta', 'min', 'max'],
  gamma: ['mean', 'cv', 'shape', 'scale'],
  weibull: ['shape', 'scale'],
  exponential: ['mean', 'rate'],
  poisson: ['rate'],
  binomial: ['n', 'p'],
  'negative-binomial': ['mean', 'size'],
  bernoulli: ['p'],
  metalog: ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'min', 'max'],
};
const number = fc.oneof(
  fc.double({ min: 0, max: 10, noNaN: true }),
  fc.constantFrom(0.1, 0.5, 1, 2, 10),
  extremeNumber.map(Number).filter(Number.isFinite),
);
const one: fc.Arbitrary<object> = fc.oneof(
  ...Object.entries(parameters).map(([dist, names]) =>
    fc
      .tuple(
        fc.subarray([...names], { minLength: Math.min(2, names.length) }),
        fc.array(number, { minLength: 9, maxLength: 9 }),
        fc.boolean(),
      )
      .map(([chosen, numbers, rising]) => {
        const inOrder = rising ? numbers.toSorted((a, b) => a - b) : numbers;
        return { dist, ...Object.fromEntries(chosen.map((name, index) => [name, inOrder[index]])) };
      }),
  ),
  fc.array(number, { maxLength: 6 }).map((values) => ({ dist: 'empirical', values })),
  fc.array(fc.tuple(number, number), { maxLength: 6 }).map((pairs) => ({
    dist: 'discrete',
    values: pairs.map(([value]) => value),
    weights: pairs.map(([, weight]) => weight),
  })),
  // Percentiles as they are usually given, of all sizes.
  fc
    .tuple(
      fc.subarray(['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'], { minLength: 2 }),
      fc.array(number, { minLength: 9, maxLength: 9 }),
    )
    .map(([chosen, numbers]) => {
      const rising = numbers.toSorted((a, b) => a - b);
      return Object.fromEntries(chosen.map((name, index) => [name, rising[index]]));
    }),
);
const value: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: one },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(one, number), { minLength: 1, maxLength: 3 }).map((parts) => ({
      dist: 'mixture',
      components: parts.map(([spec, weight]) => ({ ...spec, weight })),
    })),
  },
  { weight: 1, arbitrary: fc.tuple(number, one).map(([of, times]) => ({ value: of, times })) },
);

/** A value of an input, and an event whose rate and amounts it sets. */
export const distributionTarget: FuzzTarget = {
  name: 'distribution',
  inputs: value.map((each) => JSON.stringify(each)),
  feed(text) {
    const given = JSON.parse(text) as object;
    const input = { unit: '1', default: 1 };
    return runWhatWasPrepared({
      loaded: null,
      ...prepareSmall({
        inputs: {
          a: input,
          once: { unit: '1/year', default: 1 },
          b: { ...input, per: 'event' },
          c: { unit: 'HKD', per: 'event', default: 1 },
        },
        events: {
          first: {
            frequency: 'poisson',
            rate: 'min(abs(a), 20) * once',
            amounts: { cost: 'b * c' },
          },
        },
        outputs: { answer: { unit: '1', formula: 'a' } },
        scenario: { inputs: { a: given, b: given } },
        run: { trials: 64 },
      }),
    });
  },
};
