import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { comparedPosture } from '../present/compared-posture.ts';
import { formatMoney, formatMoneyRange } from '../present/format-money.ts';
import { inYears } from '../present/in-years.ts';
import { moneyScale } from '../present/money-scale.ts';
import { paybackAgainst, paybackClaim, since } from '../present/payback-claim.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result, YearResult } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { endLabels, labelsAbove, labelsWidth } from './line-labels.ts';
import { moneyTicks, niceMoney } from './money-ticks.ts';
import { postureRole } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';
import { yearAxis } from './year-axis.ts';

/** Cumulative cost at a time, in years from the start. */
interface Point {
  readonly year: number;
  readonly mean: number;
  readonly p10: number;
  readonly p25: number;
  readonly p75: number;
  readonly p90: number;
}

interface Path {
  readonly id: string;
  readonly label: string;
  readonly role: PostureRole;
  readonly points: readonly Point[];
}

const [plotHeight, narrowHeight] = [300, 230];
const narrow = 560;

/**
 * What has been paid by the end of each year: means as lines, and a fan around the compared posture
 * with the futures that lie in it, in words at its end.
 */
export function cumulativeCost(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const paths = result.postures.flatMap(({ id, label }, index): Path[] => {
    const years = result.byYear[id] ?? [];
    return years.length === 0
      ? []
      : [{ id, label, role: postureRole(index), points: years.flatMap(pointsOf) }];
  });
  const compared = comparedPosture(result);
  const fan = paths.find(({ id }) => id === compared) ?? paths[0];
  if (fan === undefined) return null;
  const beside = labelsWidth(paths, fan.label);
  const isNarrow = width < narrow || beside > 0.4 * width;
  const right = isNarrow ? 12 : beside;
  const top = isNarrow ? 20 * (paths.length + 1) : 16;
  const bottom = top + (isNarrow ? narrowHeight : plotHeight);
  const { years } = result.manifest;
  const drawn = [
    ...paths.flatMap(({ points }) => points.map(({ mean }) => mean)),
    ...fan.points.flatMap(({ p10, p90 }) => [p10, p90]),
  ];
  const domain = niceMoney([Math.min(0, ...drawn), Math.max(currency.rate, ...drawn)], currency, 5);
  const scale = moneyScale(domain, currency);
  const ticks = moneyTicks(domain, 5, currency);
  const left = Math.max(40, ...ticks.map(({ text }) => Math.ceil(textWidth(text, 'label')) + 14));
  const x = scaleLinear()
    .domain([0, years])
    .range([left, width - right]);
  const y = scaleLinear().domain(domain).range([bottom, top]);

  const band = (low: (point: Point) => number, high: (point: Point) => number) =>
    area<Point>(
      (point) => x(point.year),
      (point) => y(low(point)),
      (point) => y(high(point)),
    ).digits(1)([...fan.points]) ?? '';
  const meanLine = line<Point>(
    (point) => x(point.year),
    (point) => y(point.mean),
  ).digits(1);
  const bands: Mark[] = [
    {
      kind: 'area',
      d: band(
        (p) => p.p10,
        (p) => p.p90,
      ),
      role: fan.role,
      weight: 'outer',
    },
    {
      kind: 'area',
      d: band(
        (p) => p.p25,
        (p) => p.p75,
      ),
      role: fan.role,
      weight: 'inner',
    },
  ];
  const lines = paths.map(({ role, points }): Mark => ({
    kind: 'line',
    d: meanLine([...points]) ?? '',
    role,
  }));
  const end = ({ points }: Path) => points.at(-1)?.mean ?? 0;
  const against = paths
    .filter(({ id }) => id !== fan.id && Object.hasOwn(result.payback, id))
    .map((path) => paybackAgainst(path.label, result.payback[path.id], end(fan) - end(path)));
  const paid = against.flatMap(({ against: other, month }) =>
    month === null || month <= 0 ? [] : [{ against: other, month }],
  );
  const crossings = paid.map(({ month, against: other }): GroupMark => {
    const year = month / 12;
    const [at, height] = [x(year), y(meanAt(fan.points, year))];
    return {
      kind: 'group',
      name: `paid back against ${other}`,
      marks: [{ kind: 'dot', x: round(at), y: round(height), radius: 4, role: 'strong' }],
    };
  });
  const ends = paths.map(({ label, role, points }) => ({
    label,
    role,
    y: y(points.at(-1)?.mean ?? 0),
  }));
  const moments = paid.map(({ against: other, month }): Stop => ({
    x: x(month / 12),
    y: y(meanAt(fan.points, month / 12)),
    series: paths.length,
    text: `On average ${fan.label} has cost less than ${other} ${since(month)}`,
  }));
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 50 });
  const stops = paths.flatMap((path, series) =>
    endsOf(path).map((point): Stop => ({
      x: x(point.year),
      y: y(point.mean),
      series,
      text: `${path.label} after ${inYears(point.year)}: ${money(point.mean)} on average, in 8 of 10 futures ${formatMoneyRange(point.p10, point.p90, currency)}`,
    })),
  );
  const last = fan.points.at(-1) ?? nothing;
  return {
    width,
    height: bottom + 40,
    title: paybackClaim(fan.label, against, years, money),
    subtitle: `Cumulative cost by the end of each year, mean of each posture, ${scale.words}`,
    hint: hintOf(fan, last, paid.length > 0),
    description: [
      `Line chart of mean cumulative cost over ${inYears(years)}, with a fan around ${fan.label}.`,
      ...paths.map(({ label, points }) => {
        const end = points.at(-1) ?? nothing;
        return `${label}: ${money(end.mean)} after ${inYears(years)}; in 8 of 10 futures ${formatMoneyRange(end.p10, end.p90, currency)}.`;
      }),
      ...paid.map(
        ({ month, against: other }) =>
          `On average ${fan.label} has cost less than ${other} ${since(month)}.`,
      ),
    ].join(' '),
    marks: [
      yearAxis({ x, y, years, ticks, bottom, left, right: width - right }),
      { kind: 'group', name: 'bands', marks: bands },
      { kind: 'group', name: 'lines', marks: lines },
      { kind: 'group', name: 'paid back', marks: crossings },
      isNarrow ? labelsAbove(ends, fan.label, width) : endLabels(ends, fan.label, width - right),
    ],
    stops: [...stops, ...moments],
    table: {
      head: ['Cumulative cost', ...endsOf(fan).map(({ year }) => `Year ${year}`)],
      rows: paths.flatMap((path) => [
        [`${path.label}, mean`, ...endsOf(path).map(({ mean }) => money(mean))],
        [
          `${path.label}, 8 of 10 futures`,
          ...endsOf(path).map(({ p10, p90 }) => formatMoneyRange(p10, p90, currency)),
        ],
      ]),
    },
  };
}

/** A year's two points: once its investments are paid, at its start, and its end. */
function pointsOf(each: YearResult): readonly Point[] {
  return [
    { year: each.year - 1, ...each.opening },
    {
      year: each.year,
      mean: each.cumulativeMean,
      p10: each.cumulativeP10,
      p25: each.cumulativeP25,
      p75: each.cumulativeP75,
      p90: each.cumulativeP90,
    },
  ];
}

/** The points at the ends of years, without those after an investment. */
function endsOf({ points }: Path): readonly Point[] {
  return points.filter((_, index) => index % 2 === 1);
}

const nothing: Point = { year: 0, mean: 0, p10: 0, p25: 0, p75: 0, p90: 0 };

/** What bands and dots are. Nothing to say of them where nothing is uncertain. */
function hintOf({ label }: Path, last: Point, isPaidBack: boolean): string {
  return [
    last.p90 > last.p10
      ? `Both bands hold 8 of 10 futures of ${label}, the darker one half of them.`
      : `Nothing about ${label} is uncertain in 8 of 10 futures.`,
    last.p90 > last.p10 && last.mean > last.p75
      ? 'Its mean lies above the darker band because a few futures cost much more.'
      : '',
    isPaidBack ? 'Dots: from there on it has cost less in all.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Mean at a time within a year: between two points as the lines are drawn. */
function meanAt(points: readonly Point[], year: number): number {
  const before = points[2 * Math.floor(year)] ?? nothing;
  const after = points[2 * Math.floor(year) + 1] ?? before;
  return before.mean + (year - before.year) * (after.mean - before.mean);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
