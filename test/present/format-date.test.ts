import { expect, test } from 'vitest';
import { formatDate } from '../../src/present/format-date.ts';

test.each([
  ['2021-11-01', '1 November 2021'],
  ['1996-12-20', '20 December 1996'],
  ['2026', '2026'],
  ['soon', 'soon'],
])('formatDate writes %s as %s', (iso, expected) => {
  expect(formatDate(iso)).toBe(expected);
});
