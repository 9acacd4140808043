import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { bundledClaims } from '../../src/runner/bundled-models.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import type { Result } from '../../src/schema/result.ts';
import { tandem } from './tandem.ts';

test('a run that is large enough for several threads gives what one thread gives', () => {
  const { code, out } = tandem([
    'run',
    'scenarios/published.json',
    '--trials',
    '200000',
    '--format',
    'json',
  ]);
  expect(code).toBe(0);
  const { prepared } = prepare({
    file: 'scenarios/published.json',
    read: (path) => readFileSync(path),
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
    run: { trials: 200_000 },
  });
  const { manifest } = JSON.parse(out) as Result;
  expect(manifest.resultHash).toBe(calculate(prepared!, bundledClaims).manifest.resultHash);
});
