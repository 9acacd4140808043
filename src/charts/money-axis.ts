import type { ScaleLinear } from 'd3-scale';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { moneyTicks } from './money-ticks.ts';
import type { MoneyTick } from './money-ticks.ts';
import type { GroupMark, Mark } from './scene.ts';
import { textWidth } from './text-look.ts';

export interface MoneyAxisOptions {
  readonly x: ScaleLinear<number, number>;
  readonly width: number;
  /** Grid lines run from here down to the axis. */
  readonly top: number;
  /** Where the axis is; numbers stand below it. */
  readonly bottom: number;
  readonly currency: ShownCurrency;
}

/** Room that an axis and its numbers take. */
export const moneyAxisHeight = 24;

/** As many as have room for their numbers. */
function ticksThatFit(
  domain: readonly [number, number],
  room: number,
  currency: ShownCurrency,
): readonly MoneyTick[] {
  const [low, high] = domain;
  for (let count = Math.max(2, Math.min(10, Math.round(room / 80))); count > 1; count--) {
    const ticks = moneyTicks(domain, count, currency);
    const [first, second] = ticks;
    if (first === undefined || second === undefined) return ticks;
    const apart = (room * (second.hkd - first.hkd)) / (high - low);
    const widest = Math.max(...ticks.map(({ text }) => textWidth(text, 'label')));
    if (apart > widest + 12) return ticks;
  }
  return moneyTicks(domain, 1, currency);
}

/** Grid lines and numbers of a horizontal axis of money, in the unit that the subtitle names. */
export function moneyAxis({ x, width, top, bottom, currency }: MoneyAxisOptions): GroupMark {
  const [low = 0, high = 1] = x.domain();
  const ticks = ticksThatFit([low, high], Math.abs(x(high) - x(low)), currency);
  const marks = ticks.flatMap(({ hkd, text }): Mark[] => {
    const at = Math.round(x(hkd));
    const half = textWidth(text, 'label') / 2;
    const anchor = at < half ? 'start' : at > width - half ? 'end' : 'middle';
    return [
      { kind: 'rule', x1: at, y1: top, x2: at, y2: bottom, role: 'grid' },
      {
        kind: 'text',
        x:
          anchor === 'start'
            ? Math.max(0, at - 6)
            : anchor === 'end'
              ? Math.min(width, at + 6)
              : at,
        y: bottom + 16,
        text,
        anchor,
        role: 'label',
      },
    ];
  });
  return { kind: 'group', name: 'axis', marks };
}
