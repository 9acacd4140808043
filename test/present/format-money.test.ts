import { expect, test } from 'vitest';
import { formatMoney, formatMoneyRange } from '../../src/present/format-money.ts';
import { moneyScale } from '../../src/present/money-scale.ts';

/** Without the space that keeps a number and its unit on one line. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [6_800_000, 'HK$6.80 M'],
  [12_345_678, 'HK$12.35 M'],
  [1_234_567_890, 'HK$1,234.57 M'],
  [999_499, 'HK$999 k'],
  [999_500, 'HK$1.00 M'],
  [250_000, 'HK$250 k'],
  [9_999, 'HK$9,999'],
  [-12, '\u2212HK$12'],
  [0.4, 'HK$0'],
  [0, 'HK$0'],
  [-226_000, '\u2212HK$226 k'],
  [-2_660_000, '\u2212HK$2.66 M'],
])('formatMoney(%d) is %s', (hkd, text) => {
  expect(plain(formatMoney(hkd))).toBe(text);
});

test.each([
  [2_000, 'HK$6.79 M'],
  [13_000, 'HK$6.8 M'],
  [200_000, 'HK$7 M'],
])('formatMoney shows no digit that an error of %d moves', (error, text) => {
  expect(plain(formatMoney(6_789_123, { error }))).toBe(text);
});

test('formatMoney counts in the unit that it is given', () => {
  expect(plain(formatMoney(226_000, { scale: moneyScale([6e6]) }))).toBe('HK$0.23 M');
});

test('formatMoney shows other currencies at their rate', () => {
  expect(plain(formatMoney(7_800_000, { currency: { code: 'USD', rate: 7.8 } }))).toBe('US$1.00 M');
  expect(plain(formatMoney(3_000_000, { currency: { code: 'SGD', rate: 6 } }))).toBe('SGD 500 k');
});

test.each([
  [3_412_000, 10_588_000, 'HK$3.4 M to HK$10.6 M'],
  [3_412_000, 3_618_000, 'HK$3.41 M to HK$3.62 M'],
  [12_300_000, 45_600_000, 'HK$12 M to HK$46 M'],
  [-226_031, 6_329_569, '\u2212HK$0.2 M to HK$6.3 M'],
  [-3_400_000, -1_200_000, '\u2212HK$3.4 M to \u2212HK$1.2 M'],
  [-4_000, 6_300_000, 'HK$0 to HK$6.3 M'],
  [120_000, 340_000, 'HK$120 k to HK$340 k'],
  [3_000_000, 3_000_000, 'about HK$3.00 M'],
])('formatMoneyRange(%d, %d) is %s', (low, high, text) => {
  expect(plain(formatMoneyRange(low, high))).toBe(text);
});
