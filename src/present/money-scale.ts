import { hongKongDollars } from './shown-currency.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** What amounts that are read together are counted in. */
export interface MoneyScale {
  readonly symbol: string;
  /** Empty for single units. */
  readonly suffix: 'M' | 'k' | '';
  /** HK$ for one of the unit. */
  readonly size: number;
  /** The most decimals that are worth showing. */
  readonly decimals: number;
  /** Such as `HK$ million`. */
  readonly words: string;
}

const symbols: Readonly<Record<string, string>> = { HKD: 'HK$', CNY: 'CN¥', USD: 'US$', EUR: '€' };

/** Millions where the largest amount comes to one, thousands from ten thousand up, else single units. */
export function moneyScale(
  amountsHkd: readonly number[],
  currency: ShownCurrency = hongKongDollars,
): MoneyScale {
  const symbol = symbols[currency.code] ?? `${currency.code} `;
  const largest = Math.max(0, ...amountsHkd.map((hkd) => Math.abs(hkd))) / currency.rate;
  const { rate } = currency;
  if (largest >= 999_500) {
    return { symbol, suffix: 'M', size: 1e6 * rate, decimals: 2, words: `${symbol} million` };
  }
  if (largest >= 9_999.5) {
    return { symbol, suffix: 'k', size: 1e3 * rate, decimals: 0, words: `${symbol} thousand` };
  }
  return { symbol, suffix: '', size: rate, decimals: 0, words: symbol.trim() };
}
