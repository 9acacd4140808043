import { expect, test } from 'vitest';
import { rememberScenario } from '../../src/schema/remember-scenario.ts';

const text = (name: string) =>
  JSON.stringify({ model: 'compliance-tco', name, inputs: { auditCost: 1 } });

test('a scenario is read again only when its name or a text changes', () => {
  const load = rememberScenario();
  const first = load('a.json', { 'a.json': text('one') });
  expect(first.value?.scenario.name).toBe('one');
  expect(load('a.json', { 'a.json': text('one') })).toBe(first);
  expect(load('a.json', { 'a.json': text('two') }).value?.scenario.name).toBe('two');
  const both = { 'a.json': text('two'), 'b.json': text('three') };
  expect(load('a.json', both).value?.scenario.name).toBe('two');
  expect(load('b.json', both).value?.scenario.name).toBe('three');
  expect(load('c.json', both).issues).not.toHaveLength(0);
});
