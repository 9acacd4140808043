import { expect, test } from 'vitest';
import { derivedInWords } from '../../src/present/derived-in-words.ts';
import { effectInWords } from '../../src/present/effect-in-words.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { briefScenario } from '../../src/schema/brief-scenario.ts';
import { fileOf, ready, run } from '../regimes/ask-scenario.ts';

function rowsOf(scenario: string | object) {
  const { base, compiled, law, loaded } = ready(scenario);
  const { model, scenario: resolved } = compiled.source;
  const byLaw = law?.fallback ?? {};
  const briefing = briefScenario({ model, base, loaded, resolved, byLaw });
  const rows = derivedInWords(law!.result.derived, run(scenario), briefing, hongKongDollars);
  return (input: string) => rows.find((row) => row.input === input)!;
}

test('says what the law sets, by which rules, and which line it feeds with how much', () => {
  const row = rowsOf('retailer')('programmeCost');
  expect(row.isUsed).toBe(true);
  expect(row.status).toMatch(/^set by R3, R6, R13/);
  expect(row.values).toHaveLength(5);
  expect(row.feeds[0]).toMatch(/^Compliance programme \(HK\$.+(, HK\$.+){4}\)$/);
});

test('a rate is followed through its event to the lines that it moves', () => {
  expect(rowsOf('retailer')('remediationRate').feeds.join()).toMatch(/^Emergency isolation \(HK\$/);
});

test('a figure that the scenario gives itself is called an override of its rules', () => {
  const own = fileOf('retailer');
  const rows = rowsOf({ ...own, inputs: { ...own.inputs, filingsPerYear: 2 } });
  expect(rows('filingsPerYear').status).toBe(
    'override of rule F1: the scenario gives its own figure',
  );
  expect(rowsOf('published')('controlCoverage').status).toBe(
    'shown only: the scenario keeps its own figure',
  );
});

test('the effect of a change is told as average cost and chance, before and now', () => {
  const effects = effectInWords(run('retailer'), run('small-firm'), hongKongDollars);
  expect(effects.map(({ posture }) => posture)).toEqual(['PIPL only', 'PDPO only', 'Dual']);
  for (const { cheapest, cost } of effects) {
    for (const amount of cost) expect(amount).toMatch(/^HK\$[\d.,]+/);
    for (const chance of cheapest) expect(chance).toMatch(/of 100$/);
  }
});
