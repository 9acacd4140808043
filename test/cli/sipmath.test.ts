import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { percentile, readLibrary } from '../export/sipmath-reader.ts';
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
