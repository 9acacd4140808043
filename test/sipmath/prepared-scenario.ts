import { readFileSync } from 'node:fs';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';

/** A scenario that changes the published one, ready to run in few futures. Throws where it has an error. */
export function preparedScenario(changes: object, trials = 4000): Prepared {
  const scenario = { extends: './published.json', name: 'Changed', ...changes };
  const { issues, prepared } = prepare({
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
  return prepared;
}
