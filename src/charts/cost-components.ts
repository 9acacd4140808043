import { scaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { categoryGroups } from './category-groups.ts';
import type { CategoryGroup } from './category-groups.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyAxis } from './money-axis.ts';
import { postureMark, postureRole } from './posture-look.ts';
import type { Mark, PostureRole, Scene, Stop } from './scene.ts';

interface Bar {
  readonly label: string;
  readonly role: PostureRole;
  readonly total: number;
  readonly parts: readonly { readonly group: CategoryGroup; readonly hkd: number }[];
}

const rowHeight = 62;
const barHeight = 28;
/** About the width of a letter. */
const letter = 7;

/** What each posture's mean cost is made of, as one stacked bar each on a common axis. */
export function costComponents(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const groups = categoryGroups(result);
  const bars = result.postures.flatMap(({ id, label }, index): Bar[] => {
    const own = result.components[id];
    if (own === undefined) return [];
    const parts = groups.map((group) => ({
      group,
      hkd: group.categories.reduce((sum, category) => sum + (own[category] ?? 0), 0),
    }));
    const total = parts.reduce((sum, { hkd }) => sum + hkd, 0);
    return [{ label, role: postureRole(index), total, parts }];
  });
  if (bars.length === 0 || groups.length === 0) return null;
  const reach = Math.max(1, ...bars.map(({ total }) => total));
  const scale = moneyScale([reach], currency);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale });
  const number = (hkd: number) => formatNumber(hkd / scale.size, scale.decimals);
  const key = drawKey(groups, width);
  const top = key.height + 8;
  const x = scaleLinear()
    .domain([0, reach])
    .range([8, width - 16]);
  const stops: Stop[] = [];
  const rows = bars.map((bar, series): Mark => {
    const y = top + series * rowHeight;
    let at = 0;
    const segments = bar.parts.map(({ group, hkd }): Mark => {
      const [from, to] = [x(at), x(at + hkd)];
      at += hkd;
      const wide = to - from;
      if (hkd > 0)
        stops.push({
          x: (from + to) / 2,
          y: y + 22 + barHeight / 2,
          series,
          text: `${bar.label}, ${group.label}: ${money(hkd)}, ${formatNumber((100 * hkd) / bar.total, 0)} % of its mean cost`,
        });
      const text = wide > group.label.length * letter + 10 ? group.label : number(hkd);
      return {
        kind: 'group',
        name: group.label,
        marks: [
          {
            kind: 'rect',
            x: round(from + 0.5),
            y: y + 22,
            width: Math.max(0, round(wide - 1)),
            height: barHeight,
            role: group.role,
          },
          {
            kind: 'text',
            x: round((from + to) / 2),
            y: y + 22 + barHeight / 2 + 4,
            text: wide > text.length * letter + 6 ? text : '',
            anchor: 'middle',
            role: 'inside',
          },
        ],
      };
    });
    return {
      kind: 'group',
      name: bar.label,
      marks: [
        postureMark(bar.role, 14, y + 10, 5.5),
        {
          kind: 'text',
          x: 26,
          y: y + 15,
          text: `${bar.label}: ${number(bar.total)}`,
          anchor: 'start',
          role: 'strong',
        },
        { kind: 'group', name: 'segments', marks: segments },
      ],
    };
  });
  const bottom = top + bars.length * rowHeight;
  const years = result.manifest.years === 1 ? 'one year' : `${result.manifest.years} years`;
  return {
    width,
    height: bottom + 26,
    title: claim(bars),
    subtitle: `Mean cost over ${years} by category, ${scale.words}`,
    hint: 'Categories stand in the same order in every bar, from left to right as in the key.',
    description: [
      `Stacked bars of ${bars.length} postures.`,
      ...bars.map(({ label, parts, total }) => {
        const largest = parts.toSorted((a, b) => b.hkd - a.hkd).slice(0, 3);
        return `${label}: ${money(total)}, of which ${largest.map(({ group, hkd }) => `${group.label} ${money(hkd)}`).join(', ')}.`;
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
          ...bars.map(({ parts }) => number(parts[index]?.hkd ?? 0)),
        ]),
        ['Total', ...bars.map(({ total }) => number(total))],
      ],
    },
  };
}

/** What makes up most of the dearest posture, where it makes up half of it. */
function claim(bars: readonly Bar[]): string {
  const [dearest] = bars.toSorted((a, b) => b.total - a.total);
  if (dearest === undefined) return 'What the costs are made of';
  const [largest] = dearest.parts.toSorted((a, b) => b.hkd - a.hkd);
  if (largest === undefined || !(dearest.total > 0)) return 'What the costs are made of';
  const share = formatNumber((100 * largest.hkd) / dearest.total, 0);
  const what = largest.group.label.charAt(0).toLowerCase() + largest.group.label.slice(1);
  return `${share} % of what ${dearest.label} costs on average goes on ${what}`;
}

function drawKey(groups: readonly CategoryGroup[], width: number) {
  const marks: Mark[] = [];
  let [x, y] = [8, 0];
  for (const { label, role } of groups) {
    const wide = 18 + label.length * letter + 14;
    if (x > 8 && x + wide > width) [x, y] = [8, y + 20];
    marks.push(
      { kind: 'rect', x, y: y + 2, width: 12, height: 12, role },
      { kind: 'text', x: x + 18, y: y + 13, text: label, anchor: 'start', role: 'label' },
    );
    x += wide;
  }
  return { marks, height: y + 20 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
