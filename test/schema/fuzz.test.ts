import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIssue } from '../../src/schema/issue.ts';
import { loadModel } from '../../src/schema/load-model.ts';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import { resolveScenario } from '../../src/schema/resolve-scenario.ts';
import { readFixture } from './check-fixture.ts';

const modelText = new TextDecoder().decode(readFixture('small-model.json') ?? undefined);
const model = loadModel(modelText, 'small-model.json').value;

/** Loads and resolves a text; says whether every problem has a place and a message. */
function check(text: string): void {
  const loaded = loadScenario('a.json', (path) => (path === 'a.json' ? text : null));
  const issues = [...loaded.issues];
  if (loaded.value !== null && model !== null) {
    const resolved = resolveScenario(model, loaded.value);
    issues.push(...resolved.issues);
    const wrong = resolved.issues.some((issue) => issue.severity === 'error');
    expect(resolved.scenario === null).toBe(wrong);
    for (const input of Object.values(resolved.scenario?.inputs ?? {})) {
      for (const row of input.cells) expect(row).toHaveLength(resolved.scenario?.years ?? 0);
    }
  } else expect(issues.length).toBeGreaterThan(0);
  for (const issue of issues) {
    expect(formatIssue(issue)).toMatch(/^a\.json:[1-9]\d*:[1-9]\d*( \/[^\n]*)?: [^\n]+$/);
    expect(issue.message.length).toBeLessThan(600);
  }
}

const scenario = JSON.stringify(
  {
    model: 'small',
    name: 'Fuzzed',
    asOf: '2026-11-01',
    currency: 'CNY',
    postures: { late: { label: 'Late', like: 'dual' } },
    inputs: {
      auditCost: { value: 1000, times: { dist: 'pert', min: 0.5, mode: 1, max: 2 }, source: 'C1' },
      trustDrop: { p10: 0.1, p50: 0.2, p90: 0.3 },
      monitoringCost: {
        'pipl-only': 1,
        'pdpo-only': 2,
        dual: { by: 'year', values: [1, 2, 3, 4, 5] },
      },
      discounting: 'mid-year',
    },
    correlations: [['auditCost', 'trustDrop', 0.4]],
    run: { trials: 100, seed: 1, sampling: 'sobol', coupling: 'common' },
  },
  null,
  1,
);

test('a scenario with characters cut out, put in and swapped never throws', () => {
  const edit = fc.record({
    at: fc.nat(scenario.length),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '-',
        '1e999',
        '/*',
        '//',
        '\\',
        '\n',
        '\u0000',
      ),
      fc.string({ maxLength: 4 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      check(
        edits.reduce(
          (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
          scenario,
        ),
      );
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('any JSON in the place of any value never throws', () => {
  const words = [
    'dist',
    'pert',
    'normal',
    'mixture',
    'metalog',
    'components',
    'weight',
    'by',
    'year',
    'values',
    'value',
    'times',
    'p10',
    'p50',
    'p90',
    'p100',
    'min',
    'max',
    'mode',
    'mean',
    'sd',
    'dual',
    'pipl-only',
    'pdpo-only',
    'late',
    'source',
    'auditCost',
    'toString',
    'hasOwnProperty',
    '',
  ];
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<unknown>(null, true, 0, 1, -1, 0.5, 1e308, ...words),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...words), tie('json'), { maxKeys: 5 }),
    ),
  }));
  const places = [
    ['inputs', 'auditCost'],
    ['inputs', 'trustDrop'],
    ['inputs', 'monitoringCost'],
    ['inputs', 'discounting'],
    ['inputs', 'remediationRate'],
    ['inputs'],
    ['correlations'],
    ['postures'],
    ['run'],
    ['lines'],
    ['horizon'],
    ['extends'],
    ['exchangeRates'],
    ['asOf'],
    ['flows'],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), json, ([outer = '', inner], value) => {
      const whole = JSON.parse(scenario) as Record<string, Record<string, unknown>>;
      check(
        JSON.stringify(
          inner === undefined
            ? { ...whole, [outer]: value }
            : { ...whole, [outer]: { ...whole[outer], [inner]: value } },
        ),
      );
    }),
    { numRuns: 5000, seed: 2 },
  );
});
