import { formatNumber } from './format-number.ts';

/** A number to as many digits as are read at a glance, with what it is counted in. */
export interface ShortNumber {
  readonly digits: string;
  readonly counted: '' | 'million' | 'billion';
}

/**
 * A number without digits that say nothing: 300,000 in full, 4.5 million, 1.107 and 0.005. Exact to
 * four digits; below a million whole numbers are exact.
 */
export function shortNumber(value: number): ShortNumber {
  const size = Math.abs(value);
  if (size >= 999_999.5 && size < 999_999_500)
    return { digits: fourDigits(value / 1e6), counted: 'million' };
  if (size >= 999_999_500) return { digits: fourDigits(value / 1e9), counted: 'billion' };
  return { digits: size >= 1000 ? formatNumber(value, 0) : fourDigits(value), counted: '' };
}

function fourDigits(value: number): string {
  const rounded = Number(value.toPrecision(4));
  let decimals = 0;
  while (decimals < 12 && Number(rounded.toFixed(decimals)) !== rounded) decimals++;
  return formatNumber(rounded, decimals);
}
