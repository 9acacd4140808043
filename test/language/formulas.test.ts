import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExpression } from '../../src/language/expression.ts';
import { FormulaError } from '../../src/language/formula-error.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { constantOutput, prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const inputs: SmallModel = {
  inputs: {
    auditCost: { unit: 'HKD', default: 250_000 },
    auditsPerYear: {
      unit: '1/year',
      by: ['posture', 'year'],
      default: { 'pipl-only': 0.2, 'pdpo-only': 0, dual: 0.4 },
    },
    inflation: { unit: 'share', default: 0.1 },
    growing: { unit: 'HKD/year', by: ['year'], default: 5 },
    method: { choices: ['slow', 'fast'], default: 'fast', unit: '1' },
  },
  scenario: { inputs: { growing: { by: 'year', values: [100, 300] } } },
};
const answer = (unit: string, formula: string) => constantOutput(inputs, unit, formula);

describe('a formula computes', () => {
  it.each([
    ['1', '2 + 3 * 4 - 6 / 3', 12],
    ['1', '2 ^ 3 ^ 2', 512],
    ['1', '-2 ^ 2', -4],
    ['1', '2 ^ -2', 0.25],
    ['1', '9 ^ 0.5', 3],
    ['1', 'min(3, 1, 2) + max(3, 1, 2) * 10', 31],
    ['1', 'abs(-3) + floor(2.7) + ceil(2.1) + round(2.5) + round(-2.5)', 3 + 2 + 3 + 3 - 2],
    ['1', 'sqrt(16) + exp(0) + log(1)', 5],
    ['1', '1 < 2 and not (2 < 1) or 1 == 2 ? 7 : 8', 7],
    ['1', '1 <= 2 < 3 ? 1 : 0', 1],
    ['1', '3 <= 2 < 3 ? 1 : 0', 0],
    ['1', 'method == "fast" ? 1 : 2', 1],
    ['1', 'method != "slow" ? 1 : 2', 1],
    ['HKD', 'sum(growing, year)', 400],
    ['HKD/year', 'max(growing, year)', 300],
    ['HKD/year', 'at(growing, year, 2)', 300],
    ['HKD', 'at(cumulative(growing), year, 2)', 400],
    ['HKD/year', 'at(previous(growing, 7), year, 1)', 7],
    ['HKD/year', 'at(previous(growing, 7), year, 2)', 100],
    ['HKD', 'npv(growing, 0.25)', 100 / 1.25 + 300 / 1.5625],
    ['1', 'at(discount(0.25), year, 2)', 0.64],
    ['1/year', 'at(auditsPerYear, posture, "dual")', 0.4],
    ['1/year', 'max(auditsPerYear, posture)', 0.4],
    ['1/year', 'sum(auditsPerYear, posture)', 0.6],
    ['1', 'sum(year, year)', 3],
    ['1', 'sum(posture == "dual" ? 1 : 0, posture)', 1],
  ] as const)('%s: %s', (unit, formula, expected) => {
    expect(answer(unit, formula)).toBeCloseTo(expected, 12);
  });

  it('auditsPerYear * auditCost * (1 + inflation)^(year - 1) varies over posture and year because its parts do', () => {
    const { prepared } = prepareSmall({
      ...inputs,
      outputs: {
        answer: {
          unit: 'HKD/year',
          formula: 'auditsPerYear * auditCost * (1 + inflation)^(year - 1)',
        },
      },
    });
    const cells = prepared!.compiled.plan.observed.filter((each) => each.name === 'answer');
    expect(
      cells.map(({ posture, year, constant }) => [posture, year, Math.round(constant!)]),
    ).toEqual([
      ['pipl-only', 1, 50_000],
      ['pipl-only', 2, 55_000],
      ['pdpo-only', 1, 0],
      ['pdpo-only', 2, 0],
      ['dual', 1, 100_000],
      ['dual', 2, 110_000],
    ]);
  });

  it('previous(x, initial) is a recurrence over years: half of last year plus what is new', () => {
    const model: SmallModel = {
      ...inputs,
      definitions: { stock: { unit: 'HKD/year', formula: 'previous(stock * 0.5, 0) + growing' } },
    };
    expect(constantOutput(model, 'HKD/year', 'at(stock, year, 1)')).toBe(100);
    expect(constantOutput(model, 'HKD/year', 'at(stock, year, 2)')).toBe(350);
  });

  it('two definitions may look back at each other', () => {
    const model: SmallModel = {
      definitions: {
        a: { unit: '1', formula: 'previous(b, 1) + 1' },
        b: { unit: '1', formula: 'a * 2' },
      },
    };
    expect(constantOutput(model, '1', 'at(b, year, 2)')).toBe((2 * 2 + 1) * 2);
  });

  it('only the branch that is taken is unfolded', () => {
    const model: SmallModel = {
      definitions: {
        countdown: { unit: '1', formula: 'year == 1 ? 10 : previous(countdown, 0) - 1' },
      },
    };
    expect(constantOutput(model, '1', 'at(countdown, year, 2)')).toBe(9);
  });
});

describe('a formula that does anything but compute is refused', () => {
  it.each([
    ['x = 3', 'cannot assign'],
    ['f(x) = x', 'cannot define a function'],
    ['[1, 2]', 'cannot hold a list'],
    ['{a: 1}', 'cannot hold an object'],
    ['1:5', 'cannot hold a range'],
    ['1; 2', '";" cannot stand in it'],
    ['a.b.c', 'nothing else can be looked into'],
    ['auditCost.constructor("return 1")', 'there is no function of that form'],
    ['cos(1)', 'there is no function "cos"'],
    ['sun(auditCost, year)', 'Did you mean sum(x, year)'],
    ['import("fs")', 'there is no function "import"'],
    ['eval("1")', 'there is no function "eval"'],
    ['2 auditCost', 'write * between them'],
    ['5!', 'is not an operator here'],
    ['5 % 2', 'is not an operator here'],
    ['auditCost to USD', 'is not an operator here'],
    ['1 +', 'ends too early'],
    ['(1 + 2', 'bracket is not closed'],
    ['', 'is empty'],
    ['1e999', 'not a number that a formula may hold'],
    ['true', 'not a number that a formula may hold'],
    ['1\n+ 1', 'one line of plain characters'],
    ['1 × 2', 'cannot stand in it'],
    ['sum(1)', 'needs the axis'],
    ['min(1)', 'is written min(a, b, ...)'],
    ['npv(1)', 'is written npv(x, rate)'],
    ['('.repeat(50) + '1' + ')'.repeat(50), 'nested more than'],
    ['-'.repeat(1900) + '1', 'more than 500 operators'],
    ['1' + ' + 1'.repeat(2000), 'at most 2000 are read'],
  ])('%s', (formula, message) => {
    expect(() => parseFormula(formula)).toThrow(FormulaError);
    expect(() => parseFormula(formula)).toThrow(message);
  });

  it('parseFormula answers any text with an expression or a FormulaError, never another error', () => {
    const piece = fc.constantFrom(
      'a',
      'remediation.count',
      '1',
      '2.5',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      '?',
      ':',
      'sum',
      'year',
      '"x"',
      ' ',
      '.',
      '=',
      '[',
      ']',
      'not ',
      'and',
      '<',
      '==',
      'at',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(piece, { maxLength: 25 }).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            formatExpression(parseFormula(text));
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
          }
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});
