import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { evidenceEntries } from '../../src/present/evidence-entries.ts';
import { evidenceSchema } from '../../src/schema/evidence.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { publishedBriefing } from '../helpers/published-briefing.ts';

const evidence = v.parse(evidenceSchema, JSON.parse(readFileSync('models/evidence.json', 'utf8')));

const one = (id: string, from: Evidence = evidence) => {
  const [entry] = evidenceEntries([id], from);
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return entry;
};

test('evidenceEntries says of a law what it says, since when, and in which article', () => {
  const entry = one('L1');
  expect(entry).toMatchObject({
    kind: 'Law',
    isClaim: false,
    title: 'Where PIPL applies: processing in the mainland',
  });
  expect(entry.details.slice(0, 2)).toEqual([
    'In force since 1 November 2021.',
    'The passage was read in a stored copy of the cited page.',
  ]);
  expect(entry.sources).toEqual([
    {
      title: 'PIPL Art. 3 para. 1, PIPL in English',
      url: 'https://www.mbkaya.com/it-law-china-personal-information-protection-law-data-privacy/',
    },
    {
      title: 'PIPL Art. 3 para. 1, Art. 4, Chinese text in LawRefBook',
      url: expect.stringMatching(/^https:\/\/github\.com\/LawRefBook\/Laws\/blob\/HEAD\/.+\.md$/),
    },
  ]);
});

test('evidenceEntries labels what a vendor says as a claim, with what was found of it', () => {
  const entry = one('C6');
  expect(entry).toMatchObject({ kind: 'A vendor’s claim', isClaim: true });
  expect(entry.details[0]).toMatch(/model|source|known/);
  expect(entry.sources[0]?.title).toBe(evidence.article.title);
});

test('evidenceEntries tells a draft from a law', () => {
  const [id, draft] = Object.entries(evidence.facts).find(([, fact]) => fact.draft) ?? [];
  expect(draft).toBeDefined();
  expect(one(id ?? '').details[0]).toBe('A draft, not law yet.');
});

test('evidenceEntries leaves out what it does not know, and names of objects', () => {
  expect(evidenceEntries(['X99', 'constructor', '__proto__'], evidence)).toEqual([]);
});

test('evidenceEntries links to web pages alone', () => {
  const fact = evidence.facts['L1'];
  if (fact === undefined) throw new Error('no L1');
  const sources = ['javascript:alert(1)', 'data:text/html,x', 'http://example.org/'].map((url) => ({
    url,
  }));
  const entry = one('L1', { ...evidence, facts: { L1: { ...fact, sources } } });
  expect(entry.sources.map(({ url }) => url)).toEqual(['', '', 'http://example.org/']);
});

test('every id that an input of the model names has an entry, with all that is to be shown', () => {
  const { inputs } = publishedBriefing();
  const kinds = new Set<string>();
  for (const { evidence: ids, name, source } of inputs) {
    const named = [...ids, ...(source === null ? [] : source.split(/[;,]\s*/))];
    const entries = evidenceEntries(named, evidence);
    expect(
      entries.map(({ id }) => id),
      name,
    ).toEqual(named);
    for (const { details, id, isClaim, kind, statement } of entries) {
      kinds.add(kind);
      expect(statement, id).not.toBe('');
      expect(details.length, id).toBeGreaterThan(0);
      expect(details.join(' '), id).not.toMatch(/undefined|\[object/);
      expect(isClaim, id).toBe(kind === 'A vendor’s claim');
    }
  }
  expect([...kinds].toSorted()).toEqual(['A vendor’s claim', 'Law', 'Our assumption', 'Statistic']);
});
