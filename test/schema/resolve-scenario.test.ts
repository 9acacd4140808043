import { expect, test } from 'vitest';
import { loadModel } from '../../src/schema/load-model.ts';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import { resolveScenario } from '../../src/schema/resolve-scenario.ts';
import type { ResolvedScenario } from '../../src/schema/resolved.ts';
import { readFixture } from './check-fixture.ts';

/** Resolves a scenario for the small model of the fixtures. */
function resolve(scenario: object): ResolvedScenario {
  const model = loadModel(readFixture('small-model.json') ?? '', 'small-model.json').value;
  const text = JSON.stringify({ model: 'small', name: 'Test', ...scenario });
  const loaded = loadScenario('a.json', () => text).value;
  if (model === null || loaded === null) throw new Error('not loaded');
  const resolved = resolveScenario(model, loaded);
  expect(resolved.issues).toEqual([]);
  if (resolved.scenario === null) throw new Error('not resolved');
  return resolved.scenario;
}

const number = (value: number) => ({ kind: 'number', value });

test('resolveScenario fills in what is left open', () => {
  expect(resolve({})).toMatchObject({
    name: 'Test',
    description: '',
    modelId: 'small',
    asOf: '2026-11-01',
    currency: 'HKD',
    years: 5,
    exchangeRates: { HKD: 1, CNY: 1.09 },
    postures: [{ id: 'pipl-only' }, { id: 'pdpo-only' }, { id: 'dual', label: 'Dual' }],
    run: { trials: 100_000, seed: 20261123, sampling: 'sobol', coupling: 'common' },
    correlations: [],
    lines: {},
  });
});

test('a cell for every posture and year, from the scenario or the default', () => {
  const { inputs } = resolve({
    horizon: 2,
    inputs: {
      monitoringCost: { 'pipl-only': 1, 'pdpo-only': 2, dual: { by: 'year', values: [3, 4] } },
    },
  });
  expect(inputs['monitoringCost']).toMatchObject({
    cells: [
      [number(1), number(1)],
      [number(2), number(2)],
      [number(3), number(4)],
    ],
    from: 'scenario',
    pointer: '/inputs/monitoringCost',
    times: null,
  });
  expect(inputs['remediationRate']).toMatchObject({
    cells: [
      [number(1.1), number(1.1)],
      [number(1.1), number(1.1)],
      [number(0.04), number(0.04)],
    ],
    from: 'model',
    pointer: '/inputs/remediationRate/default',
  });
});

test('percentiles are a metalog; source and note are kept beside the distribution', () => {
  const { inputs } = resolve({
    inputs: { trustDrop: { p10: 0.1, p50: 0.2, p90: 0.3, min: 0, source: 'C6', note: 'ours' } },
  });
  expect(inputs['trustDrop']).toMatchObject({ source: 'C6', note: 'ours' });
  expect(inputs['trustDrop']?.cells[0]?.[0]).toEqual({
    kind: 'distribution',
    spec: { dist: 'metalog', p10: 0.1, p50: 0.2, p90: 0.3, min: 0 },
  });
});

test('a multiplier is one for all cells', () => {
  const times = { dist: 'uniform', min: 0.8, max: 1.2 };
  const { inputs } = resolve({ inputs: { auditCost: { value: 1000, times } } });
  expect(inputs['auditCost']?.times).toEqual({ kind: 'distribution', spec: times });
  expect(inputs['auditCost']?.cells[2]?.[4]).toEqual(number(1000));
});

test('the currency changes money and nothing else', () => {
  const { inputs, currency } = resolve({
    currency: 'CNY',
    inputs: { auditCost: 1000, trustDrop: 0.1 },
  });
  expect(currency).toBe('CNY');
  expect(inputs['auditCost']?.currencyFactor).toBe(1.09);
  expect(inputs['trustDrop']?.currencyFactor).toBe(1);
  expect(inputs['monitoringCost']?.currencyFactor).toBe(1);
});

test('a posture of its own takes what it lacks from the posture that it is like', () => {
  const { postures, inputs } = resolve({
    postures: { late: { label: 'Late', like: 'later' }, later: { label: 'Later', like: 'dual' } },
    inputs: { monitoringCost: { 'pipl-only': 1, 'pdpo-only': 2, dual: 3, later: 4 } },
  });
  expect(postures.map((posture) => posture.id)).toEqual([
    'pipl-only',
    'pdpo-only',
    'dual',
    'late',
    'later',
  ]);
  expect(inputs['monitoringCost']?.cells.map((row) => row[0])).toEqual([1, 2, 3, 4, 4].map(number));
  expect(inputs['remediationRate']?.cells[3]?.[0]).toEqual(number(0.04));
});
