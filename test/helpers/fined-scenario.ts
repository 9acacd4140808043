import { readFileSync } from 'node:fs';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';

/** Rates at which each kind of event that ends in a fine happens twice a year. */
export const oftenFined = {
  investigationRate: 2,
  finePerInvestigation: 1,
  enforcementNoticeRate: 2,
  finePerNotice: 1,
  offenceRate: 2,
  regulatorActivity: 1,
};

/** The published scenario with fines far above their caps, and other values as given. Throws with its issues where it has any. */
export function fined(inputs: object, trials = 64): Prepared {
  const files: Record<string, string> = {
    'scenarios/fined.json': JSON.stringify({
      extends: './published.json',
      name: 'Fined',
      inputs: {
        fineAmount: 40_000_000,
        courtFineAmount: 8_000_000,
        fineCap: { 'pipl-only': 50_000, 'pdpo-only': 50_000, dual: 50_000 },
        courtFineCap: 100_000,
        offenceFineCap: 10_000,
        ...inputs,
      },
      run: { trials },
    }),
    'scenarios/published.json': readFileSync('scenarios/published.json', 'utf8'),
  };
  const { issues, prepared } = prepare({
    parse: parseFormula,
    file: 'scenarios/fined.json',
    read: (path) => files[path] ?? null,
    findModel: () => ({ file: 'model', source: readFileSync('models/compliance-tco.json') }),
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared;
}
