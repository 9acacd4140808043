import { expect, test } from 'vitest';
import { postureCards } from '../../src/present/posture-cards.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { distributionProbabilities } from '../../src/schema/distribution-probabilities.ts';
import type { Result } from '../../src/schema/result.ts';
import { clearSample, sampleResult } from './sample-result.ts';

const sample = (change: Partial<Result> = {}): Result => ({
  ...sampleResult(clearSample),
  events: {
    'pipl-only': {
      remediation: { mean: 5.53, standardError: 0.01, probabilityNone: 0.01 },
      fine: { mean: 0, standardError: 0, probabilityNone: 1 },
    },
  },
  ...change,
});

const factsOf = (result: Result, budget: number | null = null) =>
  postureCards(result, hongKongDollars, budget).map(({ id, facts }) => ({
    id,
    facts: facts.map(({ label, text }) => `${label}: ${text}`.replaceAll('\u00a0', ' ')),
  }));

test('postureCards gives each posture its range, its mean and its chance of costing least', () => {
  const cards = postureCards(sample(), hongKongDollars, null);
  expect(cards.map(({ range }) => range.replaceAll('\u00a0', ' '))).toEqual([
    'HK$3.4 M to HK$10.6 M',
    'HK$3.1 M to HK$11.9 M',
    'HK$3.4 M to HK$4.6 M',
  ]);
  expect(factsOf(sample())[2]).toEqual({
    id: 'dual',
    facts: ['On average: HK$3.90 M', 'Costs least in: 83 of 100'],
  });
});

test('postureCards counts what happens in most futures, and gives what is rarer a chance', () => {
  const [first] = factsOf(sample());
  expect(first?.facts.slice(2)).toEqual(['Remediation: 5.5 times']);
});

test('postureCards says how often a budget is exceeded, where there is one', () => {
  const evenly = (to: number) => ({
    quantiles: distributionProbabilities.map((each) => each * to),
    bins: { start: 0, width: 1, shares: [], below: 0, above: 0 },
  });
  const result = sample({
    distributions: { tco: { 'pipl-only': evenly(10e6), dual: evenly(4e6) }, saving: {} },
  });
  const [pipl, pdpo, dual] = factsOf(result, 8e6);
  expect(pipl?.facts).toContain('More than HK$8.00 M in: 20 of 100');
  expect(dual?.facts).toContain('More than HK$8.00 M in: never');
  expect(pdpo?.facts.join()).not.toContain('More than');
});
