/** How money is shown in one table: in which currency and in thousands or millions of it. */
export interface MoneyScale {
  /** Such as `HK$ M`. */
  readonly name: string;
  /** HK$ for one of the unit. */
  readonly size: number;
  /** The most decimals that are worth showing. */
  readonly decimals: number;
}

const signs: Readonly<Record<string, string>> = { HKD: 'HK$', CNY: 'CN¥', USD: 'US$', EUR: '€' };

/** Millions where the largest amount reaches one, thousands from ten thousand up, else single units. */
export function moneyScale(largestHkd: number, currency: string, hkdPerUnit: number): MoneyScale {
  const sign = signs[currency] ?? currency;
  const largest = Math.abs(largestHkd) / hkdPerUnit;
  if (largest >= 1e6) return { name: `${sign} M`, size: 1e6 * hkdPerUnit, decimals: 2 };
  if (largest >= 1e4) return { name: `${sign} k`, size: 1e3 * hkdPerUnit, decimals: 1 };
  return { name: sign, size: hkdPerUnit, decimals: 2 };
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
  const decimals = amounts.map(({ error }) =>
    decimalsFor(error === undefined ? undefined : error / scale.size, scale.decimals),
  );
  const least = Math.min(scale.decimals, ...decimals);
  return amounts.map(({ hkd }) => number(hkd / scale.size, least));
}

/** How many decimals a figure has whose last digit its Monte Carlo error moves by at most one. */
function decimalsFor(error: number | undefined, most: number): number {
  if (error === undefined || !(error > 0)) return most;
  let decimals = 0;
  for (let unit = 0.1; decimals < most && error <= unit; unit /= 10) decimals++;
  return decimals;
}
