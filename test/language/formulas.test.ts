import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExpression } from '../../src/language/expression.ts';
import { FormulaError } from '../../src/language/formula-error.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import type { Span } from '../../src/language/span.ts';
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
    ['1', '2 ^ (3 ^ 2)', 512],
    ['1', '(2 ^ 3) ^ 2', 64],
    ['1', '-(2 ^ 2)', -4],
    ['1', '(-2) ^ 2', 4],
    ['1', '3 - 2 ^ 2', -1],
    ['1', '2 ^ -2', 0.25],
    ['1', '2 ^ -(1 + 1)', 0.25],
    ['1', '9 ^ 0.5', 3],
    ['1', 'min(3, 1, 2) + max(3, 1, 2) * 10', 31],
    ['1', 'abs(-3) + floor(2.7) + ceil(2.1) + round(2.5) + round(-2.5)', 3 + 2 + 3 + 3 - 2],
    ['1', 'sqrt(16) + exp(0) + log(1)', 5],
    ['1', '1 < 2 and not (2 < 1) or 1 == 2 ? 7 : 8', 7],
    ['1', '1 <= 2 < 3 ? 1 : 0', 1],
    ['1', '3 <= 2 < 3 ? 1 : 0', 0],
    ['1', 'not 2 < 1 ? 1 : 0', 1],
    ['1', '1 > 2 ? 1 : 2 > 1 ? 2 : 3', 2],
    ['1', '1 < 2 ? 1 > 2 ? 1 : 2 : 3', 2],
    ['1', '1 < 2 ? (1 > 2 ? 1 : 2) : 3', 2],
    ['1', '.5 + 2. + 1e-3 + 25E+1', 252.501],
    ['1', "method == 'fast' ? 1 : 2", 1],
    // Halves go up; what is just below one half, and large odd numbers, stay what they are.
    ['1', 'round(0.49999999999999994)', 0],
    ['1', 'round(-0.5) + round(0.5) + round(-1.5)', 0 + 1 - 1],
    ['1', 'round(4503599627370497)', 4503599627370497],
    ['1', 'at(max(year, 1.5), year, 1)', 1.5],
    ['1', 'at(max(1.5, (year)), year, 2)', 2],
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

/** Where a formula is refused. */
function refusal(read: () => unknown): Span {
  try {
    read();
  } catch (error) {
    if (error instanceof FormulaError && error.span !== null) return error.span;
    throw error;
  }
  throw new Error('it is not refused');
}

describe('a formula that does anything but compute is refused', () => {
  it.each([
    ['x = 3', 'cannot assign'],
    ['f(x) = x', 'cannot assign'],
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
    ['5 mod 2', 'is not an operator here'],
    ['1 < 2 xor 1 < 2', 'is not an operator here'],
    ['auditCost + 10%', '27 % is written 0.27'],
    ['auditCost * (10% + 5%)', '27 % is written 0.27'],
    ['auditCost * 10%', '27 % is written 0.27'],
    ['0x10', '0x10 is not a number that a formula may hold; write 16'],
    ['0b101 + 1', 'write 5'],
    ['0o17', 'write 15'],
    ['007', 'without zeros before them'],
    [
      'max(1,000, 5)',
      '1,000 may be one number or several; write 1000, or a space after each comma',
    ],
    ['max(1,234,567, 5)', 'write 1234567'],
    ['1,5 + 2', 'the decimal sign is a point'],
    ['1.2.3', '1.2.3 is not a number'],
    ['1e-999', 'too near to 0'],
    ['2auditCost', 'write * between them'],
    ['2 (3)', 'write * between them'],
    ['(2) (3)', 'write * between them'],
    ['auditCost (3)', 'there is no function "auditCost"'],
    ["auditCost'", 'is not closed with'],
    ["method == 'a\\\\b' ? 1 : 2", 'cannot hold a backslash'],
    ['1 && 2', 'write and'],
    ['1 || 2', 'write or'],
    ['!1', 'write not'],
    ['1 <> 2', 'write !='],
    ['2 ** 3', 'a power is written with ^'],
    ['auditCost[1]', 'use at(x, year, 1)'],
    ['1 # remark', 'cannot stand in a formula'],
    ['a.^2', '"." cannot stand in a formula'],
    ['-2^2', '-2^2 can be read as -(2^2) or (-2)^2; set the brackets'],
    ['1 * -auditCost^0.5', '-auditCost^0.5 can be read as'],
    ['-+2^2', 'can be read as'],
    ['-(2)^2', 'can be read as'],
    ['2^3^2', '2^3^2 can be read as 2^(3^2) or (2^3)^2; set the brackets'],
    ['2^-3^2', '2^(-3)^2 can be read as'],
    ['1 ? 2', '":" is missing'],
    ['1 : 2', 'cannot hold a range'],
    ['1 + not 2', 'set brackets around not'],
    ['max(auditCost, year, 3)', 'set it in brackets: max(x, (year), ...)'],
    ['sum()', 'needs the axis'],
    ['max(1, 2', 'bracket is not closed'],
    ['1)', 'cannot be read from'],
    ['and 1', 'cannot be read from'],
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

  it.each([
    ['auditCost + 10%', '%'],
    ['1 + 2 + 0x10 * 3', '0x10'],
    ['1 + cos(auditCost)', 'cos'],
    ['(1 + 2', '('],
    ['1 + (2 - 2^3^2)', '2^3^2'],
    ['4 * -inflation^2', '-inflation^2'],
    ['min(1, 2, 1,000)', '1,000'],
    ['max(1, 2 3)', '3'],
    ['max(auditCost, year, 3)', 'year'],
    ['1 < 2 ? 3 :', ''],
  ])('%s is refused at "%s"', (formula, fault) => {
    const found = refusal(() => parseFormula(formula));
    expect(formula.slice(found.from, found.to)).toBe(fault);
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
