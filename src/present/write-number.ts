import { shortNumber } from './short-number.ts';

const letters = { '': '', million: '\u00a0M', billion: '\u00a0bn' } as const;

/** A number as a field shows it, and as `readNumber` reads it: 300,000 or 4.5 M. */
export function writeNumber(value: number): string {
  const { counted, digits } = shortNumber(value);
  return `${digits}${letters[counted]}`;
}
