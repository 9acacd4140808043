import { describe, expect, test } from 'vitest';
import published from '../../scenarios/published.json' with { type: 'json' };
import { prepareScenario, run } from './ask-scenario.ts';

/** A scenario that changes only inputs of the published one. */
const changed = (inputs: object, more: object = {}) => ({
  extends: './published.json',
  name: 'A client',
  inputs,
  ...more,
});
/** The published scenario's own file, with some of its inputs written otherwise. */
const rewritten = (inputs: object) => ({
  ...published,
  inputs: { ...published.inputs, ...inputs },
});
const perPosture = (pipl: number, pdpo: number, dual: number) => ({
  'pipl-only': pipl,
  'pdpo-only': pdpo,
  dual,
});

describe('combinations that cannot be, or contradict each other, are refused', () => {
  test.each([
    [
      'a remediation of HK$4.5 M with 3.2 avoided in three years, in the published comparison',
      rewritten({ remediationCost: 4_500_000 }),
      'cannot both hold',
    ],
    [
      'de-identification on both rate and severity',
      changed({ deidentificationTarget: 'both' }),
      '"rate", "severity"',
    ],
    [
      'a probability above 1',
      changed({ finePerInvestigation: perPosture(0, 1.2, 0.1) }),
      'a share lies between 0 and 1',
    ],
    ['a probability below 0', changed({ trustDrop: -0.1 }), 'a share lies between 0 and 1'],
    [
      'a rate below 0',
      changed({ remediationRate: perPosture(-1, 1, 0) }),
      'a rate cannot be below 0',
    ],
    ['percentiles out of order', changed({ monitoringCost: { p10: 3, p50: 2, p90: 1 } }), 'p'],
    [
      'correlations that no variables can have',
      changed(
        {},
        {
          correlations: [
            ['trustDrop', 'passThrough', 0.9],
            ['passThrough', 'marginAtRisk', 0.9],
            ['trustDrop', 'marginAtRisk', -0.9],
          ],
        },
      ),
      'correlation',
    ],
    [
      'a scenario for another model version',
      changed({}, { modelVersion: '2.0.0' }),
      'was written for version "2.0.0"',
    ],
  ])('%s', (_, scenario, message) => {
    const { issues, prepared } = prepareScenario(scenario);
    expect(prepared).toBeNull();
    expect(issues.map((issue) => issue.message).join('\n')).toContain(message);
  });
});

describe('combinations that are hardly meant are warned about', () => {
  test.each([
    [
      'an upgrade above HK$0.788 M on the published table',
      rewritten({
        upgradeCost: perPosture(0, 0, 790_000),
        remediationCost: { dist: 'lognormal', mean: 971_250, cv: 0.5 },
      }),
      'no longer fits the published table',
    ],
    [
      'a court fine above HK$100,000 for an ignored notice',
      changed({ courtFineCap: perPosture(100_001, 50_000, 50_000) }),
      'at most HK$100,000',
    ],
    [
      'a court fine above HK$1,000,000 for another offence',
      changed({ offenceFineCap: perPosture(10_000, 10_000, 1_000_001) }),
      'cannot fine at all',
    ],
    [
      'de-identification stacked on the dual posture',
      changed({ deidentificationTarget: 'rate', deidentificationEffect: perPosture(0, 0, 0.6) }),
      'already include it',
    ],
  ])('%s', (_, scenario, message) => {
    const { warnings } = run(scenario, 2048);
    expect(warnings.map((warning) => warning.message).join('\n')).toContain(message);
  });
  test('what an article published binds no client who changes its figures', () => {
    const inputs = { remediationCost: 4_500_000, upgradeCost: perPosture(0, 0, 790_000) };
    const { issues, prepared } = prepareScenario(changed(inputs));
    expect([issues, prepared === null]).toEqual([[], false]);
    const { warnings } = run(changed({ upgradeCost: perPosture(0, 0, 790_000) }), 2048);
    expect(warnings.map(({ message }) => message).join()).not.toContain('published table');
  });
  test('a mainland fine is no such thing, whichever law is left aside', () => {
    const { warnings } = run(changed({ finePerInvestigation: perPosture(0.1, 0.1, 0.1) }), 2048);
    expect(warnings.filter(({ code }) => code.startsWith('check'))).toEqual([]);
  });
  test('the published comparison itself gives none of these warnings', () => {
    expect(run('published', 2048).warnings.filter(({ code }) => code.startsWith('check'))).toEqual(
      [],
    );
  });
});
