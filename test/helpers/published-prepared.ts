import { readFileSync } from 'node:fs';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';

/** The published scenario, ready to run. */
export function publishedPrepared(run: Partial<RunOptions> = {}): Prepared {
  const text = readFileSync('scenarios/published.json', 'utf8');
  const { prepared, issues } = prepare({
    file: 'scenarios/published.json',
    read: () => text,
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    run,
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared;
}
