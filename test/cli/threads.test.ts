import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { bundledClaims } from '../../src/runner/bundled-claims.ts';
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

test('more trials than are kept are put together from segments, in constant memory', () => {
  const { code, out } = tandem([
    'run',
    'scenarios/published.json',
    '--trials',
    '2000001',
    '--format',
    'json',
  ]);
  expect(code).toBe(0);
  const { cheapest, manifest } = JSON.parse(out) as Result;
  expect(manifest.trials).toBe(2_000_001);
  expect(cheapest['dual']).toBeCloseTo(0.83, 2);
});

test('Ctrl-C ends a long run in order: no result, and what was done is said', async () => {
  const run = spawn(
    process.execPath,
    ['dist/cli/tandem.js', 'run', 'scenarios/published.json', '--trials', '1000000000'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, remarks] = ['', ''];
  run.stdout.on('data', (text: Buffer) => (out += text.toString()));
  run.stderr.on('data', (text: Buffer) => (remarks += text.toString()));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  run.kill('SIGINT');
  const code = await new Promise((resolve) => run.on('exit', resolve));
  expect(code).toBe(130);
  expect(out).toBe('');
  expect(remarks).toMatch(/stopped after \d+ % of 1,000,000,000 futures; there is no result/);
});
