import { currencyWords, numberText, readingsInEnglish } from '../schema/number-text.ts';
import type { NumberReading, NumberText } from '../schema/number-text.ts';
import { formatNumber } from './format-number.ts';
import { rateText } from './rate-text.ts';
import { unitWords } from './unit-words.ts';
import { writeNumber } from './write-number.ts';

/** What a field takes. */
export interface WantedNumber {
  /** Such as `HKD/year` or `share`. */
  readonly unit: string;
  /** The currency of amounts; null where there is no money. */
  readonly currency: string | null;
  readonly lowest: number;
  readonly highest: number;
  /** Whether it counts people or things, so that it has no decimals. */
  readonly isWhole?: boolean;
}

/** The number that was meant, or what is wrong with it and what would be right. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

const oneIn = /^(?<of>[\d.]+)(?:\/|in|of|every)(?<all>[\d.]+)(?:years?)?$/;

/**
 * Reads a number as people of any country write it: 250k, 1.2 M, HK$250,000, 25萬, 12 %, 1 in 5, and
 * once every 3 years where a rate is wanted. In a field for a share a bare number is a percentage, as
 * the field shows it. Digits that can mean two numbers are asked about: 250.000 is no 250.
 */
export function readNumber(text: string, wanted: WantedNumber): ReadNumber {
  const words = unitWords(wanted.unit, wanted.currency);
  const rate = wanted.unit === '1/year' ? rateText(text) : null;
  if (rate !== null) return within(rate, wanted);
  const plain = withoutUnit(text, words.words);
  if (plain === '') return { problem: 'Enter a number.' };

  const share = oneIn.exec(plain.replaceAll(' ', ''))?.groups;
  if (share !== undefined) return within(Number(share['of']) / Number(share['all']), wanted);

  const number = numberText(plain);
  if (number === null) return { problem: notANumber(text) };
  if (number.currency !== null) {
    const problem = currencyProblem(number.currency, wanted);
    if (problem !== null) return { problem };
  }
  if (number.isPercent && words.size === 1 && wanted.unit !== '1')
    return { problem: `This is not a percentage; write a number such as ${example(wanted)}.` };
  const reading = readingFor(number, plain, wanted);
  if (reading === null) return { problem: askWhich(text, number) };
  const size = number.isPercent ? 0.01 : words.size;
  return within(Number((reading.value * size).toPrecision(15)), wanted);
}

/** Small letters, and without the words that stand around the field anyway. */
function withoutUnit(text: string, words: string): string {
  const small = text.toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const rate = / ?(?:(?:\/|per|a|each) ?(?:year|yr|week|person|month)s?|weeks?|people|times)$/;
  const own = words.toLowerCase();
  const shorter = own !== '' && small.endsWith(own) ? small.slice(0, -own.length).trim() : small;
  return /month/.test(shorter) ? shorter : shorter.replace(rate, '').replace(rate, '').trim();
}

/**
 * The number that was meant; null where it must be asked. A point before three digits is asked about
 * where nobody has thousandths, in amounts and counts, and where they would be three zeros.
 */
function readingFor(
  number: NumberText,
  plain: string,
  { currency, isWhole = false }: WantedNumber,
): NumberReading | null {
  const [first, second] = readingsInEnglish(number);
  if (first === undefined || second === undefined) return first ?? null;
  const hasThousandths = number.isCounted || (currency === null && !isWhole);
  return second.mark !== null && hasThousandths && !/\.000(?!\d)/.test(plain) ? first : null;
}

function askWhich(text: string, { readings }: NumberText): string {
  const values = readings.map(({ value }) => value).toSorted((a, b) => b - a);
  const written = values.map((value) => formatNumber(value, decimalsOf(value)));
  // As it can be read in one way only.
  const clear = written.map((each) => (/\.\d{3}$/.test(each) ? `${each}0` : each));
  return `\u201c${shown(text)}\u201d can be ${written.join(' or ')}. Write ${clear.join(' or ')}.`;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

function currencyProblem(named: string, wanted: WantedNumber): string | null {
  if (wanted.currency === null) return 'This is not an amount of money; leave the currency out.';
  const code = currencyWords[named] ?? wanted.currency;
  if (code === wanted.currency) return null;
  const { before } = unitWords(wanted.unit, wanted.currency);
  return `This amount is in ${before}; convert ${named.toUpperCase()} to ${before} first.`;
}

function within(value: number, wanted: WantedNumber): ReadNumber {
  if (!Number.isFinite(value)) return { problem: 'This number is too large to compute with.' };
  const { after, before, size } = unitWords(wanted.unit, wanted.currency);
  const show = (limit: number) =>
    `${before}${writeNumber(Number((limit / size).toPrecision(12)))}${after === '' ? '' : `\u00a0${after}`}`;
  if (value < wanted.lowest) return { problem: `It must be at least ${show(wanted.lowest)}.` };
  if (value > wanted.highest) return { problem: `It must be at most ${show(wanted.highest)}.` };
  return { value };
}

function notANumber(text: string): string {
  return `\u201c${shown(text)}\u201d is not a number. Write it like 250,000, 250k or 1.2 M.`;
}

function shown(text: string): string {
  return text.trim().length > 24 ? `${text.trim().slice(0, 24)}…` : text.trim();
}

function example({ currency: code }: WantedNumber): string {
  return code === null ? '0.2' : '250,000';
}
