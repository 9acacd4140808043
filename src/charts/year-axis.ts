import type { MoneyTick } from './money-ticks.ts';
import type { GroupMark, Mark } from './scene.ts';
import { textWidth } from './text-look.ts';

export interface YearAxisOptions {
  readonly x: (year: number) => number;
  readonly y: (hkd: number) => number;
  readonly years: number;
  readonly ticks: readonly MoneyTick[];
  /** Ends of the plot. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Amounts on the left, years below: each in words where there is room, else every so many by number. */
export function yearAxis({ x, y, years, ticks, left, right, bottom }: YearAxisOptions): GroupMark {
  const room = (right - left) / years;
  // The last name ends where the plot does, and must not reach the one before it.
  const isTight = room < 1.5 * textWidth(`year ${years}`, 'label') + 6;
  const step = isTight ? ([1, 2, 5, 10].find((each) => each * room >= 26) ?? 10) : 1;
  const first = step * room < 1.2 * textWidth('start', 'label') ? '0' : 'start';
  const isShown = (year: number) =>
    year === years || (year % step === 0 && (years - year) * room >= 26);
  return {
    kind: 'group',
    name: 'axis',
    marks: [
      ...ticks.flatMap(({ hkd, text }): Mark[] => {
        const at = Math.round(y(hkd));
        return [
          { kind: 'rule', x1: left, y1: at, x2: right, y2: at, role: 'grid' },
          { kind: 'text', x: left - 8, y: at + 4, text, anchor: 'end', role: 'label' },
        ];
      }),
      ...Array.from({ length: years + 1 }, (_, year) => year)
        .filter(isShown)
        .map((year): Mark => ({
          kind: 'text',
          x: Math.round(x(year)),
          y: bottom + 20,
          text: year === 0 ? first : isTight ? `${year}` : `year ${year}`,
          anchor: year === 0 ? 'start' : year === years ? 'end' : 'middle',
          role: 'label',
        })),
    ],
  };
}
