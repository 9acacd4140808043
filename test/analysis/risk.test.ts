import { describe, expect, test } from 'vitest';
import { dominanceOf, riskOf } from '../../src/analysis/risk.ts';
import { equalParts, uniformColumns } from '../helpers/uniform-columns.ts';

const column = (...values: readonly number[]) => Float64Array.from(values);

describe('dominanceOf', () => {
  test('is of the first order where no amount is exceeded more often', () => {
    const found = dominanceOf(['a', 'b'], [column(1, 5, 3), column(4, 2, 6)]);
    expect(found).toEqual([{ posture: 'a', over: 'b', order: 1 }]);
  });

  test('is of the second order where the mean is as good and the spread smaller', () => {
    const found = dominanceOf(['narrow', 'wide'], [column(4, 5, 6), column(1, 5, 9)]);
    expect(found).toEqual([{ posture: 'narrow', over: 'wide', order: 2 }]);
  });

  test('is none where each is better for somebody, nor between equals', () => {
    expect(dominanceOf(['a', 'b'], [column(4, 5, 6), column(1, 2, 9)])).toEqual([]);
    expect(dominanceOf(['a', 'b'], [column(4, 5), column(5, 4)])).toEqual([]);
  });
});

describe('riskOf', () => {
  const trials = 16_000;
  const [u] = uniformColumns(1, 1, trials) as [Float64Array];
  const sure = new Float64Array(trials).fill(50);
  const risky = u.map((each) => 90 * each);
  const replication = { sampling: 'random', offsets: equalParts(trials, 16) } as const;
  const risk = riskOf(['sure', 'risky'], [sure, risky], 'sure', replication);

  test('tells regret: what choosing costs more than the best of each future', () => {
    // E[(50 - X)+] and E[(X - 50)+] for X uniform to 90.
    expect(risk.regret['sure']?.mean).toBeCloseTo(2500 / 180, 0);
    expect(risk.regret['risky']?.mean).toBeCloseTo(1600 / 180, 0);
    expect(risk.regret['risky']?.largest).toBeCloseTo(40, 0);
  });

  test('tells where weighing the worst futures turns the choice', () => {
    // 45 + w (87.75 - 45) = 50.
    expect(risk.aversion.ties).toHaveLength(1);
    expect(risk.aversion.ties[0]?.value).toBeCloseTo(5 / 42.75, 1);
    expect(risk.aversion.ties[0]?.best).toBe('sure');
    expect(risk.aversion.values['sure']?.every((value) => value === 50)).toBe(true);
  });

  test('tells the chance of saving at least an amount, and of staying within a budget', () => {
    for (const [index, amount] of risk.hurdles.amounts.entries())
      expect(risk.hurdles.chances['risky']?.[index]).toBeCloseTo(
        Math.max(0, (40 - amount) / 90),
        1.5,
      );
    const at = risk.budgets.amounts.indexOf(50);
    expect(risk.budgets.chances['sure']?.[at]).toBe(1);
    expect(risk.budgets.chances['sure']?.[at - 1]).toBe(0);
    expect(risk.budgets.chances['risky']?.[at]).toBeCloseTo(50 / 90, 1.5);
    expect(risk.budgets.errors['risky']?.[at]).toBeCloseTo(Math.sqrt(20 / 81 / trials), 3);
  });
});
