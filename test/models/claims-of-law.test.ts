import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import register from '../../models/evidence.json';
import { evidenceSchema } from '../../src/schema/evidence.ts';
import { lawBook } from '../regimes/ask.ts';
import { lawOf } from '../regimes/ask-scenario.ts';

const { claimCases = {}, claims } = v.parse(evidenceSchema, register);
const verdictsOfLaw = ['right', 'partly right', 'wrong', 'unsettled'];

describe('every case of a claim is decided by the law files as the register says', () => {
  const asked = Object.entries(claimCases).flatMap(([id, cases]) =>
    cases.flatMap(({ asks, ...given }) => asks.map((ask) => ({ id, given, ...ask }))),
  );
  test.each(asked)('$id: $shows', ({ given, holds, rule }) => {
    const { rules } = lawOf({ model: 'compliance-tco', name: 'case', ...given });
    expect(rules[rule]?.status).toBe(holds ? 'holds' : 'does not hold');
  });
});

/** What cases say of a claim: all of it, none of it, or a part. */
function verdictOf(speaks: readonly ('for' | 'against')[]): string {
  const sides = new Set(speaks);
  return sides.size === 2 ? 'partly right' : sides.has('for') ? 'right' : 'wrong';
}

test.each(Object.entries(claimCases))('the verdict on %s follows from its cases', (id, cases) => {
  expect(claims[id]?.verdict).toBe(
    verdictOf(cases.flatMap(({ asks }) => asks.map(({ speaks }) => speaks))),
  );
});

test('a case against a claim that was right makes it partly right', () => {
  expect(verdictOf(['for'])).toBe('right');
  expect(verdictOf(['for', 'against'])).toBe('partly right');
  expect(verdictOf(['against', 'against'])).toBe('wrong');
});

test('verdicts of law are for statements of law, and name article, date and rule', () => {
  for (const [id, { kind, law = [], verdict, why }] of Object.entries(claims)) {
    if (verdictsOfLaw.includes(verdict)) {
      expect(kind, id).toBe('law');
      expect(law.length, id).toBeGreaterThan(0);
    }
    // A figure cannot bear a statement of law out.
    if (kind === 'law')
      expect(['reproduced', 'contradicted', 'assumption'], id).not.toContain(verdict);
    for (const { article, inForce, rule } of law) {
      expect(article, id).toMatch(/^(PIPL|PDPO|Network Data|2024 Prov|Audit Meas|Incident|PCPD)/);
      if (inForce === null) expect(why, id).toContain('never came into force');
      if (rule !== undefined)
        expect(lawBook.entries.get(rule)?.kind, `${id}: ${rule}`).toBe('rule');
    }
  }
});

test('the verdicts on the article’s statements of law', () => {
  const ofLaw = Object.entries(claims).filter(([, { kind }]) => kind === 'law');
  expect(Object.fromEntries(ofLaw.map(([id, { verdict }]) => [id, verdict]))).toEqual({
    // PDPO s. 33 never came into force; nobody classed transfers.
    C3: 'wrong',
    // PIPL Art. 3: place of handling decides, control does not.
    C5: 'partly right',
    // No such statement of the CAC was found.
    C8: 'unsupported',
    // PIPL Arts. 52, 53, 55: each under conditions of its own.
    C10: 'wrong',
    // PIPL Art. 66: 5 %.
    C14: 'wrong',
    // PDPO DPP 3 and s. 62.
    C21: 'wrong',
    C26: 'right',
    // 2024 Provisions Arts. 3-6: there is no application.
    C27: 'wrong',
    // PIPL Art. 3: one of three tests.
    C28: 'partly right',
    C32: 'right',
    C33: 'wrong',
    C35: 'right',
  });
});
