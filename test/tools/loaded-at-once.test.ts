import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadedAtOnce } from '../../tools/loaded-at-once.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-at-once-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('counts what is imported at once, however deep and once each, and nothing that is fetched later', () => {
  const folder = folderWith({
    'main-1.js': 'import{a as b}from"./shared.js";import"./effect.js";b(()=>import("./later.js"));',
    'shared.js': 'export{c}from"./deep.js";export const a=1;',
    'deep.js': 'import{a}from"./shared.js";export const c=a;',
    'effect.js': '',
    'later.js': 'import"./deeper.js";',
    'deeper.js': '',
  });
  expect(loadedAtOnce(folder, 'main-').map((path) => basename(path))).toEqual([
    'main-1.js',
    'shared.js',
    'effect.js',
    'deep.js',
  ]);
});

test('says what has to be built', () => {
  expect(() => loadedAtOnce(folderWith({}), 'main-')).toThrow(/has no main-\*\.js: build it first/);
});
