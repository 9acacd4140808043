import { nice, ticks } from 'd3-array';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';

export interface MoneyTick {
  readonly hkd: number;
  /** In the unit that the subtitle names. */
  readonly text: string;
}

/** Amounts along an axis that are round in the currency that is shown, whatever they are in HK$. */
export function moneyTicks(
  [low, high]: readonly [number, number],
  count: number,
  currency: ShownCurrency,
): readonly MoneyTick[] {
  const { rate } = currency;
  const { size } = moneyScale([low, high], currency);
  const amounts = ticks(low / rate, high / rate, count);
  const step = (rate * ((amounts[1] ?? 0) - (amounts[0] ?? 0))) / size;
  const decimals = step > 0 ? Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) : 0;
  return amounts.map((amount) => ({
    hkd: amount * rate,
    text: formatNumber((amount * rate) / size, decimals),
  }));
}

/** Ends of an axis moved out to amounts that are round in the currency that is shown. */
export function niceMoney(
  [low, high]: readonly [number, number],
  currency: ShownCurrency,
  count = 10,
): [number, number] {
  const { rate } = currency;
  const [from, to] = nice(low / rate, high / rate, count);
  return [from * rate, to * rate];
}
