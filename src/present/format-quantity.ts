import { formatMoney } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { rateInWords } from './rate-in-words.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** A value of an input with its unit in words, to two or three digits: HK$300 k a year, 27 %, 1.1 a year. */
export function formatQuantity(value: number, unit: string, currency: ShownCurrency): string {
  const [of = ''] = unit.split('/').map((word) => word.trim());
  const rate = rateInWords(unit);
  const each = rate === '' ? '' : ` ${rate}`;
  if (of === 'HKD')
    return `${formatMoney(value, { currency, error: Math.abs(value) / 50 })}${each}`;
  if (unit === 'share') return `${significant(100 * value)} %`;
  if (of === '1' || of === '') return `${significant(value)}${each}`;
  return `${significant(value)} ${of}${each}`;
}

/** Two digits after those that stand before the point anyway. */
function significant(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3;
  return formatNumber(value, decimals);
}
