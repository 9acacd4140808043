import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import register from '../../models/evidence.json';
import type { Result } from '../../src/schema/result.ts';
import { folderWith, smallModel, tandem } from './tandem.ts';

const published = 'scenarios/published.json';

describe('tandem validate', () => {
  test('finds nothing wrong with what is shipped', () => {
    const { code, out } = tandem([
      'validate',
      published,
      'models/compliance-tco.json',
      'models/evidence.json',
      'models/model.schema.json',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/published\.json: ok, scenario for compliance-tco/);
    expect(out).toMatch(/compliance-tco\.json: ok, model compliance-tco/);
    expect(out).toMatch(/evidence\.json: ok, evidence/);
  });

  test('tells every problem of every file, on stdout, and exits with 1', () => {
    const folder = folderWith({
      'broken.json': '{ "model": }',
      'wrong.json': {
        model: 'compliance-tco',
        name: 'x',
        inputs: { auditCost: { dist: 'pertt', min: 1 } },
      },
      'model.json': smallModel('fee + 1'),
      'good.json': { model: 'compliance-tco', name: 'x' },
    });
    const { code, out, err } = tandem(
      ['validate', 'broken.json', 'wrong.json', 'model.json', 'good.json', 'nope.json'],
      { cwd: folder },
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^broken\.json:1:\d+: /m);
    expect(out).toMatch(/^wrong\.json:1:\d+ \/inputs\/auditCost\S*: .*"pert"/m);
    expect(out).toMatch(/^model\.json:1:\d+ \/lines\/fees\/formula: .*HKD/m);
    expect(out).toMatch(/^good\.json: ok/m);
    expect(out).toMatch(/^nope\.json:0:0: there is no such file/m);
  });
});

describe('tandem compare', () => {
  const folder = folderWith({
    'base.json': readFileSync(published, 'utf8'),
    'dear.json': {
      extends: './base.json',
      name: 'Dear upgrade',
      inputs: { upgradeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 4_000_000 } },
    },
  });

  test('sets scenarios side by side', () => {
    const { code, out } = tandem(['compare', 'base.json', 'dear.json', '--trials', '2000'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/Mean cost over the horizon, HK\$ M +base +dear/);
    expect(out).toMatch(/Dual +3\.9\d? +7\.3\d?/);
  });

  test('gives both results as JSON', () => {
    const { out } = tandem(
      ['compare', 'base.json', 'dear.json', '--trials', '200', '--format', 'json'],
      { cwd: folder },
    );
    const { scenarios } = JSON.parse(out) as { scenarios: Result[] };
    expect(scenarios.map(({ manifest }) => manifest.scenario.file)).toEqual([
      'base.json',
      'dear.json',
    ]);
  });
});

describe('tandem claims', () => {
  test('tells published, computed and verdict of every claim', () => {
    const { code, out } = tandem(['claims', published, '--trials', '100000', '--format', 'json']);
    const { claims } = JSON.parse(out) as Pick<Result, 'claims'>;
    expect(code).toBe(0);
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(Object.keys(register.claims).length);
    for (const claim of claims)
      if (claim.published !== null)
        expect(claim, claim.label).toMatchObject({ verdict: 'reproduced' });
  });

  test('does not find reproduced what is not', () => {
    const folder = folderWith({
      'base.json': readFileSync(published, 'utf8'),
      's.json': {
        extends: './base.json',
        name: 'x',
        inputs: { monitoringCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 600_000 } },
      },
    });
    const { out } = tandem(['claims', join(folder, 's.json'), '--trials', '2000']);
    expect(out).toMatch(
      /Five-year cost under both: published 3,900,000, computed 5,\d{3},\d{3} HKD - not reproduced/,
    );
  });
});

interface Year {
  total: number;
  lines: Record<string, number>;
  events: { name: string; count: number; amounts: { cost: number[] } }[];
}
interface TrialAnswer {
  ledgers: { posture: string; tco: number; years: Year[] }[];
}

describe('tandem trial', () => {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const run = ['--trials', '640'];

  test.each([1, 2, 17, 333, 640])(
    'number %d adds up: events to lines, lines to years, years to the cost',
    (trial) => {
      const { code, out } = tandem(['trial', published, String(trial), ...run, '--format', 'json']);
      expect(code).toBe(0);
      const remediations = [
        'reAudits',
        'applications',
        'fixes',
        'emergencyIsolation',
        'emergencyDisruption',
        'inquiries',
      ];
      for (const { tco, years } of (JSON.parse(out) as TrialAnswer).ledgers) {
        expect(sum(years.map((year) => year.total)) / tco).toBeCloseTo(1, 12);
        for (const { total, lines, events } of years) {
          expect(sum(Object.values(lines)) / total).toBeCloseTo(1, 12);
          const found = events.find((event) => event.name === 'remediation');
          expect(found?.amounts.cost ?? []).toHaveLength(found?.count ?? 0);
          expect(sum(remediations.map((line) => lines[line] ?? 0))).toBeCloseTo(
            sum(found?.amounts.cost ?? []),
            4,
          );
        }
      }
    },
  );

  test('are the very futures of the run', () => {
    const answer = tandem(['run', published, '--trials', '4', '--format', 'json']).out;
    const { mean, min, max } = (JSON.parse(answer) as Result).outputs['tco']?.['dual'] ?? {
      mean: 0,
      min: 0,
      max: 0,
    };
    const costs = [1, 2, 3, 4].map((trial) => {
      const { ledgers } = JSON.parse(
        tandem(['trial', published, String(trial), '--trials', '4', '--format', 'json']).out,
      ) as TrialAnswer;
      return ledgers.find((ledger) => ledger.posture === 'dual')?.tco ?? 0;
    });
    expect(Math.min(...costs)).toBe(min);
    expect(Math.max(...costs)).toBe(max);
    expect(sum(costs) / 4).toBeCloseTo(mean, 6);
  });

  test('reads as a ledger', () => {
    const { out } = tandem(['trial', published, '17', ...run]);
    expect(out).toMatch(/future 17 of 640/);
    expect(out).toMatch(/Year 1 {2}Scheduled audits +[\d,]+\.\d\d/);
    expect(out).toMatch(/All 5 years +[\d,]+\.\d\d/);
  });
});

describe('tandem verify', () => {
  const folder = folderWith({ 'base.json': readFileSync(published, 'utf8') });
  const at = { cwd: folder };
  tandem(
    [
      'run',
      'base.json',
      '--trials',
      '1000',
      '--seed',
      '5',
      '--sampling',
      'random',
      '--format',
      'json',
      '--out',
      'r.json',
    ],
    at,
  );
  const text = readFileSync(join(folder, 'r.json'), 'utf8');

  test('confirms a result, from any folder and however the scenario is laid out', () => {
    expect(tandem(['verify', 'r.json'], at)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/the same\. 1,000 futures/) as string,
    });
    expect(tandem(['verify', join(folder, 'r.json')]).code).toBe(0);
    const scenario = JSON.parse(readFileSync(published, 'utf8')) as Record<string, unknown>;
    writeFileSync(
      join(folder, 'base.json'),
      `// laid out anew\n${JSON.stringify(Object.fromEntries(Object.entries(scenario).toReversed()))}`,
    );
    expect(tandem(['verify', 'r.json'], at)).toMatchObject({ code: 0 });
  });

  test('notices a figure that was changed', () => {
    const result = JSON.parse(text) as Result;
    writeFileSync(
      join(folder, 'forged.json'),
      JSON.stringify({ ...result, cheapest: { ...result.cheapest, dual: 0.99 } }),
    );
    expect(tandem(['verify', 'forged.json'], at)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('was changed after it was written') as string,
    });
  });

  test('says so where the scenario is another one', () => {
    const other = folderWith({
      'r.json': text,
      'base.json': { ...(JSON.parse(readFileSync(published, 'utf8')) as object), horizon: 4 },
    });
    expect(tandem(['verify', 'r.json'], { cwd: other })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/not the same.*the scenario base\.json is another one/s) as string,
    });
  });

  test('refuses what is no result', () => {
    expect(tandem(['verify', published])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a result') as string,
    });
  });
});
