import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trialLedger } from '../../src/analysis/trial-ledger.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';

it('trialLedger shows what a fine was before its cap, and what was paid', () => {
  const files: Record<string, string> = {
    'capped.json': JSON.stringify({
      extends: './published.json',
      name: 'Capped',
      inputs: {
        fineCap: { 'pipl-only': 50_000, 'pdpo-only': 1_000_000, dual: 1_000_000 },
        finePerInvestigation: { 'pdpo-only': 1 },
        investigationRate: { 'pdpo-only': 3 },
      },
      run: { trials: 1000 },
    }),
    'published.json': readFileSync('scenarios/published.json', 'utf8'),
  };
  const { prepared } = prepare({
    parse: parseFormula,
    file: 'capped.json',
    read: (path) => files[path] ?? null,
    findModel: () => ({ file: 'model', source: readFileSync('models/compliance-tco.json') }),
  });
  const fines = [1, 2, 3, 4, 5].flatMap((trial) =>
    trialLedger(prepared!.compiled.source, trial)
      .filter((ledger) => ledger.posture === 'pdpo-only')
      .flatMap((ledger) => ledger.years.flatMap((year) => year.events))
      .filter((event) => event.name === 'fine'),
  );
  expect(fines.length).toBeGreaterThan(5);
  for (const { count, amounts, drawn } of fines) {
    expect(amounts['cost']).toHaveLength(count);
    for (const [index, paid] of amounts['cost']!.entries()) {
      expect(paid).toBe(Math.min(1_000_000, drawn['fineAmount']![index]!));
    }
  }
});
