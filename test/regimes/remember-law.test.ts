import { expect, test, vi } from 'vitest';
import type { ApplyLaw } from '../../src/regimes/apply-law.ts';
import { rememberLaw } from '../../src/regimes/remember-law.ts';
import type { Model } from '../../src/schema/model.ts';
import type { Scenario } from '../../src/schema/scenario.ts';
import { tellDistribution } from '../../src/schema/told-distribution.ts';

const model = {} as Model;
const setting = { asOf: '2026-11-01', rate: 1, yuan: 1, years: 5 };
const scenario = (changes: Partial<Scenario>): Scenario => ({
  name: 'one',
  company: { name: 'A' },
  inputs: { auditCost: 1 },
  ...changes,
});

test('the law is asked once while values of inputs move, and anew for all else', () => {
  const ask = vi.fn<ApplyLaw>(() => ({ applied: null, problems: [] }));
  const law = rememberLaw(ask);
  const first = law(scenario({}), model, setting, tellDistribution);
  expect(law(scenario({ inputs: { auditCost: 2 } }), model, setting, tellDistribution)).toBe(first);
  expect(law(scenario({ run: { trials: 10 } }), model, setting, tellDistribution)).toBe(first);
  expect(ask).toHaveBeenCalledTimes(1);
  const others: readonly [Scenario, Model, typeof setting][] = [
    [scenario({ inputs: { auditCost: 1, filingCost: 1 } }), model, setting],
    [scenario({ company: { name: 'B' } }), model, setting],
    [scenario({ law: { derive: [] } }), model, setting],
    [scenario({}), {} as Model, setting],
    [scenario({}), model, { ...setting, asOf: '2020-01-01' }],
  ];
  for (const [index, each] of others.entries()) {
    law(...each, tellDistribution);
    expect(ask).toHaveBeenCalledTimes(index + 2);
  }
});
