import { existsSync, readFileSync } from 'node:fs';
import evidence from '../../models/evidence.json';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { Issue } from '../../src/schema/issue.ts';
import type { LawResult } from '../../src/schema/law-result.ts';
import type { Result } from '../../src/schema/result.ts';

const applyLaw = lawWith(parseFormula);

/** Prepares a scenario of the folder, or one that a test writes, with the law. */
export function prepareScenario(
  scenario: string | object,
  trials = 4096,
): { readonly prepared: Prepared | null; readonly issues: readonly Issue[] } {
  const file =
    typeof scenario === 'string' ? `scenarios/${scenario}.json` : 'scenarios/client.json';
  const own = JSON.stringify(scenario, null, 2);
  return prepare({
    file,
    read: (path) =>
      path === 'scenarios/client.json' ? own : existsSync(path) ? readFileSync(path) : null,
    findModel: (name) => ({
      file: `models/${name}.json`,
      source: readFileSync(`models/${name}.json`),
    }),
    parse: parseFormula,
    applyLaw,
    run: { trials },
  });
}

export function ready(scenario: string | object, trials?: number): Prepared {
  const { issues, prepared } = prepareScenario(scenario, trials);
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared;
}

/** What the law says of a scenario. */
export function lawOf(scenario: string | object): LawResult {
  const { law } = ready(scenario);
  if (law === null) throw new Error('the scenario asks nothing of the law');
  return law.result;
}

/** A scenario of the folder as its file says it, to be changed. */
export function fileOf(name: string): any {
  return JSON.parse(readFileSync(`scenarios/${name}.json`, 'utf8'));
}

export function run(scenario: string | object, trials?: number): Result {
  return calculate(ready(scenario, trials), evidence as Evidence);
}
