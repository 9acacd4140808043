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
const people: WantedNumber = {
  unit: '1',
  currency: null,
  lowest: 0,
  highest: 2e9,
  isWhole: true,
};
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
  ['２４０００', amount, 24_000],
  ['1.200.000', amount, 1_200_000],
  ['1.200.000,50', amount, 1_200_000.5],
  ['250.000,50', amount, 250_000.5],
  ['1,5', rate, 1.5],
  ['12,5 %', share, 0.125],
  ["1'250'000.50", amount, 1_250_000.5],
  ['250\u202f000', amount, 250_000],
  ['250‘000', amount, 250_000],
  ['2.4E+04', amount, 24_000],
  ['5。5', rate, 5.5],
  ['1．2m', amount, 1_200_000],
  ['港币25万', amount, 250_000],
  ['港幣25萬元', amount, 250_000],
  ['25万元', amount, 250_000],
  ['HK＄250，000', amount, 250_000],
  ['1.107 M', amount, 1_107_000],
  ['0.125', rate, 0.125],
  ['1.125', rate, 1.125],
  ['1 in 5 yrs', rate, 0.2],
  ['once every 3 years', rate, 0.333333333333333],
  ['once in 4 years', rate, 0.25],
  ['twice a year', rate, 2],
  ['every 2 years', rate, 0.5],
  ['1 per month', rate, 12],
  ['3 times per month', rate, 36],
  ['2/month', rate, 24],
  ['quarterly', rate, 4],
  ['每3年一次', rate, 0.333333333333333],
  ['每月2次', rate, 24],
])('readNumber reads %j', (text, wanted, value) => {
  expect(readNumber(text, wanted)).toEqual({ value });
});

test.each<[string, WantedNumber, string]>([
  ['', amount, 'Enter a number.'],
  ['  ', amount, 'Enter a number.'],
  ['a lot', amount, '“a lot” is not a number. Write it like 250,000, 250k or 1.2 M.'],
  // Digits that can mean two numbers are asked about: neither is a guess that one can make.
  ['250.000', amount, '“250.000” can be 250,000 or 250. Write 250,000 or 250.'],
  ['HK$1.250', amount, '“HK$1.250” can be 1,250 or 1.25. Write 1,250 or 1.25.'],
  ['1.108', amount, '“1.108” can be 1,108 or 1.108. Write 1,108 or 1.1080.'],
  ['24.000', people, '“24.000” can be 24,000 or 24. Write 24,000 or 24.'],
  ['24.000', rate, '“24.000” can be 24,000 or 24. Write 24,000 or 24.'],
  ['24,00', amount, '“24,00” can be 2,400 or 24. Write 2,400 or 24.'],
  ['人民币25万', amount, 'This amount is in HK$; convert 人民币 to HK$ first.'],
  [
    'once every 0 years',
    rate,
    '“once every 0 years” is not a number. Write it like 250,000, 250k or 1.2 M.',
  ],
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
      fc.oneof(
        fc.double({ min: -1e13, max: 1e13, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      ),
      fc.constantFrom(
        free,
        { ...amount, lowest: -Infinity },
        { ...share, lowest: -1e14, highest: 1e14 },
      ),
      (given, wanted) => {
        const value = Math.abs(given) < 1e-9 ? 0 : given;
        const { size } = unitWords(wanted.unit, wanted.currency);
        const written = writeNumber(value / size);
        const read = readNumber(written, wanted);
        // An amount to a tenth of a cent could also be some thousands, and is asked about.
        if (wanted.currency !== null && /^[-\u2212]?[1-9]\.\d{3}$/.test(written)) {
          expect(read).toEqual({ problem: expect.stringContaining(' can be ') as string });
          return;
        }
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
