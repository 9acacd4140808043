import { describe, expect, test } from 'vitest';
import { knowingInWords, withoutRangeInWords } from '../../src/present/knowing-in-words.ts';

const money = (hkd: number) => `HK$${Math.round(hkd)}`;

/** What is said where all inputs are worth between two bounds, beside everything at 200. */
const said = (value: number, upper: number, error = 1, more: object = {}) =>
  knowingInWords(
    {
      everything: { value: 200, error: 1 },
      groups: [
        {
          id: 'all-inputs',
          label: 'All',
          inputs: ['a'],
          shares: {},
          information: { value, error, upper },
        },
      ],
      ...more,
    },
    money,
  );

describe('what is luck is said only as far as it is known', () => {
  test('the rest is luck where the bounds of what inputs tell are near each other', () => {
    expect(said(60, 70)).toBe(
      'To know all that will happen before choosing would be worth HK$200 on average (EVPI); to know all uncertain inputs, at least HK$60, at most HK$70. The rest is luck, which nobody can find out.',
    );
    expect(said(0, 1, 2)).toContain(
      '; to know all uncertain inputs, at most HK$1. The rest is luck',
    );
  });

  test('at least a part is luck where they are apart', () => {
    const words = said(60, 150);
    expect(words).toContain('At least HK$50 is luck');
    expect(words).toContain('whether more of it is, these futures do not tell');
  });

  test('nothing is said to be luck where inputs may be worth all of it', () => {
    const words = said(60, 201);
    expect(words).not.toContain('at most');
    expect(words).toContain('How much of the rest is luck, these futures do not tell.');
    expect(words).not.toContain('nobody can find out');
  });

  test('a value within its error is none', () => {
    expect(said(1, 201)).toContain(
      'to know all uncertain inputs, nothing that can be told from zero.',
    );
  });

  test('there is no luck where inputs are all that is uncertain', () => {
    const words = said(200, 202);
    expect(words).toContain('Nothing but inputs is uncertain here');
    expect(words).not.toContain('luck');
  });

  test('all is luck where no uncertain input has a part in a cost', () => {
    expect(said(0, 0, 0, { groups: [] })).toContain('all of that is luck');
  });

  test('nothing is made of nothing', () => {
    expect(said(0, 1, 1, { everything: { value: 1, error: 1 } })).toBe(
      'To know all that will happen before choosing would be worth nothing that can be told from zero.',
    );
  });
});

test('an input without a range is not one that does not matter', () => {
  expect(withoutRangeInWords({ certain: [] })).toBeNull();
  expect(withoutRangeInWords({ certain: ['a'] })).toBe(
    'One input has no range given: what it would be worth to know it better is not told.',
  );
  expect(withoutRangeInWords({ certain: ['a', 'b'] })).toMatch(/^2 inputs have no range given/);
});
