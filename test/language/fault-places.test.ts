import { describe, expect, it } from 'vitest';
import { prepareSmall, smallModelFiles } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const base: SmallModel = {
  inputs: {
    auditCost: { unit: 'HKD', default: 250_000 },
    rate: { unit: '1/year', default: 0.2 },
    drop: { unit: 'share', default: 0.1 },
    yearly: { unit: 'HKD/year', by: ['year'], default: 5 },
    each: { unit: 'HKD', per: 'event', default: { p10: 1, p50: 2, p90: 4 } },
    method: { choices: ['slow', 'fast'], default: 'fast', unit: '1' },
  },
};

/** What stands in the text of a file at a line and a column, both counted from 1. */
const textAt = (text: string, line: number, column: number): string =>
  text.split('\n')[line - 1]?.slice(column - 1) ?? '';

describe('a fault of a formula is placed at the very characters', () => {
  it.each([
    ['HKD', 'auditCost + 2 * rate', '2 * rate', 'adds HKD to 1/year'],
    ['HKD', 'auditCost * (1 + rate * (1 - rate))', 'rate))', 'subtracts 1/year from'],
    ['HKD', 'auditCost - (auditCots + auditCost)', 'auditCots', 'nothing is called "auditCots"'],
    ['1', 'drop ^ (1 + auditCost)', 'auditCost)', 'adds a plain number to HKD'],
    ['1', '2 ^ auditCost', 'auditCost', 'an exponent must be a plain number'],
    ['1', '1 + exp(auditCost)', 'auditCost', 'must be a plain number'],
    ['1', '1 + 2 * (drop > 0)', 'drop > 0', 'cannot compute with'],
    ['1', '1 + (drop ? 1 : 2)', 'drop', 'must be a condition'],
    ['1', 'drop > 0 and drop ? 1 : 2', 'drop ?', 'joins conditions'],
    ['1', '1 + 1 / 0', '0', 'divides by zero'],
    ['1', 'drop + (method == "fats" ? 1 : 2)', '\\"fats', 'did you mean "fast"'],
    ['HKD', 'at(yearly, year, 1) * 2 + at(yearly, year, 9)', '9', 'needs a year between'],
    ['HKD', '1 * sum(auditCost, year)', 'auditCost', 'does not vary by year'],
    ['HKD', 'max(auditCost, year)', 'auditCost', 'max(x, (year))'],
    ['1', 'drop + 10%', '%"', '27 % is written 0.27'],
    ['1', '"a" == "b" ? 1 : cos(drop)', 'cos', 'there is no function "cos"'],
    ['HKD', 'yearly', 'yearly', 'must be in HKD'],
  ])('%s: %s', (unit, formula, fault, message) => {
    const small = { ...base, outputs: { answer: { unit, formula } } };
    const { issues, prepared } = prepareSmall(small);
    expect(prepared).toBeNull();
    const [issue] = issues;
    expect(issue?.message).toContain(message);
    expect(issue?.pointer).toBe('/outputs/answer/formula');
    const there = textAt(smallModelFiles(small).model, issue!.line, issue!.column);
    expect(there.slice(0, fault.length)).toBe(fault);
    const { span } = issue!;
    if (span !== undefined)
      expect(JSON.stringify(formula.slice(span.from)).slice(1)).toContain(fault);
  });

  it('of each unknown name of a formula, once', () => {
    const formula = 'auditCots * ratee + auditCots * drop';
    const { issues } = prepareSmall({ ...base, outputs: { answer: { unit: 'HKD', formula } } });
    expect(issues.map(({ message }) => message.split('.')[0])).toEqual([
      'nothing is called "auditCots"',
      'nothing is called "ratee"',
    ]);
    expect(issues.map(({ span }) => span)).toEqual([
      { from: 0, to: 9 },
      { from: 12, to: 17 },
    ]);
  });

  it('of a dispersion, a chance and the price index at their own formulas', () => {
    const { issues } = prepareSmall({
      ...base,
      events: {
        first: {
          frequency: 'negative-binomial',
          rate: 'rate',
          dispersion: '1 + rate',
          amounts: { cost: 'each' },
        },
        second: { of: 'first', chance: 'drop * 2 + auditCost', amounts: { cost: 'each + rate' } },
      },
      more: { priceIndex: 'auditCost' },
    });
    expect(issues.map(({ pointer }) => pointer)).toEqual([
      '/priceIndex',
      '/events/first/dispersion',
      '/events/second/chance',
      '/events/second/amounts/cost',
    ]);
  });

  it('of a long formula shows what stands around it', () => {
    const formula = `${'drop + '.repeat(40)}ratee + ${'drop + '.repeat(40)}1`;
    const { issues } = prepareSmall({ ...base, outputs: { answer: { unit: '1', formula } } });
    expect(issues[0]?.message).toMatch(/\(in "\.\.\.[drop +]*ratee \+ .*\.\.\."\)$/);
    expect(issues[0]?.span).toEqual({ from: 280, to: 285 });
  });
});
