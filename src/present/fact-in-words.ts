import type { LawResult } from '../schema/law-result.ts';
import { formatNumber } from './format-number.ts';
import { rangeInWords } from './law-in-words.ts';

/** What a name of the law comes to, in words. */
export function factInWords(value: LawResult['facts'][string], unit: string): string {
  if (typeof value === 'object') {
    if (!('from' in value)) return 'not known';
    return rangeInWords(value, (each) => factInWords(each, unit));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const digits = Number.isInteger(value) ? 0 : 3;
  return `${formatNumber(value, digits)}${/^(yes-no|number|share|word|)$/.test(unit) ? '' : ` ${unit}`}`;
}
