import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '../sipmath/sipmath-reader.ts';
import { folderWith, smallModel, tandem } from './tandem.ts';

const few = ['--trials', '64', '--quiet'];
const files = {
  'model.json': smallModel('fee'),
  'a.json': { model: './model.json', name: 'A' },
  'b.json': { model: './model.json', name: 'B', inputs: { fee: { one: 90, two: 80 } } },
  'full.json': JSON.parse(readFileSync('scenarios/retailer.json', 'utf8')) as object,
  'published.json': JSON.parse(readFileSync('scenarios/published.json', 'utf8')) as object,
};

/** What the content of a file is, told from the content alone. */
function kindOf(content: Buffer): string {
  const text = content.toString('utf8');
  if (text.startsWith('PK')) return '.xlsx';
  if (text.startsWith('<!doctype html>')) return '.html';
  if (!text.startsWith('{')) return /^\uFEFF?[\w,]+\r\n/.test(text) ? '.csv' : 'table';
  const value = JSON.parse(text) as { libraryType?: string; manifest?: object };
  if (value.libraryType === 'SIPmath_3_0') return '.sip.json';
  return value.manifest === undefined ? 'other JSON' : '.json';
}

test.each(['.html', '.xlsx', '.csv', '.sip.json', '.json', '.SIP.JSON', '.Json', '.HTML'])(
  'tandem report writes what the ending %s says',
  (ending) => {
    const folder = folderWith(files);
    const out = `report${ending}`;
    const { code, err } = tandem(['report', 'published.json', ...few, '--out', out], {
      cwd: folder,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(kindOf(readFileSync(join(folder, out)))).toBe(ending.toLowerCase());
  },
);

test('tandem report writes the library that tandem sipmath writes, with as many futures', () => {
  const folder = folderWith(files);
  const at = { cwd: folder };
  tandem(['report', 'b.json', '--quiet', '--out', 'report.sip.json'], at);
  const text = readFileSync(join(folder, 'report.sip.json'), 'utf8');
  expect(tandem(['sipmath', 'b.json'], at).out).toBe(text);
  expect(readLibrary(text).map(({ name }) => name)).toContain('tco.two');
  expect(text).toContain('10000 futures');
});

const answering = [
  ['run', 'a.json', ...few],
  ['compare', 'a.json', 'b.json', ...few],
  ['drivers', 'b.json', ...few],
  ['diff', 'a.json', 'b.json', '--quiet'],
  ['claims', 'a.json', ...few],
  ['trial', 'a.json', '1', ...few],
  ['calibrate', 'published.json', '--target', 'pipl-only=6500000', '--trials', '2000', '--quiet'],
];
const alsoWithoutCsv = [
  ['explain', 'a.json', '--quiet'],
  ['diagnose', 'full.json', '--quiet'],
];

test.each([...answering, ...alsoWithoutCsv].map((words) => [words[0]!, words] as const))(
  'tandem %s writes what the name of --out says, and refuses what it cannot write',
  (name, words) => {
    const folder = folderWith(files);
    const at = { cwd: folder };
    const written = (out: string, more: readonly string[] = []) => {
      const { code, err } = tandem([...words, ...more, '--out', out], at);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return readFileSync(join(folder, out), 'utf8');
    };
    const refused = (out: string, more: readonly string[], message: RegExp) => {
      const { code, err } = tandem([...words, ...more, '--out', out], at);
      expect(err).toMatch(message);
      expect(code).toBe(2);
    };
    const said = (format: string) => tandem([...words, '--format', format], at).out;
    expect(written('out.txt')).toBe(said('table'));
    expect(written('out.json')).toBe(said('json'));
    expect(written('out.data', ['--format', 'json'])).toBe(said('json'));
    if (alsoWithoutCsv.some(([each]) => each === name))
      refused('out.csv', [], /out\.csv holds csv, but this would write table or json: give a name/);
    else expect(written('out.csv')).toBe(said('csv'));
    refused('out.json', ['--format', 'table'], /but this would write table: say --format json/);
    for (const ending of ['html', 'xlsx', 'sip.json'])
      refused(`out.${ending}`, [], /"tandem report FILE --out NAME" writes such files/);
  },
  60_000,
);

test.each([
  ['sipmath', ['sipmath', 'a.json'], 'out.csv', /holds csv, but this writes a SIPmath library/],
  [
    'calibrate --by inputs',
    ['calibrate', 'published.json', '--by', 'inputs', '--target', 'pipl-only=6.5M'],
    'out.xlsx',
    /holds a workbook, but this writes a scenario/,
  ],
])('tandem %s refuses a name that says something else', (_, words, out, message) => {
  const { code, err } = tandem([...words, '--out', out], { cwd: folderWith(files) });
  expect(err).toMatch(message);
  expect(code).toBe(2);
});
