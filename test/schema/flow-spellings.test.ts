import { describe, expect, test } from 'vitest';
import { columnOf, flowColumns } from '../../src/schema/flow-columns.ts';
import { spellings } from '../../src/schema/flow-spellings.ts';
import * as words from '../../src/schema/flow-words.ts';
import { bareWord } from '../../src/schema/known-word.ts';
import { placeIds } from '../../src/schema/places.ts';

const vocabularies = {
  columns: flowColumns,
  places: placeIds,
  data: words.dataKinds,
  purpose: words.purposes,
  subjects: words.subjects,
  legalBasis: words.legalBases,
  exportNecessary: words.exportNeeds,
  recipientRole: words.recipientRoles,
  controls: words.controls,
  yesNo: ['yes', 'no'],
} as const;

describe.each(Object.entries(vocabularies))('other spellings of %s', (name, known) => {
  const table = spellings[name as keyof typeof vocabularies] as Readonly<
    Record<string, readonly string[]>
  >;
  test('are of words that there are, and of each', () => {
    expect(Object.keys(table).toSorted()).toEqual([...known].toSorted());
  });
  test('mean one word each, and no other of the words themselves', () => {
    const seen = new Map<string, string>(known.map((word) => [bareWord(word), word]));
    const twice: string[] = [];
    for (const [word, others] of Object.entries(table))
      for (const other of others) {
        const before = seen.get(bareWord(other)) ?? word;
        if (before !== word) twice.push(`${other}: ${before} and ${word}`);
        seen.set(bareWord(other), word);
      }
    expect(twice).toEqual([]);
  });
});

test('a header is known by our name or by others, whatever its case, signs and brackets', () => {
  expect(columnOf('subjects_in')).toEqual({ word: 'subjectsIn', isOwn: true });
  expect(columnOf('Personal Data Categories')).toEqual({ word: 'data', isOwn: false });
  expect(columnOf('Transferred to (if applicable)')).toEqual({ word: 'to', isOwn: false });
  expect(columnOf('接收方所在地')).toEqual({ word: 'to', isOwn: false });
  expect(columnOf('Retention')).toBeNull();
});
