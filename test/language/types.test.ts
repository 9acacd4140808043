import { describe, expect, it } from 'vitest';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const base: SmallModel = {
  inputs: {
    upgradeCost: { unit: 'HKD', default: 1 },
    remediationRate: { unit: '1/year', default: 1 },
    discountRate: { unit: 'share', default: 0.05 },
    severity: { unit: 'HKD', per: 'event', default: { dist: 'lognormal', mean: 5, cv: 1 } },
    method: { choices: ['slow', 'fast'], default: 'fast' },
  },
  events: {
    remediation: { frequency: 'poisson', rate: 'remediationRate', amounts: { cost: 'severity' } },
  },
};

const messages = (small: SmallModel) =>
  prepareSmall(small).issues.map((issue) => `${issue.pointer}: ${issue.message}`);
const messageFor = (formula: string, unit = 'HKD') =>
  messages({ ...base, outputs: { answer: { unit, formula } } }).join('\n');

describe('units and kinds are checked before a trial runs', () => {
  it.each([
    ['upgradeCost + remediationRate', 'adds HKD to 1/year: upgradeCost + remediationRate'],
    ['upgradeCost - remediationRate', 'subtracts 1/year from HKD'],
    ['upgradeCost < remediationRate ? upgradeCost : upgradeCost', 'compares HKD with 1/year'],
    ['min(upgradeCost, remediationRate)', 'takes the min of HKD and 1/year'],
    ['true ? 1 : 2', 'not a number that a formula may hold'],
    ['upgradeCost ? 1 : 2', 'must be a condition'],
    ['upgradeCost == "dual" ? upgradeCost : 0', 'compares a word with a number'],
    ['posture == "dula" ? upgradeCost : 0', 'did you mean "dual"?'],
    ['method == "fats" ? upgradeCost : 0', 'did you mean "fast"?'],
    ['(upgradeCost > 0) * upgradeCost', 'write (condition) ? a : b'],
    ['exp(upgradeCost)', 'must be a plain number'],
    ['upgradeCost ^ discountRate', 'to a power that is not a fixed number'],
    ['upgradeCost / 0', 'divides by zero'],
    ['sum(upgradeCost, year)', 'does not vary by year'],
    ['at(remediation.cost, posture, "duel")', 'did you mean "dual"?'],
    ['at(remediation.cost, year, 3)', 'a year between 1 and 2'],
    ['discount(remediation.count)', 'must be a plain number'],
    ['upgradeCost * severity', 'drawn for each event'],
    ['upgradeCots', 'Did you mean "upgradeCost"?'],
    ['remediation', 'An event has parts: remediation.count, remediation.rate, remediation.cost'],
    ['remediation.costs', 'Did you mean "remediation.cost"?'],
    ['remediationRate', 'must be in HKD; the formula gives 1/year'],
    ['upgradeCost > 0', 'must be a number; the formula gives yes or no'],
    ['upgradeCost and upgradeCost ? 1 : 2', 'joins conditions'],
  ])('%s', (formula, message) => {
    expect(messageFor(formula)).toContain(message);
  });

  it('plain numbers may be compared with money, but not added to it', () => {
    expect(messageFor('upgradeCost > 100 ? upgradeCost : 0')).toBe('');
    expect(messageFor('max(0, upgradeCost)')).toBe('');
    expect(messageFor('upgradeCost + 1')).toContain('adds HKD to a plain number');
  });

  it('a message names the place: file, line, column, pointer', () => {
    const [issue] = prepareSmall({
      ...base,
      outputs: { answer: { unit: 'HKD', formula: 'upgradeCost + remediationRte' } },
    }).issues;
    expect(issue).toMatchObject({
      file: 'model.json',
      pointer: '/outputs/answer/formula',
      code: 'formula-type',
    });
    expect(issue!.line).toBeGreaterThan(1);
    const column = '      "formula": "upgradeCost + remediationRte"'.indexOf('remediationRte') + 1;
    expect(issue!.column).toBe(column);
  });

  it('one fault gives one issue, however many formulas rest on it', () => {
    const list = messages({
      ...base,
      definitions: {
        wrong: { unit: 'HKD', formula: 'upgradeCost + remediationRate' },
        next: { unit: 'HKD', formula: 'wrong * 2' },
        last: { unit: 'HKD', formula: 'next + wrong' },
      },
      outputs: { answer: { unit: 'HKD', formula: 'last' } },
    });
    expect(list).toHaveLength(1);
    expect(list[0]).toContain('/definitions/wrong/formula: adds HKD to 1/year');
  });

  it('all faults are told at once', () => {
    const list = messages({
      ...base,
      definitions: {
        a: { unit: 'HKD', formula: 'nothing1' },
        b: { unit: 'HKD', formula: 'nothing2' },
        c: { unit: 'HDK', formula: 'upgradeCost' },
      },
    });
    expect(list).toHaveLength(3);
    expect(list.join('\n')).toContain('"HDK" is not a unit. Did you mean "HKD"?');
  });

  it('a circle is refused with its path', () => {
    const [message] = messages({
      definitions: {
        a: { unit: '1', formula: 'b + 1' },
        b: { unit: '1', formula: 'c' },
        c: { unit: '1', formula: 'a' },
      },
    });
    expect(message).toContain(
      '"a" rests on itself: a -> b -> c -> a. Only previous(x, initial) may look back',
    );
  });

  it('a circle through a sum over years is refused too', () => {
    const [message] = messages({
      definitions: { a: { unit: '1', formula: 'previous(sum(a, year), 1)' } },
      outputs: { answer: { unit: '1', formula: 'a' } },
    });
    expect(message).toContain('rests on itself');
  });

  it('a line that is invested is an amount, others are amounts a year', () => {
    const line = (kind: string, formula: string) =>
      messages({ ...base, lines: { line: { kind, formula } } }).join('\n');
    expect(line('investment', 'upgradeCost')).toBe('');
    expect(line('running', 'upgradeCost')).toContain('must be in HKD/year; the formula gives HKD');
    expect(line('loss', 'remediation.cost')).toBe('');
  });
});
