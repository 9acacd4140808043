import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { calibrationSchema, inputCalibrationSchema } from '../../src/schema/calibration.ts';
import { resultSchema } from '../../src/schema/result.ts';
import { folderWith, tandem } from './tandem.ts';

const published = 'scenarios/published.json';
const few = ['--trials', '8192'];

describe('tandem calibrate', () => {
  test('tells how far each input moves for a target, and on how much that rests', () => {
    const words = ['calibrate', published, '--target', 'pipl-only=6500000', ...few];
    const { code, out } = tandem(words);
    expect(code).toBe(0);
    expect(out).toMatch(/Mean cost of PIPL only\s+HK\$6\.8\d\sM\s+HK\$6\.50\sM/);
    expect(out).toMatch(/Regulator activity\s+1\.00?\s+0\.9\d\s+\u22120\.\d\d/);
    expect(out).toMatch(/rests on as much as [\d,]+ of 8,192 futures/);
  });

  test('calls nothing luck in a model without events, and its inputs add up to the target', () => {
    const scenario = 'test/fixtures/numbers/calibrate-before-after/scenario.json';
    const { code, out } = tandem(['calibrate', scenario, '--target', 'b=300', '--trials', '65536']);
    expect(code).toBe(0);
    expect(out).not.toContain('luck');
    const after = [...out.matchAll(/^ +[xyz] .*HK\$(\d+) a year +\S+$/gm)].map(([, each]) =>
      Number(each),
    );
    expect(after).toHaveLength(3);
    expect(Math.abs(after.reduce((sum, each) => sum + each, 0) - 300)).toBeLessThanOrEqual(1);
  });

  test('takes means, percentiles and counts, in the command or in a file', () => {
    const file = `${folderWith({
      'targets.json': {
        targets: [
          { kind: 'percentile', posture: 'dual', probability: 0.9, value: 5e6 },
          { kind: 'count', posture: 'pdpo-only', event: 'remediation', value: 5 },
        ],
      },
    })}/targets.json`;
    const json = ['--format', 'json', ...few];
    const fromFile = tandem(['calibrate', published, '--targets', file, ...json]);
    const written = 'dual.p90=5e6,pdpo-only.remediation=5';
    const fromWords = tandem(['calibrate', published, '--target', written, ...json]);
    const found = v.parse(calibrationSchema, JSON.parse(fromFile.out));
    expect(found.targets).toHaveLength(2);
    expect(found.effectiveTrials).toBeLessThan(found.trials);
    expect(fromWords.out).toBe(fromFile.out);
  });

  test.each([
    ['dual=1000', 1, 'no weighing of the simulated futures gives a mean of 1000 for dual'],
    ['duall=4e6', 1, 'there is no posture "duall"'],
    ['dual.fines=1', 1, 'there is no event "fines"'],
    ['dual.p0=1', 2, 'a percentile is p1 to p99'],
    ['dual=much', 2, '--target is WHAT=VALUE'],
  ])('refuses %s', (target, exit, message) => {
    const { code, err } = tandem(['calibrate', published, '--target', target, ...few]);
    expect(code).toBe(exit);
    expect(err).toContain(message);
  });

  test('says what is wrong with a file of targets, and that one is needed', () => {
    const folder = folderWith({ 'targets.json': { targets: [{ kind: 'mean', posture: 'dual' }] } });
    const { code, err } = tandem(['calibrate', published, '--targets', `${folder}/targets.json`]);
    expect(code).toBe(1);
    expect(err).toMatch(/targets\.json:\d+:\d+ \/targets\/0.*value/);
    expect(tandem(['calibrate', published]).err).toContain('calibrate needs to know what to meet');
    expect(tandem(['calibrate', published, '--targets', 'none.json']).code).toBe(1);
  });
});

describe('tandem calibrate --by inputs', () => {
  const by = ['calibrate', published, '--by', 'inputs'];

  test('finds the nearest input values, and writes a scenario that runs and meets the target', () => {
    const file = `${folderWith({})}/calibrated.json`;
    const told = tandem([...by, '--target', 'pipl-only=6.5M', '--out', file, ...few]);
    expect(told.code).toBe(0);
    expect(told.out).toMatch(
      /Mean cost of PIPL only\s+HK\$6\.8\d\sM\s+HK\$6\.50\sM\s+HK\$6\.50\sM/,
    );
    expect(told.out).toMatch(/Emergency remediations a year \*.*\u2212\d\.\d\s%\s+\u22120\.\d\d/);
    expect(told.out).toContain('calibrated.json');
    const run = tandem(['run', file, '--format', 'json', '--quiet', ...few]);
    const result = v.parse(resultSchema, JSON.parse(run.out));
    expect((result.outputs['tco']?.['pipl-only']?.mean ?? 0) / 6.5e6).toBeCloseTo(1, 3);
    expect(readFileSync(file, 'utf8')).toContain('so that the scenario meets what is known');
  });

  test('takes named inputs, an amount and a history', () => {
    const { code, out } = tandem([
      ...by,
      '--vary',
      'remediationRate,remediationCost',
      '--target',
      'pdpo-only.remediation=1 of 2M in 4 years',
      '--format',
      'json',
      ...few,
    ]);
    expect(code).toBe(0);
    const found = v.parse(inputCalibrationSchema, JSON.parse(out));
    expect(found.targets.map(({ about }) => about)).toEqual(['count', 'amount']);
    expect(found.inputs.map(({ input }) => input).toSorted()).toEqual([
      'remediationCost',
      'remediationRate',
    ]);
  });

  test('takes for how many years the scenario stands, and shows the rate before and after', () => {
    const target = 'pdpo-only.remediation=2 in 4 years against 3 years';
    const { code, out } = tandem([...by, '--target', target, ...few]);
    expect(code).toBe(0);
    expect(out).toMatch(/Events a year +mean +P5 +P95/);
    expect(out).toMatch(
      /as the scenario has it, like 3\.0 years of counting +1\.1\d +0\.\d+ +2\.\d+/,
    );
    // 1.106 a year over 3 years and 2 in 4: (3.32 + 2) / 7.
    expect(out).toMatch(/after the history +0\.76\d? /);
    expect(tandem([...by, '--target', 'dual.remediation=2 in 4 years against 0 years']).code).toBe(
      2,
    );
  });

  test.each([
    [['--target', 'dual=1000'], 1, 'no values within 4 standard deviations'],
    [['--target', 'dual=1 in 4 years'], 2, 'a history is of an event'],
  ])('refuses %j', (words, exit, message) => {
    const { code, err } = tandem([...by, ...words, ...few]);
    expect(code).toBe(exit);
    expect(err).toContain(message);
  });

  test('is asked for where only inputs can meet a target', () => {
    const words = ['calibrate', published, '--target', 'dual.fine.cost=2M', ...few];
    expect(tandem(words).err).toContain('--by inputs');
    expect(tandem(['calibrate', published, '--target', 'dual=4M', '--vary', 'a']).code).toBe(2);
  });
});
