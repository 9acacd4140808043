import { expect, test } from 'vitest';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import type { LoadedScenario } from '../../src/schema/load-scenario.ts';

/** Loads `folder/a.json` from texts by name. */
function load(files: Readonly<Record<string, string>>): LoadedScenario {
  const read = (path: string) => files[path.replace('folder/', '')] ?? null;
  const { value, issues } = loadScenario('folder/a.json', read);
  expect(issues).toEqual([]);
  if (value === null) throw new Error('nothing was loaded');
  return value;
}

const base = `{
  "model": "m", "name": "Base", "description": "All of it", "currency": "CNY",
  "inputs": {
    "rate": { "pipl-only": 1, "dual": 2 },
    "cost": { "value": { "pipl-only": 10, "dual": 20 }, "times": { "dist": "uniform", "min": 0.5, "max": 1.5 }, "source": "C1" },
    "share": 0.2
  },
  "correlations": [["rate", "cost", 0.5], ["rate", "share", 0.1]],
  "run": { "trials": 10, "seed": 7 }
}`;

test('loadScenario lays a scenario over the one that it extends', () => {
  const { scenario, files } = load({
    'b.json': base,
    'a.json': `{ "extends": "./b.json", "name": "Child", "currency": "HKD",
      "inputs": { "rate": { "dual": 3 }, "cost": { "dual": 30 }, "extra": 1 },
      "correlations": [["cost", "rate", -0.5]],
      "run": { "trials": 20 } }`,
  });
  expect(files).toEqual(['folder/a.json', 'folder/b.json']);
  expect(scenario).toMatchObject({
    model: 'm',
    name: 'Child',
    description: 'All of it',
    currency: 'HKD',
    inputs: {
      rate: { 'pipl-only': 1, dual: 3 },
      cost: {
        value: { 'pipl-only': 10, dual: 30 },
        times: { dist: 'uniform', min: 0.5, max: 1.5 },
        source: 'C1',
      },
      share: 0.2,
      extra: 1,
    },
    correlations: [
      ['rate', 'share', 0.1],
      ['cost', 'rate', -0.5],
    ],
    run: { trials: 20, seed: 7 },
  });
});

test('loadScenario keeps the place and the currency of the file that gave a value', () => {
  const { places, currencyOf } = load({
    'b.json': base,
    'a.json': `{
  "extends": "./b.json", "name": "Child", "currency": "HKD",
  "inputs": { "cost": { "dual": 30 } },
  "correlations": [["cost", "rate", -0.5]]
}`,
  });
  const at = (pointer: string) => {
    const { file, line, column } = places.locate(pointer);
    return `${file}:${line}:${column} ${currencyOf(pointer)}`;
  };
  expect(at('')).toBe('folder/a.json:1:1 HKD');
  expect(at('/inputs/cost/value/dual')).toBe('folder/a.json:3:33 HKD');
  expect(at('/inputs/cost/value/pipl-only')).toBe('folder/b.json:5:39 CNY');
  expect(at('/inputs/cost/times/max')).toBe('folder/b.json:5:106 CNY');
  expect(at('/inputs/cost')).toBe('folder/a.json:3:23 HKD');
  expect(at('/inputs/share')).toBe('folder/b.json:6:14 CNY');
  expect(at('/correlations/0/2')).toBe('folder/b.json:8:61 CNY');
  expect(at('/correlations/1/0')).toBe('folder/a.json:4:21 HKD');
});

test('a value that is not by posture replaces the lower one whole, with its multiplier', () => {
  const { scenario, currencyOf } = load({
    'b.json': base,
    'a.json': '{ "extends": "b.json", "name": "Child", "inputs": { "cost": 5 } }',
  });
  expect(scenario.inputs?.['cost']).toBe(5);
  expect(currencyOf('/inputs/cost')).toBe('CNY');
});

test('a source given over a bare value by posture is found where it was written', () => {
  const { scenario, places } = load({
    'b.json': base,
    'a.json':
      '{ "extends": "b.json", "name": "Child",\n"inputs": { "rate": { "value": { "dual": 9 }, "source": "E1" } } }',
  });
  expect(scenario.inputs?.['rate']).toEqual({ value: { 'pipl-only': 1, dual: 9 }, source: 'E1' });
  expect(places.locate('/inputs/rate/value/pipl-only')).toEqual({
    file: 'folder/b.json',
    line: 4,
    column: 28,
  });
  expect(places.locate('/inputs/rate/source')).toEqual({
    file: 'folder/a.json',
    line: 2,
    column: 57,
  });
});

test('three files lie over each other, each nearer one above', () => {
  const { scenario, places } = load({
    'sub/c.json': base,
    'sub/b.json':
      '{ "extends": "./c.json", "name": "Middle", "inputs": { "rate": { "dual": 5 } } }',
    'a.json':
      '{ "extends": "./sub/b.json", "name": "Top", "inputs": { "rate": { "pipl-only": 6 } } }',
  });
  expect(scenario.inputs?.['rate']).toEqual({ 'pipl-only': 6, dual: 5 });
  expect(places.locate('/inputs/rate/dual').file).toBe('folder/sub/b.json');
});

test('a place inside a text counts its characters, not its escapes', () => {
  const { places } = load({ 'a.json': '{ "model": "m", "name": "a\\u0041\\nb" }' });
  expect(places.locate('/name', 3).column).toBe(35);
});
