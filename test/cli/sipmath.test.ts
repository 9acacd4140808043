import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { percentile, readLibrary } from '../sipmath/sipmath-reader.ts';
import { folderWith, tandem } from './tandem.ts';

test('tandem sipmath writes the futures that "tandem run" summarises', () => {
  const folder = folderWith({});
  const out = join(folder, 'library.json');
  const few = ['--trials', '2000'];
  expect(tandem(['sipmath', 'scenarios/retailer.json', ...few, '--out', out]).code).toBe(0);
  const run = tandem(['run', 'scenarios/retailer.json', ...few, '--format', 'json']);
  const result = JSON.parse(run.out) as Result;
  const text = readFileSync(out, 'utf8');
  const dual = readLibrary(text).find(({ name }) => name === 'tco.dual');
  const values = Array.from({ length: 2000 }, (_, index) => dual?.trial(index + 1) ?? NaN);
  expect(percentile(values, 0.9)).toBe(result.outputs['tco']?.['dual']?.p90);
  expect(text).toContain(result.manifest.resultHash);
});

test('tandem sipmath writes one output where one is asked for, and knows which there are', () => {
  const few = ['scenarios/published.json', '--trials', '100'];
  const { out } = tandem(['sipmath', ...few, '--output', 'saving']);
  const arrays = readLibrary(out).filter(({ metadata }) => metadata['role'] === 'output');
  expect(arrays.map(({ name }) => name)).toEqual([
    'saving.pipl_only',
    'saving.pdpo_only',
    'saving.bestSingle',
  ]);
  const wrong = tandem(['sipmath', ...few, '--output', 'tcoPresentValu']);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('did you mean "tcoPresentValue"?');
});

test('tandem run --inputs takes a library: its own leaves the result as it is, another changes it', () => {
  const folder = folderWith({
    'base.json': readFileSync('scenarios/published.json', 'utf8'),
    'mine.json': {
      extends: './base.json',
      name: 'Mine',
      inputs: { auditCost: { p10: 1, p90: 9 } },
    },
    'other.json': {
      name: 'Other tool',
      sips: [
        {
          name: 'auditCost',
          function: 'Metalog_1_0',
          arguments: { aCoefficients: [800000, 9000] },
        },
        { name: 'Weather', function: 'Metalog_1_0', arguments: { aCoefficients: [20, 3] } },
      ],
    },
    'broken.json': {
      name: 'x',
      sips: [{ name: 'auditCosts', function: 'Metalog_1_0', arguments: { aCoefficients: [1, 1] } }],
    },
  });
  const at = { cwd: folder };
  const few = ['--trials', '500', '--format', 'json'];
  const hashOf = (words: readonly string[]) =>
    (JSON.parse(tandem(['run', 'mine.json', ...few, ...words], at).out) as Result).manifest
      .resultHash;
  tandem(['sipmath', 'mine.json', '--trials', '500', '--out', 'own.sip.json'], at);
  const plain = hashOf([]);
  expect(hashOf(['--inputs', 'own.sip.json'])).toBe(plain);
  expect(hashOf(['--inputs', 'other.json'])).not.toBe(plain);
  const { err } = tandem(['run', 'mine.json', ...few, '--inputs', 'other.json'], at);
  expect(err).toMatch(/other\.json: takes "auditCost"\n.*left out: "Weather"/);

  const refused = tandem(['run', 'mine.json', '--inputs', 'broken.json'], at);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(
    /broken\.json:1:\d+ \/sips\/0\/name: there is no input "auditCosts"; did you mean "auditCost"\?/,
  );
  expect(tandem(['run', 'mine.json', '--inputs', 'none.json'], at).err).toMatch(/no such file/);
});

test('what a library gives is checked as a value of a file is, and told where the library has it', () => {
  const folder = folderWith({
    'base.json': readFileSync('scenarios/published.json', 'utf8'),
    'library.json': {
      name: 'x',
      sips: [
        {
          name: 'trustDrop',
          function: 'SIP_Array',
          arguments: { type: 'array', value: [0.1, 4, 0.3] },
        },
      ],
    },
  });
  const { code, err } = tandem(['run', 'base.json', '--inputs', 'library.json'], { cwd: folder });
  expect(code).toBe(1);
  expect(err).toMatch(
    /library\.json:1:\d+ \/sips\/0: trustDrop reaches 4; a share lies between 0 and 1/,
  );
});
