import type { Sketch } from '../schema/briefing.ts';
import { formatMoneyRange } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { unitWords } from './unit-words.ts';

/** What an input says of its unit. */
interface Measure {
  readonly unit: string;
  readonly currency: string | null;
}

/** The range of 8 in 10 of a distribution: HK$470 k to HK$1.6 M, 7 % to 13 %. */
export function spreadInWords({ quantiles }: Sketch, { currency, unit }: Measure): string {
  const [low, high] = middleOfTen(quantiles);
  const { after, before, size } = unitWords(unit, currency);
  if (before !== '') return formatMoneyRange(low, high, { code: currency ?? 'HKD', rate: 1 });
  const [a, b] = [low / size, high / size];
  const decimals = decimalsThatTellApart(b - a);
  const text = (value: number) =>
    `${formatNumber(value, decimals)}${after === '' ? '' : `\u00a0${after}`}`;
  return text(a) === text(b) ? text(a) : `${text(a)} to ${text(b)}`;
}

/** The range of 8 in 10 of a multiplier, as less and more: 17 % less to 17 % more. */
export function multiplierInWords({ quantiles }: Sketch): string {
  return middleOfTen(quantiles)
    .map((factor) => {
      const off = formatNumber(Math.abs(100 * (factor - 1)), 0);
      return off === '0' ? 'no more' : `${off}\u00a0% ${factor < 1 ? 'less' : 'more'}`;
    })
    .join(' to ');
}

function middleOfTen(quantiles: readonly number[]): readonly [number, number] {
  const at = (index: number) => ((quantiles[index] ?? 0) + (quantiles[index + 1] ?? 0)) / 2;
  return [at(4), at(44)];
}

/** Two digits of a difference. */
function decimalsThatTellApart(difference: number): number {
  if (!(difference > 0)) return 2;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(difference))));
}
