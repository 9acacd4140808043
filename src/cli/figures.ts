import { log } from '../numeric/elementary.ts';

/** How money is shown in one table: in which currency and in thousands or millions of it. */
export interface MoneyScale {
  /** Such as `HK$ M`. */
  readonly name: string;
  /** HK$ for one of the unit. */
  readonly size: number;
}

const signs: Readonly<Record<string, string>> = { HKD: 'HK$', CNY: 'CN¥', USD: 'US$', EUR: '€' };

/** Millions where the largest amount reaches one, else thousands. */
export function moneyScale(largestHkd: number, currency: string, hkdPerUnit: number): MoneyScale {
  const sign = signs[currency] ?? currency;
  const millions = largestHkd / hkdPerUnit >= 1e6;
  return { name: `${sign} ${millions ? 'M' : 'k'}`, size: hkdPerUnit * (millions ? 1e6 : 1e3) };
}

/** How many decimals a figure has whose last digit its Monte Carlo error moves by at most one. */
export function decimalsFor(error: number | undefined, most: number): number {
  if (error === undefined || error <= 0) return most;
  const digits = Math.floor(-log(error) / log(10));
  return Math.max(0, Math.min(most, digits));
}

/** A number with commas between thousands and a minus sign that lines up. */
export function number(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const negative = value < 0 && Number(text) !== 0;
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An amount in HK$ on a scale, to the digits that its error allows. */
export function money(hkd: number, scale: MoneyScale, error?: number): string {
  return moneyRow([{ hkd, error }], scale)[0] ?? '';
}

/** Amounts that are read together: all to the digits that the least certain of them allows. */
export function moneyRow(
  amounts: readonly { readonly hkd: number; readonly error: number | undefined }[],
  scale: MoneyScale,
): string[] {
  const most = scale.name.endsWith('M') ? 2 : 0;
  const decimals = amounts.map(({ error }) =>
    decimalsFor(error === undefined ? undefined : error / scale.size, most),
  );
  const least = Math.min(most, ...decimals);
  return amounts.map(({ hkd }) => number(hkd / scale.size, least));
}

/** A share as a percentage; what is nearly never or nearly always says so. */
export function percent(share: number, error?: number): string {
  if (share > 0 && share < 0.005) return '< 1 %';
  if (share < 1 && share > 0.995) return '> 99 %';
  return `${number(100 * share, decimalsFor(error === undefined ? undefined : 100 * error, 0))} %`;
}

/** A chance in words that people read well: `83 in 100`. */
export function inHundred(share: number): string {
  if (share > 0 && share < 0.005) return 'fewer than 1 in 100';
  if (share < 1 && share > 0.995) return 'more than 99 in 100';
  return `${Math.round(100 * share)} in 100`;
}
