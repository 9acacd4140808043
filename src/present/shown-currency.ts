import type { Result } from '../schema/result.ts';

/** The currency that amounts are shown in. Amounts themselves are HK$ throughout. */
export interface ShownCurrency {
  /** ISO code. */
  readonly code: string;
  /** HK$ for one unit of it. */
  readonly rate: number;
}

export const hongKongDollars: ShownCurrency = { code: 'HKD', rate: 1 };

/** The currency to show a result in: the one that is asked for if its rate is known, else the scenario's. */
export function shownCurrency({ manifest }: Result, wanted: string | null): ShownCurrency {
  const { currency, exchangeRates } = manifest;
  for (const code of [wanted?.toUpperCase() ?? '', currency]) {
    const rate = Object.hasOwn(exchangeRates, code) ? exchangeRates[code] : undefined;
    if (rate !== undefined) return { code, rate };
  }
  return hongKongDollars;
}
