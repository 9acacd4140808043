import type { Company } from '../schema/company.ts';
import type { Result } from '../schema/result.ts';

/** A company's yearly turnover in HK$; null where it does not say, or in a currency without a rate. */
export function turnoverOf(
  company: Company | null,
  currency: string,
  { manifest }: Pick<Result, 'manifest'>,
): number | null {
  const turnover = company?.turnover;
  if (turnover === undefined) return null;
  const rate = currency === 'HKD' ? 1 : manifest.exchangeRates[currency];
  return rate === undefined ? null : turnover * rate;
}
