import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCounts } from '../../src/schema/flow-counts.ts';
import type { CountRead } from '../../src/schema/flow-counts.ts';

const shown = (read: CountRead) => (read === null ? null : 'value' in read ? read.value : '?');
const column = (texts: readonly (string | number)[], delimiter: string | null = ',') =>
  (readCounts([texts], delimiter)[0] ?? []).map(shown);

test.each<[string, readonly string[], string, readonly (number | string | null)[]]>([
  ['a lone point before three digits is asked about', ['24.000'], ',', ['?']],
  ['so it is in a file of tabs', ['24.000'], '\t', ['?']],
  ['semicolons are a sign of points between thousands', ['24.000', '620'], ';', [24_000, 620]],
  [
    'a number with one reading decides for its column',
    ['24.000', '1.200.000'],
    ',',
    [24_000, 1_200_000],
  ],
  ['so do decimals of all numbers', ['24.000', '180000.000'], ',', [24, 180_000]],
  ['commas between thousands are read as ever', ['24,000', '1,200,000'], ',', [24_000, 1_200_000]],
  ['a comma among semicolons is asked about', ['24,000'], ';', ['?']],
  [
    'unless its column has commas between thousands',
    ['24,000', '1,200,000'],
    ';',
    [24_000, 1_200_000],
  ],
  [
    'a point beside commas between thousands is asked about',
    ['24.000', '1,200,000'],
    ',',
    ['?', 1_200_000],
  ],
  [
    'two ways in one column decide nothing',
    ['24.000', '1,200,000', '1.200.000'],
    ';',
    ['?', 1_200_000, 1_200_000],
  ],
  ['a decimal comma with nothing behind it is a whole number', ['24000,0'], ';', [24_000]],
  ['two zeros behind a comma are asked about', ['24,00'], ',', ['?']],
  ['and are decimals among semicolons', ['24,00'], ';', [24]],
  ['people are whole', ['24000,5', '0.5'], ',', ['?', '?']],
  [
    'words around a number',
    ['24,000 people', '12万人', '2.4萬', '24k', '1.2 million', '2.4E+04'],
    ',',
    [24_000, 120_000, 24_000, 24_000, 1_200_000, 24_000],
  ],
  [
    'apostrophes and narrow spaces',
    ['24’000', "24'000", '24\u202f000', '24\u00a0000'],
    ',',
    [24_000, 24_000, 24_000, 24_000],
  ],
  ['neither money nor shares count people', ['HK$24', '24%'], ',', ['?', '?']],
  [
    'below nothing, above all people, and no number',
    ['-1', '8000000001', '8,000,000,000', 'many', ''],
    ',',
    ['?', '?', 8e9, '?', null],
  ],
])('%s', (_, texts, delimiter, values) => {
  expect(column(texts, delimiter)).toEqual(values);
});

test('both numbers are named where it cannot be told which is meant', () => {
  expect(readCounts([['24.000']], ',')[0]).toEqual([
    { problem: 'is "24.000", which can be 24000 or 24; write 24000 or 24' },
  ]);
  // What was taken for more than it seems to say is shown.
  expect(readCounts([['24.000']], ';')[0]).toEqual([
    { value: 24_000, remark: '"24.000" is read as 24000' },
  ]);
});

test('another column of the file decides where its own cannot', () => {
  expect(readCounts([['24.000'], ['1.200.000']], ',')).toEqual([
    [{ value: 24_000, remark: '"24.000" is read as 24000' }],
    [{ value: 1_200_000 }],
  ]);
});

test('a number that a workbook stores as one is never guessed at', () => {
  expect(column([24_000, 24, 0.5], null)).toEqual([24_000, 24, '?']);
});

test('however a country parts thousands, a count is read as itself or asked about, never as another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 8_000_000_000 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('en', 'de', 'fr', 'de-CH', 'zh-HK', 'id', 'es'),
      fc.constantFrom(',', ';', '\t'),
      (values, language, delimiter) => {
        const texts = values.map((value) => new Intl.NumberFormat(language).format(value));
        for (const [index, read] of column(texts, delimiter).entries())
          expect([values[index], '?']).toContain(read);
      },
    ),
  );
});
