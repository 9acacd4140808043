import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/runner/calculate.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';

describe('formulas may name the price index of their model', () => {
  const more = { priceIndex: '1.1 ^ (year - 1)' };
  it('which is a plain number by year', () => {
    const { issues } = prepareSmall({ lines: { fee: { formula: '5 * priceIndex' } }, more });
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('the running line "fee" must be in HKD/year'),
    ]);
  });
  it('which is not known where there is none', () => {
    const { issues } = prepareSmall({ lines: { fee: { formula: 'priceIndex' } } });
    expect(issues[0]?.message).toContain('nothing is called "priceIndex"');
  });
  it('whose faults are told once', () => {
    const { issues } = prepareSmall({ more: { priceIndex: '1 + nobody' } });
    expect(issues.map(({ pointer }) => pointer)).toEqual(['/priceIndex']);
  });
  it('so that a fine a year at a cap of 50,000 costs 250,000 in five years, not 50,000 times the sum of 1.03^k', () => {
    // A fine a year for certain: an event of chance 1 and a model of one line.
    const small = (inflation: number | object) =>
      prepareSmall({
        inputs: {
          inflation: { unit: 'share', default: inflation },
          cap: { unit: 'HKD', default: 50_000 },
        },
        events: {
          fine: {
            frequency: 'bernoulli',
            rate: '1',
            amounts: { cost: 'min(1000000, cap / priceIndex)' },
          },
        },
        lines: { fines: { kind: 'loss', formula: 'fine.cost' } },
        scenario: { horizon: 5 },
        more: { priceIndex: '(1 + inflation) ^ (year - 1)' },
        run: { trials: 256 },
      });
    for (const inflation of [0, 0.03, -0.02, { dist: 'uniform', min: 0.01, max: 0.05 }]) {
      const { issues, prepared } = small(inflation);
      expect(issues).toEqual([]);
      const { min, max, mean } = calculate(prepared!, { claims: {} }).outputs['tco']!['dual']!;
      for (const cost of [min, max, mean]) expect(cost / 250_000).toBeCloseTo(1, 12);
    }
  });
});
