/** The currency that amounts are shown in. Amounts themselves are HK$ throughout. */
export interface ShownCurrency {
  /** ISO code. */
  readonly code: string;
  /** HK$ for one unit of it. */
  readonly rate: number;
}

export const hongKongDollars: ShownCurrency = { code: 'HKD', rate: 1 };
