import { afterEach, expect, it } from 'vitest';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import {
  hashOfColumns,
  publishedHash,
  publishedPlan,
  runInParts,
} from '../helpers/published-run.ts';

afterEach(endCompiledEngine);

const run = (parts: number) =>
  hashOfColumns(runInParts(publishedPlan(), 20_000, parts, (block) => block.index % parts));

it('Chromium gives the bits that Node gives', () => {
  expect(run(1)).toBe(publishedHash);
});

it.each([1, 2, 3])('and so does its WebAssembly, in %i parts', async (parts) => {
  expect(await beginCompiledEngine()).toBe(true);
  expect(run(parts)).toBe(publishedHash);
});
