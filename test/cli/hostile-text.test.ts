import { readFileSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { printable, printableLines } from '../../src/schema/describe.ts';
import { folderWith, tandem } from './tandem.ts';

/** What could repaint a terminal, write its title, turn lines round, or forge a line of its own. */
const hostile =
  'A\u001b[2J\u001b]0;owned\u0007\u001b]8;;http://evil\u0007\u009b31m\u202eknil\u2066\u200f\u007f\t\b\r\nFORGED: ok';
/** A line end before a line, or any control or direction mark. */
const seen =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const published = JSON.parse(readFileSync('scenarios/published.json', 'utf8')) as object;
const retailer = JSON.parse(readFileSync('scenarios/retailer.json', 'utf8')) as {
  company: object;
  flows: readonly object[];
};
const scenario = {
  ...retailer,
  extends: './base.json',
  name: hostile,
  description: hostile,
  company: { ...retailer.company, name: hostile },
  flows: retailer.flows.map((flow) => ({ ...flow, name: hostile })),
  postures: { x: { label: hostile, like: 'dual' } },
  inputs: { auditCost: { value: 5, source: hostile, note: hostile } },
  lines: {
    l1: {
      label: hostile,
      category: 'audits',
      kind: 'running',
      formula: 'auditCost * auditsPerYear',
    },
  },
};
/** A file name can hold all but / and the end of a text. */
const file = `${withoutSlashes(hostile)}.json`;
const few = ['--trials', '256'];

/** How each command comes to show names of files and of what they hold. */
const ways: Readonly<Record<string, readonly (readonly string[])[]>> = {
  run: [
    [file, ...few],
    [file, ...few, '--format', 'csv'],
    [file, ...few, '--format', 'json'],
    [`no${file}`],
    [file, '--trials', hostile],
    [file, '--inputs', file],
  ],
  validate: [[file], [`no${file}`, `broken${file}`]],
  compare: [
    [file, file, ...few],
    [file, ...few, '--portfolio'],
    ['.', ...few],
    ['.', ...few, '--format', 'csv'],
  ],
  drivers: [
    [file, ...few],
    [file, ...few, '--over', 'auditCost'],
    [file, '--over', hostile],
  ],
  diff: [
    [file, 'base.json'],
    [file, 'base.json', '--format', 'csv'],
  ],
  calibrate: [
    [file, ...few, '--target', hostile],
    [file, ...few, '--target', 'x=3000000'],
    [file, ...few, '--target', `${hostile}.p90=3000000`],
    [file, '--targets', file],
  ],
  claims: [[file, ...few]],
  trial: [
    [file, '1', ...few],
    [file, '1', ...few, '--format', 'csv'],
    [file, hostile],
  ],
  explain: [[file], [file, '--format', 'json']],
  verify: [[file], ['result.json']],
  diagnose: [
    [file],
    [file, '--format', 'json'],
    [file, '--why', 'R6'],
    [file, '--why', hostile],
    [file, '--flows', file],
  ],
  sipmath: [
    [file, '--trials', '20'],
    [file, '--output', hostile],
  ],
  report: [
    [file, '--out', hostile],
    [file, '--out', `${file}/x.json`],
  ],
  papers: [
    [file, '--out', 'papers'],
    [file, '--out', file],
    [`no${file}`, '--out', 'papers'],
  ],
};

let folder: string;

beforeAll(() => {
  folder = folderWith({
    'base.json': published,
    [file]: scenario,
    [`broken${file}`]: { extends: './base.json', name: 'x', inputs: { [hostile]: { value: 1 } } },
  });
  tandem(['run', file, ...few, '--format', 'json', '--out', 'result.json'], { cwd: folder });
});

test('every command is among those that are looked at', () => {
  expect(Object.keys(ways).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
});

test('the scenario itself is one that can be run', () => {
  expect(tandem(['validate', file], { cwd: folder }).code).toBe(0);
});

test.each(Object.keys(ways))('tandem %s shows no name as anything but text', (name) => {
  for (const words of ways[name]!) {
    const { err, out } = tandem([name, ...words], { cwd: folder });
    const said = (out + err).replaceAll('\r\n', '\n');
    expect(said.trim(), words.join(' ')).not.toBe('');
    expect(seen.exec(said)?.[0], `${words.join(' ')}: ${JSON.stringify(said)}`).toBeUndefined();
    // A cell of CSV may be of several lines: it stands in quotes.
    if (!words.includes('csv')) expect(said, words.join(' ')).not.toMatch(/^\s*FORGED/m);
  }
});

test('what --out writes as text is as harmless to show', () => {
  for (const format of ['table', 'csv', 'json']) {
    const out = `out-${format}`;
    tandem(['run', file, ...few, '--format', format, '--out', out], { cwd: folder });
    expect(readFileSync(join(folder, out), 'utf8').replaceAll('\r\n', '\n')).not.toMatch(seen);
  }
});

test('JSON still says the same', () => {
  const { out } = tandem(['run', file, ...few, '--format', 'json'], { cwd: folder });
  const { manifest } = JSON.parse(out) as { manifest: { scenario: { name: string } } };
  expect(manifest.scenario.name).toBe(hostile);
});

describe('printableLines', () => {
  const anything = fc.string({
    unit: fc.oneof(fc.constantFrom('\r', '\n', '\t', '\u001b', '\u009b', '\u202e'), fc.string()),
  });

  test('leaves of every text only line ends that show nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(printableLines(text).replaceAll('\r\n', '\n')).not.toMatch(seen);
        expect(printable(text)).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('leaves a text that has nothing to hide as it is, and says the same in JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = JSON.stringify(JSON.parse(json), null, 2);
        expect(JSON.parse(printableLines(text))).toEqual(JSON.parse(text));
      }),
    );
    const plain = 'Zhōngguó 中国 ±1 – “a”\nb\r\n';
    expect(printableLines(plain)).toBe(plain);
  });
});

describe('what is no file of the disk is not read', () => {
  const small = { name: 'x', model: 'compliance-tco' };

  test('a pipe, a device, a folder: told at once', () => {
    const at = { cwd: folderWith({ 'good.json': small }) };
    spawnSync('mkfifo', [join(at.cwd, 'pipe.json')]);
    const { code, out } = tandem(['validate', 'pipe.json', '/dev/zero', '.', 'good.json'], at);
    expect(out.split('\n')).toEqual([
      'pipe.json:0:0: this is a pipe, not a file; save what it gives as a file first',
      '/dev/zero:0:0: this is a device, not a file; save what it gives as a file first',
      '.:0:0: this is a folder; name a file in it',
      expect.stringMatching(/^good\.json: ok/),
      '',
    ]);
    expect(code).toBe(1);
  });

  test('also where a scenario names it, with the place', () => {
    const cwd = folderWith({
      'a.json': { extends: './pipe.json', name: 'x' },
      'b.json': { model: './pipe.json', name: 'x' },
    });
    spawnSync('mkfifo', [join(cwd, 'pipe.json')]);
    const { code, out } = tandem(['validate', 'a.json', 'b.json'], { cwd });
    expect(out.split('\n').slice(0, 2)).toEqual([
      'a.json:1:12 /extends: there is no file "pipe.json" to extend',
      'b.json:1:10 /model: there is no file "./pipe.json" in this folder',
    ]);
    expect(code).toBe(1);
  });

  test('a folder with a link to a device is compared without it', () => {
    const cwd = folderWith({ 'good.json': small });
    symlinkSync('/dev/zero', join(cwd, 'zero.json'));
    const { code, err } = tandem(['compare', '.', ...few, '--quiet'], { cwd });
    expect(err).toContain('1 of 2 files could not be run: zero.json');
    expect(code).toBe(1);
  });

  test('what the system makes up while it is read is empty', () => {
    const { code, out } = tandem(['validate', '/proc/self/status']);
    expect(out).toContain('the file is empty');
    expect(code).toBe(1);
  });

  test.each([
    ['a link out of the folder', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a link to nothing', (path: string) => symlinkSync('./none.json', path)],
    ['a pipe', (path: string) => void spawnSync('mkfifo', [path])],
  ])('the evidence of a model is not read from %s', (_, make) => {
    const cwd = folderWith({
      'model.json': readFileSync('models/compliance-tco.json', 'utf8'),
      'own.json': { model: './model.json', name: 'Own' },
    });
    make(join(cwd, 'evidence.json'));
    const { code, out } = tandem(['validate', 'own.json'], { cwd });
    expect(out).toMatch(/^evidence\.json:0:0: the evidence of a model is a file in the folder/);
    expect(out).not.toContain('root');
    expect(code).toBe(1);
  });
});

function withoutSlashes(text: string): string {
  return text.replaceAll('/', ' ');
}
