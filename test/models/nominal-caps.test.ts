import { describe, expect, it } from 'vitest';
import { trialLedger } from '../../src/analysis/trial-ledger.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { fined, oftenFined } from '../helpers/fined-scenario.ts';

describe('a statutory cap is nominal: inflation raises fines up to it and not beyond', () => {
  const result = calculate(fined({ ...oftenFined, inflation: 0.03 }, 4096), { claims: {} });
  it.each([
    ['fines', 'fine', 50_000],
    ['courtFines', null, null],
  ] as const)('%s cost their cap each, in whatever year', (line, event, cap) => {
    for (const { id } of result.postures) {
      const found = result.lines[id]?.[line]?.mean ?? NaN;
      const count = (name: string) => result.events[id]?.[name]?.mean ?? NaN;
      const paid =
        event === null
          ? 100_000 * count('noticeFine') + 10_000 * count('offenceFine')
          : cap * count(event);
      expect(found / paid).toBeCloseTo(1, 12);
    }
  });

  it('and a fine below its cap rises with prices until it gets there', () => {
    const below = calculate(fined({ ...oftenFined, fineAmount: 47_000, inflation: 0.03 }, 4096), {
      claims: {},
    });
    const paid = [0, 1, 2, 3, 4].map((year) => Math.min(47_000 * 1.03 ** year, 50_000));
    expect(paid.filter((each) => each === 50_000)).toHaveLength(2);
    const { source } = fined({ ...oftenFined, fineAmount: 47_000, inflation: 0.03 }).compiled;
    let seen = 0;
    for (const trial of [1, 2, 3, 4, 5, 6])
      for (const { years } of trialLedger(source, trial))
        for (const { events, year } of years)
          for (const { amounts, name } of events)
            for (const cost of name === 'fine' ? (amounts['cost'] ?? []) : []) {
              seen++;
              expect(cost / (paid[year - 1] ?? NaN)).toBeCloseTo(1, 12);
            }
    expect(seen).toBeGreaterThan(50);
    expect(below.lines['dual']?.['fines']?.mean).toBeGreaterThan(0);
  });
});
