/** The mark before decimals. */
export type DecimalMark = '.' | ',';

/** One way to read digits, and the mark that makes it so; null where no mark is needed for it. */
export interface NumberReading {
  readonly value: number;
  readonly mark: DecimalMark | null;
}

/** A number as people of any country write it, taken apart. */
export interface NumberText {
  /** One, or several where it cannot be told which is meant: 24.000 is 24,000 or 24. */
  readonly readings: readonly NumberReading[];
  /** What is written for a currency, in small letters; null where none is. */
  readonly currency: string | null;
  /** Whether a word such as million, k or 万 says what it is counted in. */
  readonly isCounted: boolean;
  /** Whether a percent sign stands there; the readings are as the digits say. */
  readonly isPercent: boolean;
}

const counts: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  千: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  百萬: 1e6,
  千万: 1e7,
  千萬: 1e7,
  亿: 1e8,
  億: 1e8,
};

/** What people write for a currency; null for a sign or word that many currencies share. */
export const currencyWords: Readonly<Record<string, string | null>> = {
  hk$: 'HKD',
  hkd: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  港元: 'HKD',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  'cn¥': 'CNY',
  cny: 'CNY',
  rmb: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  $: null,
  '¥': null,
  元: null,
};

const oneOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace('$', String.raw`\$`))
    .join('|');

const whole = new RegExp(
  `^(?<sign>-)?(?<before>${oneOf(currencyWords)})? ?(?<minus>-)?(?<digits>\\d[\\d.,' ]*|[.,]\\d+)(?<exponent>e[+-]?\\d+)? ?(?<count>${oneOf(counts)})? ?(?<percent>%|percent)? ?(?<after>${oneOf(currencyWords)})?$`,
);

/** Small letters and plain characters for what input methods and spreadsheets make of them. */
export function plainNumberText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('。', '.')
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Takes a number apart that is written as people of any country write it; null where it is none. */
export function numberText(text: string): NumberText | null {
  const parts = whole.exec(plainNumberText(text))?.groups;
  if (parts === undefined) return null;
  const { after, before, count, digits = '', exponent, minus, percent, sign } = parts;
  const size = counts[count ?? ''] ?? 1;
  const isNegative = sign !== undefined || minus !== undefined;
  const readings = readingsOf(digits.trim(), exponent ?? '').map(({ mark, value }) => ({
    mark,
    // Not 1199999.9999999998 for 1.2 million.
    value: Number(((isNegative ? -1 : 1) * value * size).toPrecision(15)),
  }));
  if (readings.length === 0) return null;
  return {
    readings,
    currency: before ?? after ?? null,
    isCounted: count !== undefined,
    isPercent: percent !== undefined,
  };
}

/** Every number that digits can mean; the decimal point comes first, as it is written here. */
function readingsOf(digits: string, exponent: string): readonly NumberReading[] {
  const bare = withoutPlainGroups(digits);
  if (exponent !== '')
    return /^\d+(?:[.,]\d+)?$/.test(bare)
      ? [{ value: Number(`${bare.replace(',', '.')}${exponent}`), mark: null }]
      : [];
  if (/^\d+$/.test(bare)) return [{ value: Number(bare), mark: null }];
  const readings: NumberReading[] = [];
  if (/^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d*)?$/.test(bare))
    readings.push({ value: Number(bare.replaceAll(',', '')), mark: '.' });
  if (/^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)?(?:,\d+)?$/.test(bare))
    readings.push({ value: Number(bare.replaceAll('.', '').replace(',', '.')), mark: ',' });
  // Either a decimal comma, or a digit was left out of the thousands.
  if (/^[1-9]\d{0,2},00$/.test(bare))
    readings.push({ value: Number(bare.replace(',', '')), mark: null });
  return readings;
}

/** Spaces and apostrophes only ever part thousands. */
function withoutPlainGroups(digits: string): string {
  const groups = /^[1-9]\d{0,2}([ '])\d{3}(?:\1\d{3})*(?=[.,]|$)/.exec(digits);
  if (groups === null) return digits;
  return groups[0].replaceAll(/[ ']/g, '') + digits.slice(groups[0].length);
}

/** The reading that goes with a decimal mark, or the only one; null where it cannot be told. */
export function readingBy(
  { readings }: NumberText,
  mark: DecimalMark | null,
): NumberReading | null {
  const [first, ...others] = readings;
  if (first !== undefined && others.length === 0) return first;
  return readings.find((reading) => reading.mark !== null && reading.mark === mark) ?? null;
}

/** What is left where commas between groups of three part thousands, as in fields and files of ours. */
export function readingsInEnglish({ readings }: NumberText): readonly NumberReading[] {
  const [first, second] = readings;
  const isGrouped =
    first !== undefined &&
    second !== undefined &&
    second.mark !== null &&
    Math.abs(first.value) > Math.abs(second.value);
  return isGrouped ? [first] : readings;
}

/** The decimal mark that a number gives away, as it can be read in one way only; null for any other. */
export function markOf({ readings }: NumberText): DecimalMark | null {
  const [first, ...others] = readings;
  return others.length === 0 ? (first?.mark ?? null) : null;
}
