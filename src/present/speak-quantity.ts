import { shortNumber } from './short-number.ts';
import { unitWords } from './unit-words.ts';

/** A value of an input with its unit, as it is read aloud: HK$4.5 million a year, 27 %, 1.1 a year. */
export function speakQuantity(value: number, unit: string, currency: string | null): string {
  const { after, before, size, words } = unitWords(unit, currency);
  const { counted, digits } = shortNumber(Number((value / size).toPrecision(12)));
  const [sign, amount] = digits.startsWith('\u2212') ? ['\u2212', digits.slice(1)] : ['', digits];
  // The currency stands before the number, and only its rate is left to say.
  const rate = before === '' ? words : words.slice(before.length).trim();
  return [`${sign}${before}${amount}`, counted, after, rate]
    .filter((part) => part !== '')
    .join('\u00a0');
}
