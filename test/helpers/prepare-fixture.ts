import { existsSync, readFileSync } from 'node:fs';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';

/** Reads a scenario of the compliance model and all that it rests on, as `tandem validate` does. */
export function prepareFixture(
  file: string,
  run: Partial<RunOptions> = {},
  text = readFileSync(file, 'utf8'),
): ReturnType<typeof prepare> {
  return prepare({
    parse: parseFormula,
    file,
    read: (path) => (path === file ? text : existsSync(path) ? readFileSync(path, 'utf8') : null),
    findModel: () => ({
      file: 'models/compliance-tco.json',
      source: readFileSync('models/compliance-tco.json', 'utf8'),
    }),
    run,
  });
}
