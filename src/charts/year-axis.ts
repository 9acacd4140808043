import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { GroupMark, Mark } from './scene.ts';

export interface YearAxisOptions {
  readonly x: (year: number) => number;
  readonly y: { (hkd: number): number; ticks(count: number): number[] };
  readonly years: number;
  readonly bottom: number;
  readonly width: number;
  readonly currency: ShownCurrency;
}

/** Amounts on the left, years below. */
export function yearAxis({ x, y, years, bottom, width, currency }: YearAxisOptions): GroupMark {
  const ticks = y.ticks(5);
  const scale = moneyScale(ticks, currency);
  const decimals = ticks.every((tick) => Number.isInteger(tick / scale.size)) ? 0 : 1;
  const isTight = (width - 40) / years < 64;
  const step = Math.max(1, Math.ceil((years * 24) / Math.max(1, width - 40)));
  return {
    kind: 'group',
    name: 'axis',
    marks: [
      ...ticks.flatMap((tick): Mark[] => {
        const at = Math.round(y(tick));
        return [
          { kind: 'rule', x1: 40, y1: at, x2: width, y2: at, role: 'grid' },
          {
            kind: 'text',
            x: 32,
            y: at + 4,
            text: formatNumber(tick / scale.size, decimals),
            anchor: 'end',
            role: 'label',
          },
        ];
      }),
      ...Array.from({ length: years + 1 }, (_, year) => year)
        .filter((year) => year % step === 0)
        .map((year): Mark => ({
          kind: 'text',
          x: Math.round(x(year)),
          y: bottom + 20,
          text: year === 0 ? 'start' : isTight && year < years ? `${year}` : `year ${year}`,
          anchor: year === 0 ? 'start' : year === years ? 'end' : 'middle',
          role: 'label',
        })),
    ],
  };
}
