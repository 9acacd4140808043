import { expect, test } from 'vitest';
import { formatQuantity } from '../../src/present/format-quantity.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { switchingRows, switchingSentence } from '../../src/present/switching.ts';
import type { Result } from '../../src/schema/result.ts';
import { clearSample, sampleResult } from './sample-result.ts';

const input = (label: string, unit: string): Result['inputs'][string] => ({
  label,
  unit,
  from: 'scenario',
  given: 1,
  source: null,
  evidence: [],
});
const result: Result = {
  ...sampleResult(clearSample),
  inputs: {
    remediationRate: input('Emergency remediations a year', '1/year'),
    monitoringCost: input('Automated monitoring', 'HKD/year'),
    passThrough: input('Trust to revenue', 'share'),
  },
};
const values = [
  { input: 'passThrough', swing: 5e5, base: 0.1, factor: null, best: null },
  { input: 'monitoringCost', swing: 1e6, base: 300_000, factor: 2.9, best: 'pipl-only' },
  { input: 'remediationRate', swing: 5e6, base: 1.1067, factor: 0.44, best: 'pipl-only' },
];

test('switchingRows lists what would change the answer, the nearest first', () => {
  expect(switchingRows(result, values, hongKongDollars)).toEqual([
    {
      input: 'remediationRate',
      label: 'Emergency remediations a year',
      now: '1.1 a year',
      changed: '0.49 a year or less',
      times: '56 % less',
      best: 'PIPL only',
    },
    {
      input: 'monitoringCost',
      label: 'Automated monitoring',
      now: 'HK$300\u00a0k a year',
      changed: 'HK$870\u00a0k a year or more',
      times: '2.9 times as much',
      best: 'PIPL only',
    },
  ]);
});

test('switchingSentence names the nearest', () => {
  expect(switchingSentence(result, values, hongKongDollars)).toBe(
    'Any one of these would make another posture cheapest on average: “Emergency remediations a year” at 0.49 a year or less (now 1.1 a year), or “Automated monitoring” at HK$870\u00a0k a year or more (now HK$300\u00a0k a year).',
  );
});

test('switchingSentence says so where nothing changes the answer', () => {
  expect(switchingSentence(result, values.slice(0, 1), hongKongDollars)).toMatch(
    /^No single figure/,
  );
});

test.each([
  [0.27, 'share', '27 %'],
  [1.1067, '1/year', '1.1 a year'],
  [0.04, '1/year', '0.040 a year'],
  [26, 'weeks', '26 weeks'],
  [971_250, 'HKD', 'HK$971\u00a0k'],
  [4_500_000, 'HKD/year', 'HK$4.5\u00a0M a year'],
  [1, '1', '1.0'],
])('formatQuantity writes %s %s as %s', (value, unit, text) => {
  expect(formatQuantity(value, unit, hongKongDollars)).toBe(text);
});

test('switchingSentence tells what would make the only lawful option the cheapest, where it is not', () => {
  const answer: Result['answer'] = {
    ...result.answer,
    among: ['dual'],
    because: 'only-lawful',
    option: 'dual',
  };
  const lead = (mean: number): Result['lead'] => ({
    of: 'dual',
    against: { 'pipl-only': { ...result.lead.against['pipl-only']!, mean } },
  });
  const found = values.map((value, at) => (at === 2 ? { ...value, best: 'dual' } : value));
  const told = (mean: number) =>
    switchingSentence({ ...result, answer, lead: lead(mean) }, found, hongKongDollars);
  expect(told(-1e6)).toBe(
    'This alone would make Dual the cheapest of all on average: “Emergency remediations a year” at 0.49 a year or less (now 1.1 a year).',
  );
  expect(told(1e6)).toMatch(
    /would make an option that leaves out a law cheaper on average, and no more lawful:/,
  );
});
