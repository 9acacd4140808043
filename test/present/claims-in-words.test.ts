import { expect, test } from 'vitest';
import register from '../../models/evidence.json';
import {
  claimsInWords,
  heldInWords,
  verdictCounts,
  verdictLabels,
} from '../../src/present/claims-in-words.ts';
import { allEvidence, findEvidence } from '../../src/present/find-evidence.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { run } from '../regimes/ask-scenario.ts';

const evidence = register as Evidence;
const results = run('published').claims;
const claims = claimsInWords(results);
const resultOf = (id: string) => results.find((each) => each.id === id)!;
const claim = (id: string) => claims.find((each) => each.id === id)!;

test('every published claim is there once, with its verdict and why, labelled as the vendor’s', () => {
  expect(claims.map(({ id }) => id)).toEqual(Object.keys(register.claims));
  for (const { kind, verdict, why } of claims) {
    expect(kind).toMatch(/^The vendor’s claim/);
    expect(verdict).not.toBe('');
    expect(why).not.toBe('');
  }
});

test('what is contradicted, inconsistent or wrong in law, wholly or in part, is flagged', () => {
  expect(['C14', 'C10', 'C1', 'C25'].map((id) => claim(id).isFlagged)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['C5', 'C27'].map((id) => claim(id).isFlagged)).toEqual([true, true]);
  expect(['C6', 'C26', 'C35'].map((id) => claim(id).isFlagged)).toEqual([false, false, false]);
});

test('a statement of law has a verdict of law, with article and day', () => {
  expect(claim('C5')).toMatchObject({
    verdict: 'Partly right in law',
    law: [
      'PIPL Art. 3 para. 1, Art. 4, since 1 November 2021 (R2)',
      'PIPL Art. 3 para. 2, since 1 November 2021 (R5)',
    ],
  });
  expect(claim('C3').law).toContain('PDPO s. 33, never in force');
  expect(claim('C6').law).toEqual([]);
  expect(claimsInWords([{ ...resultOf('C5'), verdict: 'unsettled' }])[0]).toMatchObject({
    verdict: 'Unsettled in law',
    isFlagged: false,
  });
});

test('every verdict that the register may give has a name', () => {
  for (const { verdict } of Object.values(evidence.claims))
    expect(Object.keys(verdictLabels)).toContain(verdict);
});

test('how many do not hold follows from the verdicts', () => {
  const flagged = claims.filter(({ isFlagged }) => isFlagged).length;
  expect(heldInWords(claims)).toBe(
    `Of ${claims.length} published claims ${flagged} do not hold as they stand.`,
  );
  const one = claimsInWords([resultOf('C5'), resultOf('C6')]);
  expect(heldInWords(one)).toBe('Of 2 published claims 1 does not hold as it stands.');
  expect(heldInWords(claimsInWords([resultOf('C6')]))).toBe(
    'No published claim is known to be wrong.',
  );
});

test('figures are shown as published and as computed, each with its unit', () => {
  const figures = claims.flatMap((each) => each.figures);
  expect(figures.length).toBeGreaterThan(4);
  for (const { computed, published } of figures) {
    expect(published).toMatch(/\d/);
    expect(computed).not.toBe('');
  }
});

test('verdicts are counted over all claims', () => {
  const counts = verdictCounts(claims);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(claims.length);
  expect(counts.map(({ label }) => label)).toContain('Contradicted');
});

test('the register is found by kind, by confidence and by words, and all of them together', () => {
  const all = findEvidence(evidence, allEvidence);
  expect(all).toHaveLength(Object.keys(evidence.facts).length + claims.length);
  const kinds = ['law', 'statistic', 'assumption', 'vendor-term', 'claim'] as const;
  const parts = kinds.flatMap((kind) => findEvidence(evidence, { ...allEvidence, kind }));
  expect(parts.toSorted()).toEqual([...all].toSorted());
  expect(findEvidence(evidence, { ...allEvidence, query: 'article 66' })).toContain('L20');
  const sure = findEvidence(evidence, { kind: 'law', confidence: 'S', query: 'turnover' });
  expect(sure).toContain('L20');
  for (const id of sure)
    expect(evidence.facts[id]).toMatchObject({ class: 'law', confidence: 'S' });
  expect(findEvidence(evidence, { ...allEvidence, query: 'no such words' })).toEqual([]);
});
