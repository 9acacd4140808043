import { moneyScale } from './money-scale.ts';
import { rateInWords } from './rate-in-words.ts';

/** What a number in a field counts, in the words around the field. */
export interface UnitWords {
  /** Stands before the number: HK$. */
  readonly before: string;
  /** Stands after it: %. */
  readonly after: string;
  /** Stands beside the name of the input: `HK$ a year`, `weeks`; '' where the field says all. */
  readonly words: string;
  /** What the field's number is multiplied with: a hundredth where it is a percentage. */
  readonly size: number;
}

/** The words of a unit such as `HKD/year`. Money is in the given currency; null is for no money. */
export function unitWords(unit: string, currency: string | null): UnitWords {
  const [of = ''] = unit.split('/').map((word) => word.trim());
  const rate = rateInWords(unit);
  if (of === 'HKD') {
    const { symbol } = moneyScale([], { code: currency ?? 'HKD', rate: 1 });
    const before = symbol.trim();
    return { before, after: '', words: rate === '' ? '' : `${before} ${rate}`, size: 1 };
  }
  if (of === 'share') return { before: '', after: '%', words: rate, size: 0.01 };
  if (of === '1' || of === '') return { before: '', after: '', words: rate, size: 1 };
  return { before: '', after: '', words: rate === '' ? of : `${of} ${rate}`, size: 1 };
}
