import { scaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatPercent } from '../present/format-share.ts';
import { inYears } from '../present/in-years.ts';
import { moneyScale } from '../present/money-scale.ts';
import { roundToSum } from '../present/round-to-sum.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { categoryGroups } from './category-groups.ts';
import type { CategoryGroup } from './category-groups.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { postureMark, postureRole } from './posture-look.ts';
import type { Mark, PostureRole, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

/** A group's share of a bar, in whole steps of the shown precision: they add up as they are read. */
interface Part {
  readonly group: CategoryGroup;
  readonly units: number;
  /** Ends of its piece: from zero to the right, or to the left where it takes cost away. */
  readonly from: number;
  readonly to: number;
}

interface Bar {
  readonly label: string;
  readonly role: PostureRole;
  readonly total: number;
  readonly parts: readonly Part[];
}

const rowHeight = 62;
const barHeight = 28;

/** What each posture's mean cost is made of, as one stacked bar each on a common axis. */
export function costComponents(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const groups = categoryGroups(result);
  const costs = result.postures.flatMap(({ id, label }, index) => {
    const own = result.components[id];
    if (own === undefined) return [];
    const parts = groups.map(({ categories }) =>
      categories.reduce((sum, category) => sum + (own[category] ?? 0), 0),
    );
    return [{ label, role: postureRole(index), parts }];
  });
  if (costs.length === 0 || groups.length === 0) return null;
  const scale = moneyScale(
    costs.map(({ parts }) => parts.reduce((sum, hkd) => sum + hkd, 0)),
    currency,
  );
  const unit = scale.size / 10 ** scale.decimals;
  const bars = costs.map(({ label, parts, role }): Bar => {
    const rounded = roundToSum(parts, unit);
    return { label, role, total: rounded.total, parts: stack(groups, rounded.parts) };
  });
  const money = (units: number) => formatMoney(units * unit, { currency, scale });
  const number = (units: number) => formatNumber((units * unit) / scale.size, scale.decimals);
  const ends = bars.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const x = scaleLinear()
    .domain([Math.min(0, ...ends) * unit, Math.max(1, ...ends) * unit])
    .range([8, width - 16]);
  const key = drawKey(groups, width);
  const top = key.height + 8;
  const stops: Stop[] = [];
  const rows = bars.map((bar, series): Mark => {
    const y = top + series * rowHeight;
    const middle = y + 22 + barHeight / 2;
    const segments = bar.parts.map(({ from, group, to, units }): Mark => {
      const [left, right] = [x(from * unit), x(to * unit)];
      if (units !== 0) {
        const share =
          bar.total > 0 && units > 0
            ? `, ${formatPercent(units / bar.total)} of its mean cost`
            : '';
        const text = `${bar.label}, ${group.label}: ${money(units)}${share}`;
        stops.push({ x: (left + right) / 2, y: middle, series, text });
      }
      return segment(group, number(units), left, right, middle);
    });
    const name = fitText(`${bar.label}: ${number(bar.total)}`, 'strong', width - 34);
    return {
      kind: 'group',
      name: bar.label,
      marks: [
        postureMark(bar.role, 14, y + 10, 5.5),
        { kind: 'text', x: 26, y: y + 15, text: name, anchor: 'start', role: 'strong' },
        { kind: 'group', name: 'segments', marks: segments },
      ],
    };
  });
  const bottom = top + bars.length * rowHeight;
  return {
    width,
    height: bottom + moneyAxisHeight,
    title: claim(bars),
    subtitle: `Mean cost over ${inYears(result.manifest.years)} by category, ${scale.words}`,
    hint: 'Categories stand in the same order in every bar, from left to right as in the key.',
    description: [
      `Stacked ${bars.length === 1 ? 'bar of one posture' : `bars of ${bars.length} postures`}.`,
      ...bars.map(({ label, parts, total }) => {
        const largest = parts
          .filter(({ units }) => units > 0)
          .toSorted((a, b) => b.units - a.units);
        const named = largest.slice(0, 3).map((each) => `${each.group.label} ${money(each.units)}`);
        return `${label}: ${money(total)}${named.length === 0 ? '' : `, of which ${named.join(', ')}`}.`;
      }),
    ].join(' '),
    marks: [
      moneyAxis({ x, width, top, bottom, currency }),
      { kind: 'group', name: 'key', marks: key.marks },
      ...rows,
    ],
    stops,
    table: {
      head: [scale.words, ...bars.map(({ label }) => label)],
      rows: [
        ...groups.map(({ label }, index) => [
          label,
          ...bars.map(({ parts }) => number(parts[index]?.units ?? 0)),
        ]),
        ['Total', ...bars.map(({ total }) => number(total))],
      ],
    },
  };
}

/** Costs one after the other from zero on; what takes cost away goes the other way. */
function stack(groups: readonly CategoryGroup[], parts: readonly number[]): readonly Part[] {
  let [above, below] = [0, 0];
  return groups.map((group, index) => {
    const units = parts[index] ?? 0;
    if (units < 0) {
      below += units;
      return { group, units, from: below, to: below - units };
    }
    above += units;
    return { group, units, from: above - units, to: above };
  });
}

function segment(
  { label, role }: CategoryGroup,
  amount: string,
  left: number,
  right: number,
  middle: number,
): Mark {
  const room = right - left - 10;
  const text = [label, amount].find((each) => textWidth(each, 'inside') <= room) ?? '';
  return {
    kind: 'group',
    name: label,
    marks: [
      {
        kind: 'rect',
        x: round(left + 0.5),
        y: middle - barHeight / 2,
        // What is not nothing stays to be seen.
        width: right > left ? Math.max(0.5, round(right - left - 1)) : 0,
        height: barHeight,
        role,
      },
      {
        kind: 'text',
        x: round((left + right) / 2),
        y: middle + 4,
        text,
        anchor: 'middle',
        role: 'inside',
      },
    ],
  };
}

/** What makes up most of the dearest posture. */
function claim(bars: readonly Bar[]): string {
  const [dearest] = bars.toSorted((a, b) => b.total - a.total);
  const [largest] = dearest?.parts.toSorted((a, b) => b.units - a.units) ?? [];
  if (dearest === undefined || largest === undefined || dearest.total <= 0)
    return 'What the costs are made of';
  const what = largest.group.label.charAt(0).toLowerCase() + largest.group.label.slice(1);
  const share = largest.units / dearest.total;
  return share > 1
    ? `Most of what ${dearest.label} costs on average goes on ${what}`
    : `${formatPercent(share)} of what ${dearest.label} costs on average goes on ${what}`;
}

function drawKey(groups: readonly CategoryGroup[], width: number) {
  const marks: Mark[] = [];
  let [x, y] = [8, 0];
  for (const { label, role } of groups) {
    const text = fitText(label, 'label', width - 8 - 18);
    const wide = 18 + textWidth(text, 'label');
    if (x > 8 && x + wide > width) [x, y] = [8, y + 20];
    marks.push(
      { kind: 'rect', x: round(x), y: y + 2, width: 12, height: 12, role },
      { kind: 'text', x: round(x + 18), y: y + 13, text, anchor: 'start', role: 'label' },
    );
    x += wide + 14;
  }
  return { marks, height: y + 20 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
