import type { ScaleLinear } from 'd3-scale';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { GroupMark, Mark } from './scene.ts';

export interface MoneyAxisOptions {
  readonly x: ScaleLinear<number, number>;
  readonly width: number;
  /** Grid lines run from here down to the axis. */
  readonly top: number;
  /** Where the axis is; numbers stand below it. */
  readonly bottom: number;
  readonly currency: ShownCurrency;
}

/** Grid lines and numbers of a horizontal axis of money, in the unit that the subtitle names. */
export function moneyAxis({ x, width, top, bottom, currency }: MoneyAxisOptions): GroupMark {
  const scale = moneyScale(x.domain(), currency);
  const ticks = x.ticks(Math.max(3, Math.min(10, Math.round(width / 80))));
  const decimals = ticks.every((tick) => Number.isInteger(tick / scale.size)) ? 0 : 1;
  const marks = ticks.flatMap((tick): Mark[] => {
    const at = Math.round(x(tick));
    const anchor = at < 20 ? 'start' : at > width - 24 ? 'end' : 'middle';
    return [
      { kind: 'rule', x1: at, y1: top, x2: at, y2: bottom, role: 'grid' },
      {
        kind: 'text',
        x: anchor === 'start' ? at - 4 : anchor === 'end' ? at + 4 : at,
        y: bottom + 16,
        text: formatNumber(tick / scale.size, decimals),
        anchor,
        role: 'label',
      },
    ];
  });
  return { kind: 'group', name: 'axis', marks };
}
