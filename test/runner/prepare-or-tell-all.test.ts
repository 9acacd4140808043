import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepareOrTellAll } from '../../src/runner/prepare-or-tell-all.ts';
import { smallModelFiles } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const base: SmallModel = {
  inputs: {
    fee: { unit: 'HKD/year', default: 100 },
    share: { unit: 'share', default: 0.1, range: [0, 1] },
    fixed: { unit: '1', default: 3 },
    rate: { unit: '1/year', default: { p10: 1, p50: 2, p90: 4 } },
  },
  lines: { fees: { formula: 'fee * share' } },
};

/** What is told of a scenario and its model: file, pointer and how the message begins. */
function told(small: SmallModel, scenario: object = {}): readonly string[] {
  const files = smallModelFiles({ ...base, ...small, scenario });
  const { issues, prepared } = prepareOrTellAll({
    parse: parseFormula,
    file: 'scenario.json',
    read: (path) => (path === 'scenario.json' ? files.scenario : null),
    findModel: () => ({ file: 'model.json', source: files.model }),
  });
  expect(prepared).toBeNull();
  for (const { line } of issues) expect(line).toBeGreaterThan(0);
  return issues.map(({ file, message, pointer }) => `${file} ${pointer}: ${message}`);
}
/** Expects each thing told to begin so, and no other. */
function expectTold(found: readonly string[], beginnings: readonly string[]): void {
  expect(found.map((line, index) => line.slice(0, beginnings[index]?.length))).toEqual(beginnings);
}

describe('a scenario with faults of every layer', () => {
  it('is told them all in one go, in the order of its lines', () => {
    const found = told(
      {
        definitions: {
          twice: { unit: 'HKD/year', formula: 'fee + rate' },
          ten: { unit: 'HKDD', formula: '10 * fee' },
        },
      },
      {
        postures: { late: { label: 5, like: 'dual' } },
        horizon: 31,
        inputs: {
          fee: { dist: 'lognormall', mean: 5, cv: 1 },
          share: 27,
          feee: 3,
        },
        correlations: [
          ['rate', 'fixed', 0.2],
          ['fee', 'rate', 0.5],
        ],
        lines: {
          own: { label: 'Own', kind: 'running', category: 'cots', formula: 'cos(fee)' },
          second: { label: 'Second', kind: 'running', category: 'costs', formula: 'fee * ratee' },
        },
        inptus: {},
      },
    );
    expectTold(found, [
      'scenario.json /postures/late/label: "label" should be a text',
      'scenario.json /horizon: "horizon" is 31; it must be at most 30',
      'scenario.json /inputs/fee/dist: "lognormall" is not known here',
      'scenario.json /inputs/share: share is 27; a share lies between 0 and 1',
      'scenario.json /inputs/feee: there is no input "feee"; did you mean "fee"?',
      'scenario.json /correlations/0/1: fixed is a fixed number',
      'scenario.json /lines/own/category: there is no category "cots"',
      'scenario.json /lines/own/formula: there is no function "cos"',
      'scenario.json /lines/second/formula: nothing is called "ratee"',
      'scenario.json /inptus: "inptus" is not known here',
      'model.json /definitions/twice/formula: adds HKD/year to 1/year',
      'model.json /definitions/ten/unit: "HKDD" is not a unit',
    ]);
  });

  it('is told nothing that only comes of another fault', () => {
    expectTold(
      told(
        { definitions: { half: { unit: 'HKD/year', formula: 'fee / ' } } },
        {
          postures: { late: { label: 5 }, later: { label: 'Later', like: 'late' } },
          horizon: 'five',
          inputs: {
            fee: { p10: 'much' },
            rate: { 'pipl-only': 1, late: 2 },
            share: { by: 'year', values: [0.1, 0.2, 0.3] },
          },
          correlations: [['fee', 'rate', 0.4]],
          lines: {
            own: {
              label: 'Own',
              kind: 'running',
              category: 'costs',
              formula: 'half + at(fee, posture, "late")',
            },
          },
        },
      ),
      [
        'scenario.json /postures/late/label: "label" should be a text',
        'scenario.json /horizon: "horizon" should be a number',
        'scenario.json /inputs/fee/p10: ',
        'scenario.json /inputs/rate: rate has one value for all postures',
        'scenario.json /inputs/share: share has one value for all years',
        'model.json /definitions/half/formula: the formula ends too early',
      ],
    );
  });

  it('whose model has faults of its own is told those of both', () => {
    expectTold(
      told(
        {
          more: { comparison: { of: 'dual', against: ['pipl'] } },
          inputs: { ...base.inputs, wrong: { unit: 5 } },
          definitions: {
            ten: { unit: 'HKD/year', formula: 'wrong * 10 + fee' },
            two: { unit: 'HKD', formula: 'fee' },
          },
        },
        { inputs: { fee: { dist: 'normal', mean: 5 }, wrong: 3 } },
      ),
      [
        'scenario.json /inputs/fee: ',
        'model.json /comparison/against/0: there is no posture "pipl"',
        'model.json /inputs/wrong/default: "default" is missing',
        'model.json /inputs/wrong/unit: ',
        'model.json /definitions/two/formula: "two" must be in HKD',
      ],
    );
  });

  it('that names no model that there is, too', () => {
    const files = smallModelFiles({ ...base, scenario: { horizon: 'x' } });
    const { issues } = prepareOrTellAll({
      parse: parseFormula,
      file: 'scenario.json',
      read: () => files.scenario,
      findModel: () => ({ problem: 'there is no model of that name' }),
    });
    expect(issues.map(({ pointer }) => pointer)).toEqual(['/model', '/horizon']);
  });
});

describe('too many of a kind', () => {
  it.each([
    [
      'postures',
      '/postures/extra9',
      {
        postures: Object.fromEntries(
          Array.from({ length: 20 }, (_, index) => [`extra${index}`, { label: 'P', like: 'dual' }]),
        ),
        inputs: { fee: 5 },
      },
    ],
    [
      'cost lines',
      '/lines/l100',
      {
        lines: Object.fromEntries(
          Array.from({ length: 101 }, (_, index) => [
            `l${index}`,
            { label: 'L', kind: 'running', category: 'costs', formula: 'fee' },
          ]),
        ),
      },
    ],
  ])('%s are told once, in the file that gives them', (_, pointer, scenario) => {
    const files = smallModelFiles({
      ...base,
      inputs: { ...base.inputs, fee: { unit: 'HKD/year', by: ['posture'], default: 5 } },
    });
    const { issues } = prepareOrTellAll({
      parse: parseFormula,
      file: 'own.json',
      read: (path) =>
        path === 'own.json'
          ? JSON.stringify({ extends: './base.json', name: 'Own', ...scenario })
          : files.scenario,
      findModel: () => ({ file: 'model.json', source: files.model }),
    });
    expect(issues.map((issue) => [issue.file, issue.pointer, issue.code])).toEqual([
      ['own.json', pointer, 'too-many'],
    ]);
  });
});
