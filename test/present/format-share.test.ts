import { expect, test } from 'vitest';
import { formatPercent, formatRatio, ofHundred } from '../../src/present/format-share.ts';

test.each([
  [0, '0 of 100'],
  [0.004, 'fewer than 1 of 100'],
  [0.01, '1 of 100'],
  [0.83361, '83 of 100'],
  [0.99, '99 of 100'],
  [0.9999, 'more than 99 of 100'],
  [1, '100 of 100'],
])('ofHundred(%d) is %s', (share, text) => {
  expect(ofHundred(share)).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.004, 'below 1 %'],
  [0.15, '15 %'],
  [0.9999, 'above 99 %'],
])('formatPercent(%d) is %s', (share, text) => {
  expect(formatPercent(share)).toBe(text);
});

test('formatRatio shows a return as a percentage, losses with a minus sign', () => {
  expect(formatRatio(4.181, 0.002)).toBe('418 %');
  expect(formatRatio(-1.36)).toBe('\u2212136 %');
  expect(formatRatio(12.345)).toBe('1,235 %');
});

test('formatRatio rounds to ten percent where the error is larger than five', () => {
  expect(formatRatio(4.181, 0.06)).toBe('420 %');
});
