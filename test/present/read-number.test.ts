import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../src/present/read-number.ts';
import type { WantedNumber } from '../../src/present/read-number.ts';
import { unitWords } from '../../src/present/unit-words.ts';
import { writeNumber } from '../../src/present/write-number.ts';

const amount: WantedNumber = {
  unit: 'HKD/year',
  currency: 'HKD',
  lowest: 0,
  highest: Infinity,
};
const share: WantedNumber = { unit: 'share', currency: null, lowest: 0, highest: 1 };
const rate: WantedNumber = { unit: '1/year', currency: null, lowest: 0, highest: Infinity };
const weeks: WantedNumber = { unit: 'weeks', currency: null, lowest: 0, highest: Infinity };
const free: WantedNumber = { unit: '1', currency: null, lowest: -Infinity, highest: Infinity };

test.each<[string, WantedNumber, number]>([
  ['250000', amount, 250_000],
  ['250,000', amount, 250_000],
  ['250 000', amount, 250_000],
  ['250’000', amount, 250_000],
  ['250k', amount, 250_000],
  ['250 K', amount, 250_000],
  ['1.2 M', amount, 1_200_000],
  ['1.2\u00a0M', amount, 1_200_000],
  ['1.2m', amount, 1_200_000],
  ['1.2 million', amount, 1_200_000],
  ['2 bn', amount, 2e9],
  ['25萬', amount, 250_000],
  ['1.5億', amount, 150_000_000],
  ['HK$250,000', amount, 250_000],
  ['$250k', amount, 250_000],
  ['250k HKD', amount, 250_000],
  ['HK$ 250,000 a year', amount, 250_000],
  ['250,000 per year', amount, 250_000],
  ['250,000/year', amount, 250_000],
  ['1e6', amount, 1_000_000],
  ['.5', rate, 0.5],
  ['5.', rate, 5],
  ['12 %', share, 0.12],
  ['12', share, 0.12],
  ['12 percent', share, 0.12],
  ['0.5', share, 0.005],
  ['1 in 5', rate, 0.2],
  ['1/5', rate, 0.2],
  ['1 in 5 years', rate, 0.2],
  ['1 of 4', share, 0.25],
  ['1.1 a year', rate, 1.1],
  ['3 times a year', rate, 3],
  ['52 weeks', weeks, 52],
  ['120 %', free, 1.2],
  ['-3', free, -3],
  ['\u22123', free, -3],
  ['１２', rate, 12],
])('readNumber reads %j', (text, wanted, value) => {
  expect(readNumber(text, wanted)).toEqual({ value });
});

test.each<[string, WantedNumber, string]>([
  ['', amount, 'Enter a number.'],
  ['  ', amount, 'Enter a number.'],
  ['a lot', amount, '“a lot” is not a number. Write it like 250,000, 250k or 1.2 M.'],
  ['1,5', rate, 'Write decimals with a point: 1.5.'],
  ['1.200.000', amount, 'Write thousands with commas: 1,200,000.'],
  ['1.200.000,50', amount, 'Write thousands with commas: 1,200,000.50.'],
  ['1,20,000', amount, '“1,20,000” is not a number. Write it like 250,000, 250k or 1.2 M.'],
  ['US$250,000', amount, 'This amount is in HK$; convert US$ to HK$ first.'],
  ['$5', rate, 'This is not an amount of money; leave the currency out.'],
  ['12 %', amount, 'This is not a percentage; write a number such as 250,000.'],
  ['-1', amount, 'It must be at least HK$0.'],
  ['120', share, 'It must be at most 100\u00a0%.'],
  ['1 in 0', rate, 'This number is too large to compute with.'],
  ['1e400', amount, 'This number is too large to compute with.'],
  [
    '250 per month',
    amount,
    '“250 per month” is not a number. Write it like 250,000, 250k or 1.2 M.',
  ],
])('readNumber says what is wrong with %j', (text, wanted, problem) => {
  expect(readNumber(text, wanted)).toEqual({ problem });
});

test('readNumber reads what writeNumber wrote, to four digits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e13, max: 1e13, noNaN: true }),
      fc.constantFrom(
        free,
        { ...amount, lowest: -Infinity },
        { ...share, lowest: -1e14, highest: 1e14 },
      ),
      (given, wanted) => {
        const value = Math.abs(given) < 1e-9 ? 0 : given;
        const { size } = unitWords(wanted.unit, wanted.currency);
        const read = readNumber(writeNumber(value / size), wanted);
        expect(read).toHaveProperty('value');
        if ('value' in read)
          expect(Math.abs(read.value - value)).toBeLessThanOrEqual(5.1e-4 * Math.abs(value));
      },
    ),
  );
});

test('readNumber never throws, and gives a number within the limits or a problem', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(amount, share, rate),
      (text, wanted) => {
        const read = readNumber(text, wanted);
        if ('problem' in read) expect(read.problem).not.toBe('');
        else {
          expect(read.value).toBeGreaterThanOrEqual(wanted.lowest);
          expect(read.value).toBeLessThanOrEqual(wanted.highest);
        }
      },
    ),
  );
});
