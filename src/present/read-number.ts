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
}

/** The number that was meant, or what is wrong with it and what would be right. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

const counts: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};

/** What people write for a currency; a bare $ or ¥ is taken for the one that is wanted. */
const currencies: Readonly<Record<string, string>> = {
  hk$: 'HKD',
  hkd: 'HKD',
  us$: 'USD',
  usd: 'USD',
  'cn¥': 'CNY',
  cny: 'CNY',
  rmb: 'CNY',
  '€': 'EUR',
  eur: 'EUR',
};

const currency = /hk\$|us\$|cn¥|hkd|usd|cny|rmb|eur|€|\$|¥/;
const counted = /k|thousand|mn|mio|million|m|bn|billion|b|万|萬|亿|億/;
const amount = new RegExp(
  `^(?<sign>[-\u2212])?(?<before>${currency.source})?(?<minus>[-\u2212])?(?<digits>[\\d.,'’]+(?:e[+-]?\\d+)?)(?<count>${counted.source})?(?<percent>%|percent)?(?<after>${currency.source})?$`,
);
const oneIn = /^(?<of>[\d.]+)(?:\/|in|of|every)(?<all>[\d.]+)(?:years?)?$/;

/**
 * Reads a number as people write it: 250k, 1.2 M, HK$250,000, 12 %, 1 in 5. In a field for a share
 * a bare number is a percentage, as the field shows it.
 */
export function readNumber(text: string, wanted: WantedNumber): ReadNumber {
  const words = unitWords(wanted.unit, wanted.currency);
  const plain = withoutUnit(text, words.words);
  if (plain === '') return { problem: 'Enter a number.' };

  const share = oneIn.exec(plain)?.groups;
  if (share !== undefined) return within(Number(share['of']) / Number(share['all']), wanted);

  const parts = amount.exec(plain)?.groups;
  if (parts === undefined) return { problem: notANumber(text) };
  const digits = readDigits(parts['digits'] ?? '');
  if (typeof digits === 'string') return { problem: digits };
  const named = parts['before'] ?? parts['after'];
  if (named !== undefined) {
    const problem = currencyProblem(named, wanted);
    if (problem !== null) return { problem };
  }
  const isPercent = parts['percent'] !== undefined;
  if (isPercent && words.size === 1 && wanted.unit !== '1')
    return { problem: `This is not a percentage; write a number such as ${example(wanted)}.` };
  const size = isPercent ? 0.01 : words.size;
  const sign = (parts['sign'] ?? parts['minus']) === undefined ? 1 : -1;
  const value = sign * digits * (counts[parts['count'] ?? ''] ?? 1) * size;
  return within(Number(value.toPrecision(15)), wanted);
}

/** Small letters, no spaces, and without the words that stand around the field anyway. */
function withoutUnit(text: string, words: string): string {
  const small = text.toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  const rate = / ?(?:(?:\/|per|a|each) ?(?:year|yr|week|person|month)s?|weeks?|people|times)$/;
  const own = words.toLowerCase();
  const shorter = own !== '' && small.endsWith(own) ? small.slice(0, -own.length).trim() : small;
  const bare = /month/.test(shorter) ? shorter : shorter.replace(rate, '').replace(rate, '');
  return bare.replaceAll(' ', '');
}

/** Digits with commas between thousands and a point before decimals; else what to write instead. */
function readDigits(text: string): number | string {
  const plain = text.replaceAll(/['’]/g, ',');
  if (/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?(?:e[+-]?\d+)?$/.test(plain) || /^\.\d+$/.test(plain))
    return Number(plain.replaceAll(',', ''));
  const decimal = /^(\d+),(\d{1,2})$/.exec(plain);
  if (decimal !== null)
    return `Write decimals with a point: ${decimal[1] ?? ''}.${decimal[2] ?? ''}.`;
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain))
    return `Write thousands with commas: ${plain.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))}.`;
  return notANumber(text);
}

function currencyProblem(named: string, wanted: WantedNumber): string | null {
  if (wanted.currency === null) return 'This is not an amount of money; leave the currency out.';
  const code = currencies[named];
  if (code === undefined || code === wanted.currency) return null;
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
  const shown = text.trim().length > 24 ? `${text.trim().slice(0, 24)}…` : text.trim();
  return `\u201c${shown}\u201d is not a number. Write it like 250,000, 250k or 1.2 M.`;
}

function example({ currency: code }: WantedNumber): string {
  return code === null ? '0.2' : '250,000';
}
