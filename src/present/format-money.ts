import { decimalsFor } from './decimals-for.ts';
import { formatNumber } from './format-number.ts';
import { moneyScale } from './money-scale.ts';
import type { MoneyScale } from './money-scale.ts';
import { hongKongDollars } from './shown-currency.ts';
import type { ShownCurrency } from './shown-currency.ts';

/**
 * An amount with its currency, such as HK$6.80 M: at most two decimals in millions, none in
 * thousands, and never more digits than its standard error allows.
 */
export function formatMoney(
  hkd: number,
  options: {
    readonly currency?: ShownCurrency;
    readonly error?: number | undefined;
    /** The unit of amounts that it is read with; else its own. */
    readonly scale?: MoneyScale;
  } = {},
): string {
  const { currency = hongKongDollars, error, scale = moneyScale([hkd], currency) } = options;
  const decimals = decimalsFor(
    error === undefined ? undefined : error / scale.size,
    scale.decimals,
  );
  return withUnit(hkd / scale.size, decimals, scale.symbol, scale.suffix);
}

/**
 * A range such as HK$3.4 M to HK$10.6 M, to the two digits that tell its ends apart. Both ends are
 * written out: a joined form reads wrong as soon as one of them is negative.
 */
export function formatMoneyRange(
  lowHkd: number,
  highHkd: number,
  currency: ShownCurrency = hongKongDollars,
): string {
  const scale = moneyScale([lowHkd, highHkd], currency);
  const decimals = decimalsThatTellApart((highHkd - lowHkd) / scale.size, scale.decimals);
  const [low, high] = [lowHkd, highHkd].map((hkd) =>
    withUnit(hkd / scale.size, decimals, scale.symbol, scale.suffix),
  );
  return low === high ? `about ${low}` : `${low} to ${high}`;
}

/** Two digits of a difference: one decimal for 4.2, two for 0.42, none for 42. */
function decimalsThatTellApart(difference: number, most: number): number {
  return difference >= 10 ? 0 : difference >= 1 ? Math.min(1, most) : most;
}

function withUnit(value: number, decimals: number, symbol: string, suffix: string): string {
  const number = formatNumber(value, decimals);
  if (Number(value.toFixed(decimals)) === 0) return `${symbol}0`;
  const unit = suffix === '' ? '' : `\u00a0${suffix}`;
  return value < 0
    ? `${number.slice(0, 1)}${symbol}${number.slice(1)}${unit}`
    : `${symbol}${number}${unit}`;
}
