import { expect, test } from 'vitest';
import register from '../../models/evidence.json';
import type { Evidence } from '../../src/schema/evidence.ts';

const { facts } = register as Evidence;

test('a source can be looked up: it has a title, and no bare host for an address', () => {
  for (const [id, { sources }] of Object.entries(facts))
    for (const { title, url } of sources) {
      expect(title, id).toBeDefined();
      if (url === '') continue;
      const { pathname, search } = new URL(url);
      expect(`${pathname}${search}`.length, `${id}: ${url}`).toBeGreaterThan(1);
    }
});

test('what is law for certain was read somewhere, and says since when', () => {
  for (const [id, { class: kind, confidence, draft, inForce, sources }] of Object.entries(facts)) {
    if (kind !== 'law' || confidence !== 'S') continue;
    expect(sources.filter(({ url }) => url !== '').length, id).toBeGreaterThan(0);
    // Articles of the mainland's law all have a day; of Hong Kong's some state that nothing is law.
    if (id.startsWith('L') && id !== 'L32') expect(inForce ?? draft, id).not.toBeNull();
  }
});

test('texts of law are cited by the file and the article that hold them', () => {
  const texts = Object.values(facts)
    .flatMap(({ sources }) => sources)
    .filter(({ url }) => url.startsWith('https://github.com/LawRefBook/'));
  expect(texts.length).toBeGreaterThan(25);
  for (const { article, url } of texts) {
    expect(article).toMatch(/Art/);
    expect(decodeURI(url)).toMatch(/\/blob\/HEAD\/.+\.md$/);
  }
});

test.each([
  // 2024 Provisions Arts. 7, 8: 100万人以上, 不满1万人; Civil Code Art. 1259.
  ['L22', /1,000,000 people’s or more non-sensitive or 10,000 people’s or more sensitive/],
  ['L23', /100,000 people’s or more, but fewer than 1,000,000 people’s/],
  ['L27', /100,000 people’s or more, but fewer than 1,000,000 people’s/],
  // Network Data Security Management Regulations Art. 28: 1000万人以上.
  ['L28', /10,000,000 people or more/],
  // Audit Measures Art. 5 (3): 100万人以上, 10万人以上.
  [
    'L12b',
    /1,000,000 people’s information or more, or 100,000 people’s sensitive information or more/,
  ],
  // Incident grading, annex: 100万人以上.
  ['L17', /1,000,000 people’s information or more/],
  // PIPL Art. 13 (2): 劳动规章制度和依法签订的集体合同.
  ['L7', /labour rules and collective contracts/],
  // Cybersecurity Law Art. 61: only where critical infrastructure loses its main function.
  ['L29', /2 to 10 million where it loses its main function/],
])('%s says the number and the word of the text', (id, words) => {
  expect(facts[id]?.statement).toMatch(words);
});
