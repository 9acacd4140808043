import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import { postureName } from './posture-name.ts';
import { formatNumber } from './format-number.ts';
import { formatQuantity } from './format-quantity.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** An input and what of it would change the answer, in words. */
export interface SwitchingRow {
  readonly input: string;
  readonly label: string;
  /** Such as `HK$300 k a year`. */
  readonly now: string;
  /** Such as `HK$870 k a year or more`. */
  readonly changed: string;
  /** Such as `2.9 times as much`. */
  readonly times: string;
  /** The posture that costs least then. */
  readonly best: string;
}

/** The inputs that would change which posture costs least on average, the nearest to it first. */
export function switchingRows(
  result: Result,
  values: readonly SwitchingValue[],
  currency: ShownCurrency,
): readonly SwitchingRow[] {
  return values
    .flatMap((value) => {
      const { base, best, factor, input: id } = value;
      const input = result.inputs[id];
      if (factor === null || best === null || input === undefined) return [];
      const show = (amount: number) => formatQuantity(amount, input.unit, currency);
      return [
        {
          distance: Math.max(factor, 1 / Math.max(factor, 0.01)),
          input: id,
          label: input.label,
          now: show(base),
          changed: `${show(base * factor)} or ${factor < 1 ? 'less' : 'more'}`,
          times:
            factor < 1
              ? `${formatNumber(100 * (1 - factor), 0)} % less`
              : factor < 2
                ? `${formatNumber(100 * (factor - 1), 0)} % more`
                : `${formatNumber(factor, 1)} times as much`,
          best: postureName(result, best),
        },
      ];
    })
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ distance: _distance, ...row }) => row);
}

/** What would change the answer, as a sentence beside it. */
export function switchingSentence(
  result: Result,
  values: readonly SwitchingValue[],
  currency: ShownCurrency,
): string {
  const { among, because, option } = result.answer;
  // While no option can be named, nothing is said of what would change it.
  if (option === null) return '';
  // Of several lawful options another one may win; of a single one only what is not lawful could.
  const isAlone = because === 'only-lawful';
  const { against, of } = result.lead;
  // Where what is not lawful costs less already, only the lawful one is news.
  const isBeaten = isAlone && of === option && Object.values(against).some(({ mean }) => mean < 0);
  const counted = values.filter(({ best }) =>
    isBeaten ? best === option : isAlone || best === null || among.includes(best),
  );
  const rows = switchingRows(result, counted, currency).slice(0, mostInSentence);
  const what = isBeaten
    ? `make ${postureName(result, option)} the cheapest of all on average`
    : isAlone
      ? 'make an option that leaves out a law cheaper on average'
      : 'change which posture costs least on average';
  if (rows.length === 0)
    return `No single figure, changed alone within its sensible range, would ${what}.`;
  const each = rows.map(
    ({ changed, label, now }) => `\u201c${label}\u201d at ${changed} (now ${now})`,
  );
  const last = each.pop() ?? '';
  const all = each.length === 0 ? last : `${each.join(', ')}, or ${last}`;
  const one = rows.length === 1 ? 'This alone' : 'Any one of these';
  const then = isBeaten
    ? what
    : isAlone
      ? `${what}, and no more lawful`
      : 'make another posture cheapest on average';
  return `${one} would ${then}: ${all}.`;
}

/** More would be a list, which stands further down. */
const mostInSentence = 3;
