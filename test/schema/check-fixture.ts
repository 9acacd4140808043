import { readFileSync } from 'node:fs';
import { formatIssue } from '../../src/schema/issue.ts';
import type { Issue } from '../../src/schema/issue.ts';
import { loadModel } from '../../src/schema/load-model.ts';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import { resolveScenario } from '../../src/schema/resolve-scenario.ts';

/** Where the fixtures lie, from the root of the project. */
export const fixtures = 'test/fixtures/malformed';

/** Reads a fixture; null where there is none, as `loadScenario` wants it. */
export function readFixture(name: string): Uint8Array | null {
  try {
    return readFileSync(`${fixtures}/${name}`);
  } catch {
    return null;
  }
}

/** Every problem of a fixture, a line each, without formulas: what loading and resolving tell. */
export function checkFixture(name: string): readonly string[] {
  return issuesOf(name).map(formatIssue);
}

function issuesOf(name: string): readonly Issue[] {
  if (name.startsWith('model-') || name === 'small-model.json' || name === 'extensible-model.json')
    return loadModel(readFixture(name) ?? '', name).issues;
  const loaded = loadScenario(name, readFixture);
  if (loaded.value === null) return loaded.issues;
  const modelFile = loaded.value.scenario.model ?? '';
  const model = loadModel(
    readFixture(modelFile) ?? readFixture('small-model.json') ?? '',
    modelFile,
  );
  if (model.value === null) return model.issues;
  return [...loaded.issues, ...resolveScenario(model.value, loaded.value).issues];
}
