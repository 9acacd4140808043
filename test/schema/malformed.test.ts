import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFixture, fixtures } from './check-fixture.ts';

const expectedFile = `${fixtures}/expected.json`;
const read = (): Record<string, readonly string[]> =>
  JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, readonly string[]>;

/** Scenarios and models of this folder; those that formulas make wrong are listed under `formula-`. */
const names = readdirSync(fixtures).filter(
  (name) =>
    /\.(json|jsonc|bin)$/.test(name) && name !== 'expected.json' && !name.includes('formula-'),
);

if (process.env['UPDATE_FIXTURES'] === '1') {
  const kept = Object.entries(read()).filter(([name]) => name.includes('formula-'));
  const all = [...kept, ...names.map((name) => [name, checkFixture(name)] as const)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  writeFileSync(expectedFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
const expected = read();

test.each(names)('%s is told of as expected', (name) => {
  expect(checkFixture(name)).toEqual(expected[name]);
});

test('nothing but the valid and the warnings passes', () => {
  const silent = names.filter((name) =>
    expected[name]?.every((line) => line.includes(': warning: ')),
  );
  for (const name of silent)
    expect(name).toMatch(/^valid-|^warning-|^small-model|^extensible-model/);
});

test('no message uses the words of schemas and parsers', () => {
  for (const line of Object.values(expected).flat()) {
    expect(line).not.toMatch(
      /Expected|received|Invalid|undefined|Object|strict|union|PropertyName|\bat \S+\.ts/,
    );
  }
});
