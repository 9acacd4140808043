import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberHint } from '../../src/schema/number-hint.ts';
import { markOf, numberText, readingBy } from '../../src/schema/number-text.ts';

const valuesOf = (text: string) => numberText(text)?.readings.map(({ value }) => value) ?? [];

test.each<[string, readonly number[]]>([
  ['24000', [24_000]],
  ['24,000', [24_000, 24]],
  ['24.000', [24, 24_000]],
  ['24 000', [24_000]],
  ["24'000", [24_000]],
  ['24’000', [24_000]],
  ['24\u202f000', [24_000]],
  ['24\u00a0000', [24_000]],
  ['1.250,50', [1250.5]],
  ['1,250.50', [1250.5]],
  ['250000,50', [250_000.5]],
  ['1.234.567', [1_234_567]],
  ['0.125', [0.125]],
  ['0,27', [0.27]],
  ['24,00', [24, 2400]],
  ['２４０００', [24_000]],
  ['２．４万', [24_000]],
  ['2.4萬', [24_000]],
  ['1.5亿', [150_000_000]],
  ['1.5億', [150_000_000]],
  ['24k', [24_000]],
  ['1.2 million', [1_200_000]],
  ['2.4E+04', [24_000]],
  ['-3', [-3]],
  ['\u22123', [-3]],
  // What parts no groups of three in any usual way is no number: a digit is missing or too many.
  ['1,20,000', []],
  ['1.2.3', []],
  ["24'00", []],
  ['24000,', []],
  ['12x', []],
  ['0x10', []],
  ['10-20', []],
  ['', []],
  ['.', []],
])('numberText reads %j as %j', (text, values) => {
  expect(valuesOf(text)).toEqual(values);
});

test('a number that can be read in one way only gives the decimal mark away, and others follow', () => {
  expect(markOf(numberText('1.200.000') ?? never())).toBe(',');
  expect(markOf(numberText('1,200.5') ?? never())).toBe('.');
  expect(markOf(numberText('24.000') ?? never())).toBeNull();
  const either = numberText('24.000') ?? never();
  expect(readingBy(either, ',')?.value).toBe(24_000);
  expect(readingBy(either, '.')?.value).toBe(24);
  expect(readingBy(either, null)).toBeNull();
});

test('a whole number is read back, however a language parts its thousands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: 8_000_000_000 }),
      fc.constantFrom('en', 'de', 'fr', 'de-CH', 'zh-HK', 'sv', 'pt', 'it'),
      (value, language) => {
        const written = new Intl.NumberFormat(language).format(value);
        expect(valuesOf(written)).toEqual([value]);
      },
    ),
  );
});

test.each([
  // Hints used to be 10 to 1,000 times off: every comma was dropped, wherever it stood.
  ['0,27', 'write 0.27 without quotes'],
  ['1.250,50', 'write 1250.5 without quotes'],
  ['250000,50', 'write 250000.5 without quotes'],
  ['24000,5', 'write 24000.5 without quotes'],
  ['24000,0', 'write 24000 without quotes'],
  ['24,00', 'write 24 or 2400 without quotes'],
  ['24.000', 'write 24 or 24000 without quotes'],
  ['250,000', 'write 250000 without quotes'],
  ['27%', 'write 0.27 without quotes'],
  ['2.4万', 'write 24000 without quotes'],
  ['1,20,000', 'write it without quotes, with a decimal point and nothing between thousands'],
  ['HK$250', ''],
  ['0x10', ''],
  ['plenty', ''],
  ['', ''],
])('the hint for the text %j names no number that was not meant: %j', (text, hint) => {
  expect(numberHint(text)).toBe(hint);
});

function never(): never {
  throw new Error('this is a number');
}
