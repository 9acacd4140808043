import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { calibrationSchema } from '../../src/schema/calibration.ts';
import { folderWith, tandem } from './tandem.ts';

const published = 'scenarios/published.json';
const few = ['--trials', '8192'];

describe('tandem calibrate', () => {
  test('tells how far each input moves for a target, and on how much that rests', () => {
    const words = ['calibrate', published, '--target', 'pipl-only=6500000', ...few];
    const { code, out } = tandem(words);
    expect(code).toBe(0);
    expect(out).toMatch(/Mean cost of PIPL only\s+HK\$6\.8\d\sM\s+HK\$6\.50\sM/);
    expect(out).toMatch(/Regulator activity\s+1\.0\s+0\.9\d\s+\u22120\.\d\d/);
    expect(out).toMatch(/rests on as much as [\d,]+ of 8,192 futures/);
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
