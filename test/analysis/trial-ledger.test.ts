import { expect, describe, it } from 'vitest';
import { trialLedger } from '../../src/analysis/trial-ledger.ts';
import { fined, oftenFined } from '../helpers/fined-scenario.ts';

describe('a ledger adds up, all at the prices of each year', () => {
  it.each([0, 0.03, -0.05])('with inflation of %d', (inflation) => {
    const { source } = fined({
      ...oftenFined,
      inflation,
      fineAmount: { dist: 'lognormal', mean: 40_000, cv: 1 },
    }).compiled;
    let amountsSeen = 0;
    for (const trial of [1, 7, 33]) {
      for (const { tco, years } of trialLedger(source, trial)) {
        expect(years.reduce((sum, { total }) => sum + total, 0) / tco).toBeCloseTo(1, 12);
        for (const { events, lines, total } of years) {
          const sum = Object.values(lines).reduce((all, each) => all + each, 0);
          expect(sum / total).toBeCloseTo(1, 12);
          const costOf = (name: string) => {
            const each = events.find((event) => event.name === name)?.amounts['cost'] ?? [];
            amountsSeen += each.length;
            return each.reduce((all, one) => all + one, 0);
          };
          const remediations = ['reAudits', 'applications', 'fixes', 'emergencyIsolation'];
          remediations.push('emergencyDisruption', 'inquiries');
          const line = (...names: string[]) =>
            names.reduce((all, name) => all + (lines[name] ?? 0), 0);
          expect(costOf('fine')).toBeCloseTo(line('fines'), 4);
          expect(costOf('investigation')).toBeCloseTo(line('investigations'), 4);
          expect(costOf('noticeFine') + costOf('offenceFine')).toBeCloseTo(line('courtFines'), 4);
          expect(costOf('remediation')).toBeCloseTo(line(...remediations), 4);
        }
      }
    }
    expect(amountsSeen).toBeGreaterThan(100);
  });
});
