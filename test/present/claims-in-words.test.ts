import { expect, test } from 'vitest';
import register from '../../models/evidence.json';
import { claimsInWords, verdictCounts } from '../../src/present/claims-in-words.ts';
import { allEvidence, findEvidence } from '../../src/present/find-evidence.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { run } from '../regimes/ask-scenario.ts';

const evidence = register as Evidence;
const claims = claimsInWords(run('published').claims);
const claim = (id: string) => claims.find((each) => each.id === id)!;

test('every published claim is there once, with its verdict and why, labelled as the vendor’s', () => {
  expect(claims.map(({ id }) => id)).toEqual(Array.from({ length: 26 }, (_, i) => `C${i + 1}`));
  for (const { kind, verdict, why } of claims) {
    expect(kind).toMatch(/^The vendor’s claim/);
    expect(verdict).not.toBe('');
    expect(why).not.toBe('');
  }
});

test('what is contradicted or inconsistent is flagged', () => {
  expect(['C14', 'C10', 'C1', 'C25'].map((id) => claim(id).isFlagged)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(claim('C6').isFlagged).toBe(false);
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
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(26);
  expect(counts.map(({ label }) => label)).toContain('Contradicted');
});

test('the register is found by kind, by confidence and by words, and all of them together', () => {
  const all = findEvidence(evidence, allEvidence);
  expect(all).toHaveLength(Object.keys(evidence.facts).length + 26);
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
