import { readFileSync } from 'node:fs';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Result } from '../../src/schema/result.ts';

/** The result of a scenario that changes the published one. Throws with its issues where it has any. */
export function scenarioResult(changes: object, trials = 2000): Result {
  const scenario = { extends: './published.json', name: 'A changed scenario', ...changes };
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: 'scenarios/changed.json',
    read: (path) =>
      path.endsWith('changed.json') ? JSON.stringify(scenario) : readFileSync(path, 'utf8'),
    findModel: () => ({
      file: 'models/compliance-tco.json',
      source: readFileSync('models/compliance-tco.json', 'utf8'),
    }),
    run: { trials },
  });
  if (prepared === null)
    throw new Error(issues.map(({ message, pointer }) => `${pointer}: ${message}`).join('\n'));
  return calculate(prepared, { claims: {} });
}
