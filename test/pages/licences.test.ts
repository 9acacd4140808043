import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
/** What the page has of its own, and the command line has not. */
const onlyInPages = ['lit', 'd3-array', 'd3-scale', 'd3-shape'];

// Each of these folders is handed on by itself, with the code of others in it.
test.each<readonly [string, () => Promise<string>, readonly string[]]>([
  ['the page', builtSite, Object.keys(dependencies)],
  [
    'the command line',
    () => Promise.resolve('dist/cli'),
    Object.keys(dependencies).filter((name) => !onlyInPages.includes(name)),
  ],
])('%s has the licence of each package in it, with its text', async (_, folder, names) => {
  const text = readFileSync(join(await folder(), 'third-party-licenses.md'), 'utf8');
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    const [, part = ''] = text.split(`\n## ${name} - `);
    expect(part.split('\n## ')[0], name).toMatch(/^[\d.]+ \([\w.-]+\)[^]*copyright/i);
  }
});
