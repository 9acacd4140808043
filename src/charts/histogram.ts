import { scaleLinear } from 'd3-scale';
import { formatMoneyRange } from '../present/format-money.ts';
import { formatPercent, ofHundred } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Distribution } from '../schema/result.ts';
import { moneyAxis } from './money-axis.ts';
import { postureMark } from './posture-look.ts';
import type { Mark, PostureRole, Scene, Stop } from './scene.ts';

/** One distribution of a histogram. All rows of one have the same bins. */
export interface HistogramRow {
  readonly label: string;
  readonly role: PostureRole;
  readonly bins: Distribution['bins'];
  /** What stands at the end of the row's line, such as the futures that lie outside. */
  readonly note: string;
}

export interface HistogramOptions {
  readonly width: number;
  readonly currency: ShownCurrency;
  /** What stands beside zero where amounts can be on both sides of it. */
  readonly zero?: { readonly below: string; readonly above: string };
}

/** Of the highest bar of all rows; flatter rows take less room, on the same scale. */
const tallest = 110;
const gap = 20;
const headHeight = 26;
const narrow = 480;

/**
 * Histograms one under the other on a common axis: shares of counted futures, nothing smoothed, so
 * that spikes and bounds show as they are.
 */
export function histogram(
  rows: readonly HistogramRow[],
  { width, currency, zero }: HistogramOptions,
): Pick<Scene, 'marks' | 'stops' | 'height'> {
  const { start = 0, width: bin = 1, shares = [] } = rows[0]?.bins ?? {};
  const x = scaleLinear()
    .domain([Math.min(0, start), start + bin * shares.length])
    .range([12, width - 16]);
  const highest = Math.max(...rows.flatMap((row) => row.bins.shares));
  const isNarrow = width < narrow;
  const head = headHeight + (isNarrow ? 18 : 0);
  const top = zero === undefined ? 0 : 22;
  const stops: Stop[] = [];
  let y = top;
  const drawn = rows.map((row, series): Mark => {
    const own = (Math.max(...row.bins.shares) / highest) * tallest;
    const place = y;
    const base = place + head + own;
    y = base + gap;
    const bars = row.bins.shares.map((share, index): Mark => {
      const [from, to] = [x(start + bin * index), x(start + bin * (index + 1))];
      const height = share === 0 ? 0 : Math.max(1, (share / highest) * tallest);
      if (share > 0) {
        stops.push({
          x: (from + to) / 2,
          y: base - height,
          series,
          text: `${row.label}: ${formatMoneyRange(start + bin * index, start + bin * (index + 1), currency)} in ${share < 0.01 ? `${formatPercent(share)} of` : ofHundred(share)} futures`,
        });
      }
      return {
        kind: 'rect',
        x: round(from + 0.5),
        y: round(base - height),
        width: Math.max(0.5, round(to - from - 1)),
        height: round(height),
        role: row.role,
      };
    });
    const names: Mark[] = [
      postureMark(row.role, 14, place + 11, 5.5),
      { kind: 'text', x: 26, y: place + 16, text: row.label, anchor: 'start', role: 'strong' },
      {
        kind: 'text',
        x: isNarrow ? 26 : width - 8,
        y: place + (isNarrow ? 33 : 16),
        text: row.note,
        anchor: isNarrow ? 'start' : 'end',
        role: 'label',
      },
    ];
    return {
      kind: 'group',
      name: row.label,
      marks: [
        { kind: 'rule', x1: 8, y1: base + 0.5, x2: width - 8, y2: base + 0.5, role: 'axis' },
        { kind: 'group', name: 'bars', marks: bars },
        { kind: 'group', name: 'names', marks: names },
      ],
    };
  });
  const bottom = y - gap + 10;
  return {
    height: bottom + 26,
    stops,
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
      {
        kind: 'group',
        name: 'zero',
        marks: zero === undefined ? [] : zeroLine(x(0), bottom, zero),
      },
      ...drawn,
    ],
  };
}

function zeroLine(
  at: number,
  bottom: number,
  { below, above }: { readonly below: string; readonly above: string },
): readonly Mark[] {
  const x = Math.round(at);
  const marks: Mark[] = [
    { kind: 'rule', x1: x, y1: 0, x2: x, y2: bottom, role: 'zero' },
    { kind: 'text', x: x + 6, y: 12, text: `${above} \u2192`, anchor: 'start', role: 'note' },
  ];
  if (x > below.length * 6 + 24)
    marks.push({
      kind: 'text',
      x: x - 6,
      y: 12,
      text: `\u2190 ${below}`,
      anchor: 'end',
      role: 'note',
    });
  return marks;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
