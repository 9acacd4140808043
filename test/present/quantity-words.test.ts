import { expect, test } from 'vitest';
import { rateInWords } from '../../src/present/rate-in-words.ts';
import { shortNumber } from '../../src/present/short-number.ts';
import { speakQuantity } from '../../src/present/speak-quantity.ts';
import { multiplierInWords, spreadInWords } from '../../src/present/spread-in-words.ts';
import { unitWords } from '../../src/present/unit-words.ts';
import { writeNumber } from '../../src/present/write-number.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [300_000, '300,000'],
  [971_250, '971,250'],
  [4_500_000, '4.5 M'],
  [1_250_000, '1.25 M'],
  [1e12, '1,000 bn'],
  [999_999.9, '1 M'],
  [1.1066666666666667, '1.107'],
  [0.04, '0.04'],
  [0.005, '0.005'],
  [0, '0'],
  [12, '12'],
  [-3, '\u22123'],
])('writeNumber writes %d as %s', (value, text) => {
  expect(plain(writeNumber(value))).toBe(text);
});

test('shortNumber counts from a million on', () => {
  expect(shortNumber(999_999)).toEqual({ digits: '999,999', counted: '' });
  expect(shortNumber(2_000_000)).toEqual({ digits: '2', counted: 'million' });
});

test.each([
  [4_500_000, 'HKD/year', 'HKD', 'HK$4.5 million a year'],
  [300_000, 'HKD/year', 'HKD', 'HK$300,000 a year'],
  [-300, 'HKD', 'CNY', '\u2212CN¥300'],
  [0.27, 'share', null, '27 %'],
  [1.1, '1/year', null, '1.1 a year'],
  [52, 'weeks', null, '52 weeks'],
  [1.5, '1', null, '1.5'],
  [120, 'HKD/people/year', 'HKD', 'HK$120 for each person and year'],
])('speakQuantity says %d %s in words', (value, unit, currency, words) => {
  expect(plain(speakQuantity(value, unit, currency))).toBe(words);
});

test('unitWords puts a unit around a field', () => {
  expect(unitWords('HKD/year', 'CNY')).toEqual({
    before: 'CN¥',
    after: '',
    words: 'CN¥ a year',
    size: 1,
  });
  expect(unitWords('share', null)).toEqual({ before: '', after: '%', words: '', size: 0.01 });
  expect(unitWords('weeks', null).words).toBe('weeks');
});

test('rateInWords knows what a unit is counted by', () => {
  expect(rateInWords('HKD/year')).toBe('a year');
  expect(rateInWords('HKD')).toBe('');
  expect(rateInWords('1/week')).toBe('per week');
});

const sketch = (low: number, high: number) => ({
  quantiles: Array.from({ length: 50 }, (_, index) => low + ((high - low) * (index - 4.5)) / 40),
  mean: null,
});

test('spreadInWords gives the range of 8 in 10', () => {
  expect(plain(spreadInWords(sketch(470_000, 1_600_000), { unit: 'HKD', currency: 'HKD' }))).toBe(
    'HK$0.5 M to HK$1.6 M',
  );
  expect(plain(spreadInWords(sketch(0.07, 0.13), { unit: 'share', currency: null }))).toBe(
    '7.0 % to 13.0 %',
  );
  expect(plain(spreadInWords(sketch(1.2, 3.4), { unit: '1/year', currency: null }))).toBe(
    '1.2 to 3.4',
  );
  expect(plain(spreadInWords(sketch(3, 3), { unit: '1/year', currency: null }))).toBe('3.00');
});

test('multiplierInWords gives it as less and more', () => {
  expect(plain(multiplierInWords(sketch(0.83, 1.17)))).toBe('17 % less to 17 % more');
  expect(plain(multiplierInWords(sketch(1, 1.5)))).toBe('no more to 50 % more');
});
