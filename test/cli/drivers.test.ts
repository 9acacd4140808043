import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { choiceMapSchema } from '../../src/schema/choice-map.ts';
import { decisionSchema } from '../../src/schema/decision.ts';
import { differenceSchema } from '../../src/schema/difference.ts';
import { folderWith, tandem } from './tandem.ts';

const published = 'scenarios/published.json';

describe('tandem drivers', () => {
  test('tells in words what the decision turns on', () => {
    const { code, out } = tandem(['drivers', published, '--trials', '8192']);
    expect(code).toBe(0);
    for (const words of [
      'Dual costs least on average',
      'What drives it',
      'Emergency remediation: how often',
      'Worth knowing before choosing',
      'Alone would change the choice',
      'Regret',
      'rests on',
      'Is it believable?',
    ])
      expect(out).toContain(words);
  });

  test('gives all of it as json, with totals where asked for', () => {
    const words = ['drivers', published, '--trials', '4096', '--format', 'json', '--totals'];
    const { code, out } = tandem(words);
    expect(code).toBe(0);
    const found = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(found)).toEqual(['decision', 'breakEven', 'foundation', 'plausibility']);
    const { issues, output } = v.safeParse(decisionSchema, found['decision']);
    expect(issues).toBeUndefined();
    expect(v.is(decisionSchema, output) && output.drivers.every(({ totals }) => totals)).toBe(true);
  });

  test('maps who is best over one input and over two', () => {
    const one = tandem(['drivers', published, '--over', 'upgradeCost']);
    expect(one.out).toContain('Chance of being best at Architecture upgrade');
    const words = ['--over', 'upgradeCost,remediationRate', '--format', 'json'];
    const { out } = tandem(['drivers', published, ...words]);
    const map = v.parse(choiceMapSchema, JSON.parse(out));
    expect(map.best).toHaveLength(121);
    expect(new Set(map.best).size).toBeGreaterThan(1);
  });

  test('refuses an input that is not there, with what was meant', () => {
    const { code, err } = tandem(['drivers', published, '--over', 'upgradeCosts']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean "upgradeCost"?');
    expect(tandem(['drivers', published, '--output', 'tco']).code).toBe(2);
  });
});

describe('tandem drivers of a model without events', () => {
  test.each(['evppi-three-way', 'evppi-gfunction'])('calls nothing luck: %s', (name) => {
    const { code, out } = tandem([
      'drivers',
      `test/fixtures/numbers/${name}/scenario.json`,
      '--trials',
      '16384',
    ]);
    expect(code).toBe(0);
    expect(out).not.toContain('luck');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Nothing but inputs is uncertain here: to know all uncertain inputs is worth as much.',
    );
    const [, least, most] = /All uncertain inputs\s+(\d+)\s+\d+\s+(\d+)/.exec(out) ?? [];
    // 127.0 by closed form, 198.3 by four million draws of another program.
    const exact = name === 'evppi-three-way' ? 127 : 198.3;
    expect(Math.abs(Number(least) / exact - 1)).toBeLessThan(0.04);
    expect(Number(most)).toBeGreaterThanOrEqual(Math.floor(exact));
    expect(out).toContain('at least HK$');
  });
});

describe('tandem diff', () => {
  test('attributes the change between two scenarios, and the parts add up', () => {
    const folder = folderWith({
      'mine.json': {
        extends: './published.json',
        name: 'Mine',
        inputs: {
          trainingCost: { dual: 146_750 },
          auditCost: { dist: 'triangular', min: 300_000, mode: 500_000, max: 700_000 },
          deidentificationEffect: 0,
        },
      },
      'published.json': readFileSync(published, 'utf8'),
    });
    const { code, out } = tandem(['diff', published, `${folder}/mine.json`, '--format', 'json']);
    expect(code).toBe(0);
    const found = v.parse(differenceSchema, JSON.parse(out));
    expect(found.changes.map(({ id }) => id)).toEqual(['trainingCost', 'auditCost']);
    const dual = found.postures.find(({ id }) => id === 'dual');
    const sum = found.changes.reduce((total, { effects }) => total + effects['dual']!.value, 0);
    expect(sum).toBeCloseTo(dual!.change.value, 4);
    // 100,000 a year of training; one audit in five years at twice 250,000.
    expect(found.changes[0]?.effects['dual']?.value).toBeCloseTo(500_000, 3);
    expect(found.changes[1]?.effects['dual']?.value).toBeCloseTo(250_000, -3);
    expect(found.changes[1]?.effects['pdpo-only']?.value).toBe(0);
  });

  test('says so where nothing was changed', () => {
    expect(tandem(['diff', published, published]).out).toContain('Nothing that the model reads');
  });
});

describe('tandem run --until', () => {
  test('runs as many futures as settle the choice, and the same result by their number', () => {
    const words = ['run', published, '--format', 'json'];
    const settled = tandem([...words, '--until', 'settled']);
    expect(settled.code).toBe(0);
    expect(settled.err).toContain('1,024 futures settle the choice, 99 % sure.');
    expect(settled.err).toContain('Figures are those of 16,384');
    expect(settled.out).toBe(tandem([...words, '--trials', '16384']).out);
  });

  test('refuses what is no goal', () => {
    const { code, err } = tandem(['run', published, '--until', 'done']);
    expect(code).toBe(2);
    expect(err).toContain('"settled" or a share such as 0.5%');
  });
});
