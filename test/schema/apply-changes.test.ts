import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyChanges, changesFile } from '../../src/schema/apply-changes.ts';
import type { Changes } from '../../src/schema/apply-changes.ts';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import type { Flow } from '../../src/schema/flow.ts';

const retailer = loadScenario('scenarios/retailer.json', (path) => readFileSync(path)).value!;
const apply = (changes: Partial<Changes>) => applyChanges(retailer, { inputs: {}, ...changes });
const flow: Flow = retailer.scenario.flows![0]!;

test('a company takes the place of the whole section, flows that of the inventory', () => {
  const { value } = apply({ company: { places: ['shenzhen'] }, flows: [flow] });
  expect(value?.scenario.company).toEqual({ places: ['shenzhen'] });
  expect(value?.scenario.flows).toEqual([flow]);
  expect(value?.scenario.inputs).toEqual(retailer.scenario.inputs);
});

test('pairs that move together take the place of all that the scenario has', () => {
  const { value } = apply({ correlations: [['trustDrop', 'passThrough', 0.4]] });
  expect(value?.scenario.correlations).toEqual([['trustDrop', 'passThrough', 0.4]]);
  expect(value?.places.locate('/correlations/0').file).toBe(changesFile);
  expect(apply({ correlations: [] }).value?.scenario.correlations).toEqual([]);
});

test('an inventory that is set aside is gone, and the profile stays', () => {
  const { value } = apply({ flows: null });
  expect(value?.scenario).not.toHaveProperty('flows');
  expect(value?.scenario.company).toEqual(retailer.scenario.company);
});

test('inputs that are left to the law lose the value of the scenario, but not one that is changed', () => {
  const { value } = apply({ derive: ['auditCost', 'filingCost'], inputs: { filingCost: 7 } });
  expect(value?.scenario.inputs).not.toHaveProperty('auditCost');
  expect(value?.scenario.inputs?.['filingCost']).toBe(7);
  expect(value?.scenario.law?.derive).toEqual(['auditCost', 'filingCost']);
  expect(value?.currencyOf('/inputs/filingCost')).toBe('HKD');
});

test.each<[string, Partial<Changes>, string]>([
  ['a place', { company: { places: ['shenzen'] } }, '/company/places/0'],
  ['a count', { company: { staff: { hongKong: -1 } } }, '/company/staff/hongKong'],
  ['a flow', { flows: [{ ...flow, people: 1.5 }] }, '/flows/0/people'],
  ['a list that is none', { flows: 'all' as never }, '/flows'],
  ['a rank', { correlations: [['trustDrop', 'passThrough', 1.4]] }, '/correlations/0/2'],
  ['a name', { derive: [1] as never }, '/law/derive/0'],
])('%s that cannot be is told as your change, with its place', (_, changes, pointer) => {
  const { issues, value } = apply(changes);
  expect(value).toBeNull();
  expect(issues[0]).toMatchObject({ file: changesFile, pointer, severity: 'error' });
});

test('nothing changed is the very same scenario', () => {
  expect(apply({}).value).toBe(retailer);
});
