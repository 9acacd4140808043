import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { axisNames, functionNames } from '../../src/language/names.ts';
import { evidenceSchema } from '../../src/schema/evidence.ts';
import { formatIssue } from '../../src/schema/issue.ts';
import { loadModel } from '../../src/schema/load-model.ts';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import { reservedWords } from '../../src/schema/name-rules.ts';
import { parseDocument } from '../../src/schema/parse-document.ts';
import { resolveScenario } from '../../src/schema/resolve-scenario.ts';
import { validate } from '../../src/schema/validate.ts';

const read = (path: string) => (existsSync(path) ? readFileSync(path) : null);
const modelFile = 'models/compliance-tco.json';
const model = loadModel(readFileSync(modelFile), modelFile);

test('the model is without problems', () => {
  expect(model.issues.map(formatIssue)).toEqual([]);
});

const scenarios = readdirSync('scenarios').filter(
  (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
);

test.each(scenarios)('%s is without problems', (name) => {
  const loaded = loadScenario(`scenarios/${name}`, read);
  expect(loaded.issues.map(formatIssue)).toEqual([]);
  if (model.value === null || loaded.value === null) throw new Error('not loaded');
  const { issues } = resolveScenario(model.value, loaded.value);
  expect(issues.filter((issue) => issue.severity === 'error').map(formatIssue)).toEqual([]);
});

test('the register of evidence is without problems', () => {
  const { value, places, issues } = parseDocument(
    readFileSync('models/evidence.json'),
    'models/evidence.json',
  );
  expect([...issues, ...validate(evidenceSchema, value, places).issues].map(formatIssue)).toEqual(
    [],
  );
});

test('every word that formulas reserve is reserved in files', () => {
  expect(reservedWords).toEqual(expect.arrayContaining([...functionNames, ...axisNames]));
});
