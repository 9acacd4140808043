import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { folderWith, smallModel, tandem } from './tandem.ts';

const published = 'scenarios/published.json';

function resultOf(words: readonly string[]): Result {
  const { code, out, err } = tandem(['run', ...words, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Result;
}

describe('tandem run --format json', () => {
  const result = resultOf([published, '--trials', '200000']);

  test('gives the published totals', () => {
    const means = ['pipl-only', 'pdpo-only', 'dual'].map(
      (posture) => result.outputs['tco']?.[posture]?.mean ?? 0,
    );
    for (const [index, total] of [6_800_000, 7_200_000, 3_900_000].entries()) {
      expect(Math.abs((means[index] ?? 0) / total - 1)).toBeLessThan(0.005);
    }
  });

  test('holds all that the contract names', () => {
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining([
        'manifest',
        'postures',
        'outputs',
        'components',
        'byYear',
        'cheapest',
        'saving',
        'roi',
        'payback',
        'claims',
        'warnings',
      ]),
    );
    expect(Object.keys(result.outputs['tco']?.['dual'] ?? {})).toEqual(
      expect.arrayContaining([
        'mean',
        'standardError',
        'sd',
        'p5',
        'p10',
        'p25',
        'p50',
        'p75',
        'p90',
        'p95',
        'cvar95',
      ]),
    );
    expect(Object.keys(result.saving)).toEqual(['pipl-only', 'pdpo-only', 'bestSingle']);
    expect(Object.keys(result.roi)).toEqual(['article', 'net', 'netOfRunning']);
  });

  test('does what the options say', () => {
    const { manifest } = resultOf([
      published,
      '--trials',
      '640',
      '--seed',
      '7',
      '--sampling',
      'random',
      '--coupling',
      'independent',
    ]);
    expect(manifest).toMatchObject({
      trials: 640,
      seed: 7,
      sampling: 'random',
      coupling: 'independent',
    });
  });

  test('gives the same bytes twice', () => {
    const words = ['run', published, '--trials', '2000', '--format', 'json'];
    expect(tandem(words).out).toBe(tandem(words).out);
  });
});

describe('tandem run', () => {
  test('gives people a table with the answer in one sentence first', () => {
    const { code, out, err } = tandem(['run', published, '--trials', '20000']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /Dual is the only option that keeps every law that applies: HK\$3\.9\d? M over 5 years on\saverage\./,
    );
    expect(out).toMatch(/Cost over 5 years, HK\$ M +PIPL only +PDPO only +Dual\n/);
    for (const label of [
      'Fines',
      'Audits',
      'Remediations',
      'Attrition',
      'Chance of being cheapest',
      'ROI as the article defines it',
      'Payback',
      'seed 20261123',
      'coupling common',
    ]) {
      expect(out).toContain(label);
    }
    expect(out).not.toContain('\u001b');
  });

  test('gives tidy CSV', () => {
    const { out } = tandem(['run', published, '--trials', '2000', '--format', 'csv']);
    const rows = out.trimEnd().split('\r\n');
    // Excel takes it for UTF-8 only where it begins so.
    expect(rows[0]).toBe('\ufeffsection,name,posture,year,statistic,value,standard_error');
    expect(rows).toContainEqual(
      expect.stringMatching(/^output,tco,dual,,mean,3[89]\d{5}(\.\d+)?,\d/),
    );
    expect(rows.every((row) => row.includes('"') || row.split(',').length === 7)).toBe(true);
  });

  test('makes cells harmless that a spreadsheet would compute', () => {
    const folder = folderWith({
      'evil.json': { model: 'compliance-tco', name: '=HYPERLINK("http://x")', run: { trials: 64 } },
    });
    const { out } = tandem(['run', join(folder, 'evil.json'), '--format', 'csv']);
    expect(out).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('writes figures that Excel opens with Chinese names, in a file and on stdout', () => {
    const scenario = { model: 'compliance-tco', name: '客戶甲（香港）', run: { trials: 64 } };
    const folder = folderWith({ 'client.json': scenario });
    const at = { cwd: folder };
    expect(tandem(['report', 'client.json', '--out', 'r.csv', '--quiet'], at).code).toBe(0);
    for (const text of [
      readFileSync(join(folder, 'r.csv')),
      Buffer.from(tandem(['run', 'client.json', '--format', 'csv'], at).out),
      Buffer.from(
        tandem(['drivers', 'client.json', '--trials', '2000', '--format', 'csv'], at).out,
      ),
      Buffer.from(tandem(['claims', 'client.json', '--trials', '2000', '--format', 'csv'], at).out),
    ])
      expect([...text.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('客戶甲（香港）');
  });

  test('writes what a scenario calls things so that no terminal is repainted', () => {
    const folder = folderWith({
      's.json': { model: 'compliance-tco', name: 'a\u001b[2Jb', run: { trials: 64 } },
    });
    const { out } = tandem(['run', join(folder, 's.json')]);
    expect(out).toContain('a\\u001b[2Jb');
  });

  test('writes to a file with --out, and says nothing else', () => {
    const folder = folderWith({});
    const out = join(folder, 'deep', 'result.json');
    expect(tandem(['run', published, '--trials', '100', '--format', 'json', '--out', out])).toEqual(
      { code: 0, out: '', err: '' },
    );
    expect((JSON.parse(readFileSync(out, 'utf8')) as Result).manifest.trials).toBe(100);
  });

  test('warns that few futures tell little', () => {
    expect(tandem(['run', published, '--trials', '10']).out).toMatch(
      /Warning: 10 futures are too few/,
    );
  });

  test('shows another currency at the stated rate', () => {
    const folder = folderWith({
      's.json': {
        model: 'compliance-tco',
        name: 'In dollars',
        currency: 'USD',
        exchangeRates: { USD: 8 },
        inputs: { upgradeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 1_000_000 } },
      },
    });
    const { out } = tandem(['run', join(folder, 's.json'), '--trials', '500']);
    expect(out).toMatch(/Architecture +- +- +1\.00/);
    expect(out).toContain('US$');
  });
});

describe('tandem run, given a file that is wrong, exits with 1', () => {
  test('where there is none', () => {
    expect(tandem(['run', 'nope.json'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('nope.json:0:0: there is no such file') as string,
    });
  });

  test('where it is a folder', () => {
    expect(tandem(['run', 'scenarios'])).toMatchObject({ code: 1, out: '' });
  });

  test('with every problem at its place', () => {
    const folder = folderWith({
      's.json':
        '{\n  "model": "compliance-tco",\n  "name": "x",\n  "inputs": { "auditCots": 5, "filingCost": "much" }\n}\n',
    });
    const { code, out, err } = tandem(['run', 's.json'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/s\.json:4:\d+ \/inputs\/auditCots: .*did you mean "auditCost"/);
    expect(err).toMatch(/s\.json:4:\d+ \/inputs\/filingCost: /);
  });

  test('where the model’s own check forbids the combination', () => {
    const folder = folderWith({
      's.json': {
        model: 'compliance-tco',
        name: 'x',
        inputs: { mixFix: { 'pipl-only': 0.9, 'pdpo-only': 0, dual: 1 } },
      },
    });
    const { code, err } = tandem(['run', join(folder, 's.json')]);
    expect(code).toBe(1);
    expect(err).toMatch(/must add up to 1/);
  });
});

describe('a scenario names its model', () => {
  const scenario = (model: string) => ({ model, name: 'x', run: { trials: 64 } });

  test('by a path inside its folder', () => {
    const folder = folderWith({ 'm.json': smallModel('fee'), 's.json': scenario('./m.json') });
    const { code, out } = tandem(['run', join(folder, 's.json'), '--format', 'json']);
    expect(code).toBe(0);
    const result = JSON.parse(out) as Result;
    expect(result.outputs['tco']?.['one']).toMatchObject({ mean: 200, standardError: 0 });
    expect(result.cheapest).toEqual({ one: 0, two: 1 });
    expect(result.claims).toEqual([]);
  });

  test.each([
    '../m.json',
    '/etc/passwd',
    './x/../../m.json',
    'https://example.org/m.json',
    'file:///m.json',
    '~/m.json',
  ])('and not by %s', (model) => {
    const folder = folderWith({ 's.json': scenario(model) });
    const { code, out, err } = tandem(['run', 's.json'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/s\.json:1:\d+ \/model: /);
  });

  test('with what was probably meant where it does not exist', () => {
    const folder = folderWith({ 's.json': scenario('compliance-tcc') });
    expect(tandem(['run', join(folder, 's.json')]).err).toMatch(/did you mean "compliance-tco"\?/);
  });
});

describe('tandem run, where the run fails, exits with 3', () => {
  test('and names what is no number', () => {
    const folder = folderWith({
      'm.json': smallModel('fee / (year - 2)'),
      's.json': { model: './m.json', name: 'x', run: { trials: 64 } },
    });
    const { code, out, err } = tandem(['run', join(folder, 's.json')]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/"tco".*"one".*not a usable number/);
  });
});
