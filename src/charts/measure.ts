import { nice, ticks } from 'd3-array';
import type { ScaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import type { GroupMark, Mark } from './scene.ts';

/** What a horizontal axis counts in: its round ends, its numbers, and its values in words. */
export interface Measure {
  /** What stands under the claim, such as `HK$ million`. */
  readonly words: string;
  readonly nice: (ends: readonly [number, number]) => readonly [number, number];
  readonly show: (value: number) => string;
  readonly axis: (at: AxisPlace) => GroupMark;
}

export interface AxisPlace {
  readonly x: ScaleLinear<number, number>;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room that an axis and its numbers take. */
export const axisHeight = moneyAxisHeight;

/** Amounts of money that are read together. */
export function moneyMeasure(ends: readonly number[], currency: ShownCurrency): Measure {
  const scale = moneyScale(ends, currency);
  return {
    words: scale.words,
    nice: ([low, high]) => niceMoney([low, high], currency),
    show: (hkd) => formatMoney(hkd, { currency, scale, error: scale.size / 50 }),
    axis: (at) => moneyAxis({ ...at, currency }),
  };
}

/** Chances and shares, from 0 to 1, as parts of a hundred; `words` say of which hundred. */
export function shareMeasure(words: string, show: (share: number) => string = ofHundred): Measure {
  return {
    words,
    nice: ([low, high]) => {
      const [from, to] = nice(low, high, 10);
      return [Math.max(0, from), Math.min(1, Math.max(to, from + 0.01))];
    },
    show,
    axis: ({ bottom, top, width, x }) => {
      const [low = 0, high = 1] = x.domain();
      const steps = ticks(100 * low, 100 * high, Math.max(2, Math.min(10, Math.round(width / 80))));
      const decimals = (steps[1] ?? 1) - (steps[0] ?? 0) < 1 ? 1 : 0;
      return {
        kind: 'group',
        name: 'axis',
        marks: steps.flatMap((step): Mark[] => {
          const at = Math.round(x(step / 100));
          return [
            { kind: 'rule', x1: at, y1: top, x2: at, y2: bottom, role: 'grid' },
            {
              kind: 'text',
              x: Math.min(at, width - 12),
              y: bottom + 18,
              text: formatNumber(step, decimals),
              anchor: at < 20 ? 'start' : at > width - 24 ? 'end' : 'middle',
              role: 'label',
            },
          ];
        }),
      };
    },
  };
}
