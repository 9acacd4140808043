import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPercents, ofHundreds } from '../../src/present/format-share.ts';

test.each([
  [[0.485, 0.485, 0.03], '48.5 % + 48.5 % + 3.0 %'],
  [[0.5, 0.3, 0.2], '50 % + 30 % + 20 %'],
  [[1 / 3, 1 / 3, 1 / 3], '33.3 % + 33.3 % + 33.3 %'],
  [[0.425, 0.425, 0.15], '42.5 % + 42.5 % + 15.0 %'],
  [[0.2045, 0.3055, 0.49], '20 % + 31 % + 49 %'],
  [[0.504, 0.495, 0.001], '50 % + 50 % + below 1 %'],
  [[0.99999, 0.00001, 0], 'above 99 % + below 1 % + 0 %'],
  [[1, 0, 0], '100 % + 0 % + 0 %'],
])('%j adds up to 100 as %s', (shares, text) => {
  expect(formatPercents(shares).join(' + ').replaceAll('\u00a0', ' ')).toBe(text);
});

test('chances of which none must come true are told one by one', () => {
  expect(ofHundreds([0.485, 0.485])).toEqual(['49 of 100', '49 of 100']);
});

test('whatever the chances, they are told to within half of their last digit, and add up where they are whole', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(weights, (each) => {
      const sum = each.reduce((a, b) => a + b, 0);
      const shares = each.map((weight) => weight / sum);
      const texts = ofHundreds(shares);
      const areWhole = texts.every((text) => !text.includes('.'));
      const told = texts.map((text) => Number(text.replace(' of 100', '')));
      for (const [index, number] of told.entries()) {
        if (Number.isNaN(number)) continue;
        const distance = Math.abs(number - 100 * (shares[index] ?? NaN));
        expect(distance).toBeLessThan(areWhole ? 0.5 + 1e-9 : 0.05 + 1e-9);
      }
      if (areWhole && !told.some(Number.isNaN)) expect(told.reduce((a, b) => a + b, 0)).toBe(100);
    }),
    { seed: 5, numRuns: 500 },
  );
});
