import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText } from '../../src/charts/fit-text.ts';
import { textWidth } from '../../src/charts/text-look.ts';
import { balancedText, wrapText } from '../../src/charts/wrap-text.ts';

test('wrapText breaks between words, and balancedText into lines of about the same length', () => {
  const text = 'Dual costs less than PIPL only in 88 of 100 futures, than PDPO only in 85';
  const width = textWidth(text, 'heading') - 20;
  expect(wrapText(text, 'heading', width)).toEqual([text.slice(0, -3), '85']);
  const [first = '', second = '', ...more] = balancedText(text, 'heading', width);
  expect(more).toEqual([]);
  expect(Math.abs(first.length - second.length)).toBeLessThan(12);
});

test('wrapText loses no word, and no line is wider than it may be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zA-Z0-9,.]{1,9}$/), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 120, max: 900 }),
      (words, width) => {
        for (const wrap of [wrapText, balancedText]) {
          const lines = wrap(words.join(' '), 'heading', width);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines)
            if (line.includes(' ')) expect(textWidth(line, 'heading')).toBeLessThanOrEqual(width);
        }
      },
    ),
  );
});

test('fitText shortens what is too long, and nothing else', () => {
  expect(fitText('Dual', 'strong', 100)).toBe('Dual');
  const short = fitText('Two separate programmes', 'strong', 100);
  expect(short).toMatch(/^Two separ.*\u2026$/);
  expect(textWidth(short, 'strong')).toBeLessThanOrEqual(100);
});
