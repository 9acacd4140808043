import { scaleLinear } from 'd3-scale';
import { formatMoney, formatMoneyRange } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatPercent, ofHundred } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Distribution } from '../schema/result.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { headHeight, isStacked, rowHead } from './row-head.ts';
import type { RowHead } from './row-head.ts';
import type { Mark, Scene, Stop } from './scene.ts';
import { zeroHeight, zeroLine } from './zero-line.ts';
import type { ZeroWords } from './zero-line.ts';

/** One distribution of a histogram. All rows of one have the same bins. */
export interface HistogramRow extends RowHead {
  readonly bins: Distribution['bins'];
}

export interface HistogramOptions {
  readonly width: number;
  readonly currency: ShownCurrency;
  /** What the amounts are: the head of the table. */
  readonly of: string;
  /** What stands beside zero where amounts can be on both sides of it. */
  readonly zero?: ZeroWords;
}

/** Of the highest bar of all rows; flatter rows take less room, on the same scale. */
const tallest = 130;
const gap = 20;
/** The axis has room for so many bins at least. */
const fewest = 21;
/** Bars narrower than this touch each other. */
const parted = 3;

/**
 * Histograms one under the other on a common axis: shares of counted futures, nothing smoothed, so
 * that spikes and bounds show as they are.
 */
export function histogram(
  rows: readonly HistogramRow[],
  { width, currency, of, zero }: HistogramOptions,
): Pick<Scene, 'marks' | 'stops' | 'height' | 'table'> {
  const { start = 0, width: bin = 1, shares = [] } = rows[0]?.bins ?? {};
  const x = scaleLinear()
    .domain(axisOf(start, start + bin * shares.length, fewest * bin, zero !== undefined))
    .range([12, width - 16]);
  const highest = Math.max(...rows.flatMap((row) => row.bins.shares), 1e-9);
  const stacked = isStacked(rows, width);
  const ranges = shares.map((_, index) =>
    formatMoneyRange(start + bin * index, start + bin * (index + 1), currency),
  );
  const stops: Stop[] = [];
  let y = zero === undefined ? 0 : zeroHeight;
  const drawn = rows.map((row, series): Mark => {
    const own = (Math.max(...row.bins.shares) / highest) * tallest;
    const head = rowHead(row, y, width, stacked);
    const base = Math.round(y + headHeight(stacked) + own);
    y = base + gap;
    const bars = row.bins.shares.flatMap((share, index) => {
      if (share === 0) return [];
      const [low, high] = [start + bin * index, start + bin * (index + 1)];
      const [from, to] = [x(low), x(high)];
      const height = Math.max(1, (share / highest) * tallest);
      const many = share < 0.01 ? `${formatPercent(share)} of` : ofHundred(share);
      stops.push({
        x: (from + to) / 2,
        y: base - height,
        series,
        text: `${row.label}: ${ranges[index] ?? ''} in ${many} futures`,
      });
      const [left, right] = to - from < parted ? [from, to] : [from + 0.5, to - 0.5];
      return `M${round(left)},${base}V${round(base - height)}H${round(right)}V${base}Z`;
    });
    return {
      kind: 'group',
      name: row.label,
      marks: [
        { kind: 'rule', x1: 8, y1: base + 0.5, x2: width - 8, y2: base + 0.5, role: 'axis' },
        { kind: 'path', d: bars.join(''), x: 0, y: 0, role: row.role },
        head,
      ],
    };
  });
  const bottom = y - gap + 10;
  return {
    height: bottom + moneyAxisHeight,
    stops,
    table: tableOf(rows, of, ranges, currency),
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
      zero === undefined
        ? { kind: 'group', name: 'zero', marks: [] }
        : zeroLine(x(0), bottom, width, zero),
      ...drawn,
    ],
  };
}

/** From nothing to the last bin; what hardly varies is not drawn as wide as the picture. */
function axisOf(
  from: number,
  to: number,
  least: number,
  isAroundZero: boolean,
): readonly [number, number] {
  const [low, high] = [Math.min(0, from), Math.max(0, to)];
  const missing = Math.max(0, least - (high - low));
  return isAroundZero ? [low - missing / 2, high + missing / 2] : [low, high + missing];
}

/** The bins in which there are any futures, and what lies outside. */
function tableOf(
  rows: readonly HistogramRow[],
  of: string,
  ranges: readonly string[],
  currency: ShownCurrency,
): Scene['table'] {
  const { start = 0, width = 1, shares = [] } = rows[0]?.bins ?? {};
  const percent = (share: number) => (share === 0 ? '0' : `${formatNumber(100 * share, 2)}\u00a0%`);
  const line = (label: string, share: (bins: HistogramRow['bins']) => number) => {
    const own = rows.map(({ bins }) => share(bins));
    return own.every((each) => each === 0) ? [] : [[label, ...own.map(percent)]];
  };
  const [low, high] = [start, start + width * shares.length].map((hkd) =>
    formatMoney(hkd, { currency }),
  );
  return {
    head: [of, ...rows.map(({ label }) => label)],
    rows: [
      ...line(`less than ${low}`, ({ below }) => below),
      ...ranges.flatMap((range, index) => line(range, ({ shares: own }) => own[index] ?? 0)),
      ...line(`more than ${high}`, ({ above }) => above),
    ],
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
