import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, tandem } from './tandem.ts';

describe('tandem, given a command that is wrong, exits with 2', () => {
  test.each([
    ['no command', [], /Usage: tandem COMMAND/],
    ['an unknown command', ['rnu', 'x.json'], /no command "rnu"; did you mean "run"\?/],
    ['a command like no other', ['quaternion'], /there are run, validate, compare/],
    [
      'an unknown option',
      ['run', 'x.json', '--trails', '5'],
      /no option --trails; did you mean --trials\?/,
    ],
    ['an unknown short option', ['run', 'x.json', '-z'], /no option -z/],
    ['no file', ['run'], /something is missing: tandem run FILE/],
    ['too many files', ['run', 'a', 'b'], /too many arguments/],
    [
      'one file to compare',
      ['compare', 'a'],
      /nothing to compare with: name two files or more, or a folder/,
    ],
    ['an option without its value', ['run', 'x.json', '--trials'], /--trials needs a value/],
    ['an option for a value', ['run', 'x.json', '--trials', '--quiet'], /--trials needs a value/],
    ['a switch with a value', ['run', 'x.json', '--quiet=1'], /--quiet takes no value/],
    [
      'no number of trials',
      ['run', 'x.json', '--trials', 'many'],
      /whole number from 1 to 1000000000; found "many"/,
    ],
    [
      'too many trials',
      ['run', 'x.json', '--trials', '1000000001'],
      /whole number from 1 to 1000000000/,
    ],
    ['part of a trial', ['run', 'x.json', '--trials', '1.5'], /whole number/],
    [
      'an unknown format',
      ['run', 'x.json', '--format', 'jsn'],
      /found "jsn"; did you mean "json"\?/,
    ],
    ['an unknown sampling', ['run', 'x.json', '--sampling', 'halton'], /one of sobol, random/],
    [
      'a trial of another run',
      ['trial', 'scenarios/published.json', '11', '--trials', '10'],
      /from 1 to 10; found "11"/,
    ],
    [
      'a place that cannot be written',
      ['run', 'scenarios/published.json', '--trials', '50', '--out', '/dev/null/x'],
      /cannot write/,
    ],
  ])('%s', (_, words, message) => {
    const { code, out, err } = tandem(words);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('tandem helps', () => {
  test.each([[['--help']], [['-h']], [['help']]])('with %j', (words) => {
    const { code, out, err } = tandem(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Examples:\n {2}tandem run scenarios\/published\.json/);
    for (const name of [
      'run',
      'validate',
      'compare',
      'diagnose',
      'report',
      'claims',
      'trial',
      'diff',
      'drivers',
      'verify',
    ])
      expect(out).toContain(`  ${name} `);
  });

  test.each(['run', 'validate', 'compare', 'claims', 'drivers', 'diff', 'trial', 'verify'])(
    'with %s --help, by example',
    (name) => {
      const { code, out } = tandem([name, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`Usage: tandem ${name} `));
      expect(out).toMatch(/Examples:\n {2}tandem /);
      expect(tandem(['help', name]).out).toBe(out);
    },
  );

  test('tells its version', () => {
    expect(tandem(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  });

  test('starts at once: to tell how it is used it loads little', () => {
    const folder = folderWith({});
    tandem(['--help'], { env: { NODE_V8_COVERAGE: folder } });
    const [report = ''] = readdirSync(folder);
    const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    const loaded = result.flatMap(({ url }) => (url.startsWith('file:') ? [new URL(url)] : []));
    expect(loaded.map(({ pathname }) => basename(pathname))).toContain('tandem.js');
    // Of nearly 2 MB.
    expect(loaded.reduce((total, file) => total + statSync(file).size, 0)).toBeLessThan(45_000);
  });
});
