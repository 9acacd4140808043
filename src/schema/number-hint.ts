import { numberText, readingsInEnglish } from './number-text.ts';

/**
 * What to write in JSON for a number that stands in quotes: `write 0.27 without quotes`; '' where the
 * text is none. Every number that can have been meant is named, and no other.
 */
export function numberHint(text: string): string {
  const number = numberText(text);
  // Of an amount in a currency it is not known here which one is wanted.
  if (number !== null && number.currency === null) {
    const size = number.isPercent ? 0.01 : 1;
    const values = readingsInEnglish(number).map(({ value }) =>
      Number((value * size).toPrecision(15)),
    );
    if (values.every(Number.isFinite)) return `write ${values.join(' or ')} without quotes`;
  }
  return /^[\s\d.,'’+-]*\d[\s\d.,'’+-]*$/.test(text)
    ? 'write it without quotes, with a decimal point and nothing between thousands'
    : '';
}
