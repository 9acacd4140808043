import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { beyondCapsOf } from '../../src/analysis/beyond-caps.ts';
import { decide } from '../../src/analysis/decide.ts';
import { foundationOf, groundOf } from '../../src/analysis/foundation.ts';
import type { Footing } from '../../src/analysis/foundation.ts';
import { plausibilityOf } from '../../src/analysis/plausibility.ts';
import { rateInputs } from '../../src/language/rate-inputs.ts';
import { calculate } from '../../src/runner/calculate.ts';
import type { Decision } from '../../src/schema/decision.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { preparePublished } from '../helpers/published-run.ts';

const evidence = JSON.parse(readFileSync('models/evidence.json', 'utf8')) as Evidence;
const prepared = preparePublished({ trials: 8192 });
const result = calculate(prepared, evidence);

describe('groundOf', () => {
  test.each([
    [{ source: 'C6', from: 'scenario', evidence: ['L1'] }, 'claim'],
    [{ source: 'A5', from: 'scenario', evidence: [] }, 'assumption'],
    [{ source: 'Our own books', from: 'scenario', evidence: ['L1'] }, 'citation'],
    [{ source: null, from: 'scenario', evidence: ['L20'] }, 'none'],
    [{ source: null, from: 'model', evidence: ['L20'] }, 'law'],
    [undefined, 'none'],
  ] as const)('of %j is %s', (input, ground) => {
    expect(groundOf(input, evidence)).toBe(ground);
  });
});

describe('what the published scenario rests on', () => {
  let footings: readonly Footing[];
  let decided: Decision;
  beforeAll(async () => {
    const decision = await decide(prepared.compiled, prepared.identity, () =>
      Promise.resolve(true),
    );
    decided = decision!;
    footings = foundationOf(decided, 'tco.dual', result.inputs, evidence);
  });

  test('adds up to all of it, the weightiest class first', () => {
    expect(footings.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const shares = footings.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('finds the vendor\u2019s claims: the cost of investigations and of fines', () => {
    const claim = footings.find(({ ground }) => ground === 'claim');
    expect(claim?.drivers.slice(0, 2).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['severity investigation.investigationCost']),
    );
    expect(claim?.share).toBeGreaterThan(0.2);
    expect(claim?.share).toBeLessThan(0.5);
  });

  test('grounds how often an event happens as the rate behind it: no driver names no source', () => {
    const stands = (id: string) => decided.drivers.find((driver) => driver.id === id)?.input;
    expect(stands('count remediation')).toBe('remediationRate');
    expect(stands('severity investigation.investigationCost')).toBe('investigationCost');
    expect(stands('input trustDrop')).toBe('trustDrop');
    expect(footings.map(({ ground }) => ground)).toEqual(
      expect.not.arrayContaining(['none', 'citation']),
    );
    // What dual saves turns on how many emergencies it spares, which is a vendor's claim.
    const saving = foundationOf(decided, 'saving.pipl-only', result.inputs, evidence);
    expect(saving[0]?.ground).toBe('claim');
    expect(saving[0]?.share).toBeGreaterThan(0.55);
    expect(saving[0]?.share).toBeLessThan(0.75);
  });
});

test('the inputs behind rates are those that the formulas name', () => {
  expect(rateInputs(prepared.compiled.source)).toEqual({
    remediation: 'remediationRate',
    investigation: 'investigationRate',
    fine: 'finePerInvestigation',
    suspension: 'suspensionPerInvestigation',
    enforcementNotice: 'enforcementNoticeRate',
    noticeFine: 'finePerNotice',
    offenceFine: 'offenceRate',
    administrativeFine: 'administrativeFinePerNotice',
    breachNotice: 'breachNoticeRate',
    compensation: 'compensationRate',
  });
});

describe('plausibilityOf', () => {
  const { scenario } = prepared.compiled.source;
  const found = plausibilityOf(result, beyondCapsOf(scenario), 30e6);

  test('tells chances and return periods: PDPO only has 0.2 investigations in five years', () => {
    const event = found.events.find(
      (each) => each.event === 'investigation' && each.posture === 'pdpo-only',
    );
    expect(event?.mean).toBeCloseTo(0.2, 2);
    expect(event?.chance).toBeCloseTo(0.18, 2);
    expect(event?.returnPeriod).toBeCloseTo(25, 0);
    const never = found.events.find(
      (each) => each.event === 'fine' && each.posture === 'pipl-only',
    );
    expect(never?.returnPeriod).toBeNull();
  });

  test('tells how much of an amount lies beyond its cap', () => {
    const capped = preparePublished({ trials: 1024 });
    const inputs = capped.compiled.source.scenario.inputs;
    const cap = {
      ...inputs['fineCap']!,
      cells: inputs['fineCap']!.cells.map((row) =>
        row.map(() => ({ kind: 'number', value: 3.8e6 / Math.sqrt(3.25) }) as const),
      ),
    };
    const limited = { ...scenario, inputs: { ...inputs, fineCap: cap } };
    // A lognormal of cv 1.5 has its median at mean / sqrt(1 + cv^2).
    expect(beyondCapsOf(limited)[0]?.share).toBeCloseTo(0.5, 6);
    expect(found.beyondCaps).toEqual([]);
  });

  test('tells how often a year costs more than the turnover', () => {
    expect(found.ruin.map(({ posture }) => posture)).toEqual(['pipl-only', 'pdpo-only', 'dual']);
    const all = plausibilityOf(result, beyondCapsOf(scenario), 1).ruin;
    expect(all.every(({ chance }) => chance === 1)).toBe(true);
  });
});
