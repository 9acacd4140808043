import { expect, test } from 'vitest';
import { switchingValues } from '../../src/analysis/switching-values.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const always = () => Promise.resolve(true);

async function search(small: SmallModel, pause = always) {
  const { prepared, issues } = prepareSmall(small);
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return switchingValues(prepared.compiled.source, pause);
}

/** One posture costs 3 x each year, another a fee of 10 a year, the last is too dear: the two tie where x is 10/3. */
const choice: SmallModel = {
  inputs: {
    x: {
      default: { 'pipl-only': 2, 'pdpo-only': 0, dual: 0 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 100],
    },
    fee: {
      default: { 'pipl-only': 0, 'pdpo-only': 10, dual: 0 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 100],
    },
    dear: {
      default: { 'pipl-only': 0, 'pdpo-only': 0, dual: 1000 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 100_000],
    },
    idle: { default: 5, unit: 'HKD/year', range: [0, 100] },
  },
  lines: { bill: { formula: '3 * x + fee + dear' } },
};

test('switchingValues finds the exact tie of a linear choice', async () => {
  const found = await search(choice);
  const byName = Object.fromEntries((found ?? []).map((each) => [each.input, each]));
  expect(byName['x']?.factor).toBeCloseTo(10 / 6, 2);
  expect(byName['x']?.best).toBe('pdpo-only');
  expect(byName['fee']?.factor).toBeCloseTo(0.6, 2);
  expect(byName['fee']?.best).toBe('pdpo-only');
});

test('switchingValues says nothing of an input that changes nothing', async () => {
  const found = await search(choice);
  expect(found?.map(({ input }) => input).toSorted()).not.toContain('idle');
});

test('switchingValues knows no tie beyond the sensible range of an input', async () => {
  const found = await search({
    ...choice,
    inputs: { ...choice.inputs, x: { ...choice.inputs?.['x'], range: [0, 3] } },
  });
  expect(found?.find(({ input }) => input === 'x')?.factor).toBeNull();
});

test('switchingValues ends when it is no longer wanted', async () => {
  let left = 3;
  expect(await search(choice, () => Promise.resolve(left-- > 0))).toBeNull();
});

test('switchingValues keeps to what a share can be: no more than all events can be prevented', async () => {
  const values = await search({
    inputs: {
      strength: {
        default: { dist: 'uniform', min: 0.5, max: 0.9 },
        unit: 'share',
        range: [0, 1],
      },
      rate: { default: 1, unit: '1/year', range: [0, 10] },
      fee: {
        default: { 'pipl-only': 70, 'pdpo-only': 0, dual: 1000 },
        by: ['posture'],
        unit: 'HKD/year',
        range: [0, 5000],
      },
      loss: {
        default: { 'pipl-only': 0, 'pdpo-only': 150, dual: 0 },
        by: ['posture'],
        unit: 'HKD',
        range: [0, 5000],
      },
    },
    events: {
      incident: { frequency: 'poisson', rate: 'rate * (1 - strength)', amounts: { cost: 'loss' } },
    },
    lines: { fees: { formula: 'fee' }, incidents: { formula: 'incident.cost', kind: 'loss' } },
  });
  const strength = values?.find(({ input }) => input === 'strength');
  // Incidents cost 45 on average; they cost 70, as the fee does, where 0.533 of them are prevented.
  expect(strength?.factor).toBeCloseTo(0.533 / 0.7, 1);
  expect(strength?.best).toBe('pipl-only');
});

test('switchingValues goes past values at which the model cannot be computed', async () => {
  // With more relief than the base rate, the rate is below zero: no way for the answer to change.
  const found = await search({
    ...choice,
    inputs: {
      ...choice.inputs,
      base: { default: 0.5, unit: '1/year', range: [0, 5] },
      relief: { default: 0.4, unit: '1/year', range: [0, 5] },
      severity: { default: 0.1, unit: 'HKD', per: 'event', range: [0, 10] },
    },
    events: {
      incident: {
        frequency: 'poisson',
        rate: 'posture == "pipl-only" ? base - relief : 0.1 * base',
        amounts: { cost: 'severity' },
      },
    },
    lines: { ...choice.lines, losses: { kind: 'loss', formula: 'incident.cost' } },
  });
  expect(found?.find(({ input }) => input === 'x')?.factor).toBeCloseTo(10 / 6, 1);
  expect(found?.find(({ input }) => input === 'relief')?.factor ?? null).toBeNull();
});
