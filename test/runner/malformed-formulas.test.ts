import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { formatIssue } from '../../src/schema/issue.ts';

const folder = 'test/fixtures/malformed';
const expectedFile = `${folder}/expected.json`;
const names = readdirSync(folder).filter((name) => /^formula-[a-z-]+\.json$/.test(name));

function read(name: string): Uint8Array | null {
  try {
    return readFileSync(`${folder}/${name.replace(/^\.\//, '')}`);
  } catch {
    return null;
  }
}

function check(name: string): readonly string[] {
  const { prepared, issues } = prepare({
    parse: parseFormula,
    file: name,
    read,
    findModel: (model) => ({ file: model.replace(/^\.\//, ''), source: read(model) ?? '' }),
  });
  expect(prepared).toBeNull();
  return issues.map(formatIssue);
}

const readExpected = () =>
  JSON.parse(readFileSync(expectedFile, 'utf8')) as Record<string, readonly string[]>;

if (process.env['UPDATE_FIXTURES'] === '1') {
  const kept = Object.entries(readExpected()).filter(([name]) => !name.startsWith('formula-'));
  const all = [...kept, ...names.map((name) => [name, check(name)] as const)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  writeFileSync(expectedFile, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

test.each(names)('%s is told of as expected, and never runs', (name) => {
  const lines = check(name);
  expect(lines).toEqual(readExpected()[name]);
  for (const line of lines) expect(line).toMatch(/^formula-[a-z-]+(\.model)?\.json:\d+:\d+ /);
});
