import { decimalsFor } from './decimals.ts';

/** The currency that amounts are shown in. Amounts themselves are HK$ throughout. */
export interface ShownCurrency {
  /** ISO code. */
  readonly code: string;
  /** HK$ for one unit of it. */
  readonly rate: number;
}

export const hongKongDollars: ShownCurrency = { code: 'HKD', rate: 1 };

const symbols: Readonly<Record<string, string>> = { HKD: 'HK$', CNY: 'CN¥', USD: 'US$', EUR: '€' };

interface Scale {
  readonly size: number;
  readonly suffix: string;
}

/** Millions from a million up, thousands below. */
function scaleOf(amount: number): Scale {
  return Math.abs(amount) >= 999_500 ? { size: 1e6, suffix: ' M' } : { size: 1e3, suffix: ' k' };
}

const minus = '\u2212';

/**
 * An amount with its currency, such as HK$6.80 M: at most two decimals in millions, none in
 * thousands, and never more digits than its standard error allows.
 */
export function formatMoney(hkd: number, options: { readonly currency?: ShownCurrency; readonly error?: number } = {}): string {
  const { code, rate } = options.currency ?? hongKongDollars;
  const amount = hkd / rate;
  if (amount === 0) return `${symbols[code] ?? code}0`;
  const { size, suffix } = scaleOf(amount);
  const error = options.error === undefined ? undefined : options.error / rate / size;
  return signed(amount, amount / size, decimalsFor(error, size === 1e6 ? 2 : 0), code) + suffix;
}

/** A range of two effective digits, such as HK$3.4 M to HK$10.6 M; both ends are written out, so that a minus sign is never misread. */
export function formatMoneyRange(lowHkd: number, highHkd: number, currency: ShownCurrency = hongKongDollars): string {
  const scale = scaleOf(Math.max(Math.abs(lowHkd), Math.abs(highHkd)) / currency.rate);
  const [low, high] = [lowHkd, highHkd].map((hkd) => {
    const value = hkd / currency.rate / scale.size;
    const decimals = scale.size === 1e6 ? 1 : 0;
    return Number(value.toFixed(decimals)) === 0 ? `${symbols[currency.code] ?? currency.code}0` : signed(value, value, decimals, currency.code) + scale.suffix;
  });
  return low === high ? `about ${low}` : `${low} to ${high}`;
}

function signed(amount: number, value: number, decimals: number, code: string): string {
  const number = new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Math.abs(value));
  return `${amount < 0 ? minus : ''}${symbols[code] ?? `${code} `}${number}`;
}
