import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { formatMoneyRange } from '../present/format-money.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import { postureMark } from './posture-look.ts';
import type { Mark, PostureRole, Stop } from './scene.ts';
import { headHeight, isStacked, rowHead } from './row-head.ts';
import type { RowHead } from './row-head.ts';
import { stackDots } from './stack-dots.ts';
import { zeroHeight, zeroLine } from './zero-line.ts';
import type { ZeroWords } from './zero-line.ts';

/** One distribution of a dotplot: 50 quantiles, one dot each, so that a dot is 2 of 100 futures. */
export interface DotplotRow {
  /** Such as `tco.all-laws`: each dot is then a future of it. */
  readonly figure?: string;
  readonly label: string;
  readonly role: PostureRole;
  readonly dots: readonly number[];
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface DotplotOptions {
  readonly width: number;
  readonly currency: ShownCurrency;
  /** A dot in words: of how many futures in a hundred it is the end. */
  readonly read: (row: DotplotRow, ofHundred: number, hkd: number) => string;
  /** What stands beside zero where amounts can be on both sides of it. */
  readonly zero?: ZeroWords;
}

interface Frame {
  readonly width: number;
  readonly x: ScaleLinear<number, number>;
  readonly step: number;
  /** Whether a row's name and its range stand one under the other. */
  readonly stacked: boolean;
  readonly currency: ShownCurrency;
  readonly read: DotplotOptions['read'];
}

/** The tallest that all dots together may grow, for the width of the picture: beyond it dots get smaller. */
const [tallest, tallestShare] = [330, 0.65];
const gap = 22;
/** Below this width words are left out. */
const narrow = 480;

/**
 * Quantile dotplots one under the other on a common axis. People decide well from 50 dots (Kay and
 * others, CHI 2016; Fernandes and others, CHI 2018).
 */
export function quantileDotplot(
  rows: readonly DotplotRow[],
  { width, currency, read, zero }: DotplotOptions,
): {
  readonly marks: readonly Mark[];
  readonly stops: readonly Stop[];
  readonly height: number;
} {
  const dots = rows.flatMap((row) => row.dots);
  const x = scaleLinear()
    .domain(niceMoney([Math.min(0, ...dots), Math.max(10 * currency.rate, ...dots)], currency))
    .range([12, width - 16]);
  const heads = rows.map((row) => headOf(row, { currency, width }));
  const stacked = isStacked(heads, width);
  const frame: Frame = {
    width,
    x,
    step: largestStep(rows, x, Math.min(tallest, tallestShare * width)),
    stacked,
    currency,
    read,
  };

  const groups: Mark[] = [];
  const stops: Stop[] = [];
  let y = zero === undefined ? 0 : zeroHeight;
  for (const [series, row] of rows.entries()) {
    const drawn = drawRow(row, series, y, frame);
    groups.push({ kind: 'group', name: row.label, marks: drawn.marks });
    stops.push(...drawn.stops);
    y = drawn.bottom + gap;
  }
  const axis = y - gap + 10;
  return {
    marks: [
      moneyAxis({ x, width, top: 0, bottom: axis, currency }),
      zero === undefined
        ? { kind: 'group', name: 'zero', marks: [] }
        : zeroLine(x(0), axis, width, zero),
      ...groups,
    ],
    stops,
    height: axis + moneyAxisHeight,
  };
}

function largestStep(
  rows: readonly DotplotRow[],
  x: ScaleLinear<number, number>,
  most: number,
): number {
  for (let step = 11; step > 4; step -= 0.5) {
    const heights = rows.map((row) => highest(row, x, step) * step);
    if (heights.reduce((sum, height) => sum + height, 0) <= most) return step;
  }
  return 4;
}

function highest(row: DotplotRow, x: ScaleLinear<number, number>, step: number): number {
  return Math.max(0, ...stackDots(row.dots.map(x), step).map(({ count }) => count));
}

function drawRow(row: DotplotRow, series: number, top: number, frame: Frame) {
  const { x, step, read, stacked, width } = frame;
  const { role } = row;
  const base = top + headHeight(stacked) + highest(row, x, step) * step;
  const dots: Mark[] = [];
  const stops: Stop[] = [];
  for (const column of stackDots(row.dots.map(x), step)) {
    for (let i = 0; i < column.count; i++) {
      const y = base - step * (i + 0.5);
      const index = dots.length;
      dots.push(postureMark(role, column.x, y, step / 2 - 0.5));
      const ofHundred = (100 * (index + 0.5)) / row.dots.length;
      const { figure } = row;
      stops.push({
        x: column.x,
        y,
        series,
        text: read(row, ofHundred, row.dots[index] ?? NaN),
        ...(figure === undefined ? {} : { future: { figure, dot: index } }),
      });
    }
  }
  const marks: Mark[] = [
    rowHead(headOf(row, frame), top, width, stacked),
    { kind: 'group', name: 'dots', marks: dots },
  ];
  const [from, middle, to] = [x(row.p10), x(row.p50), x(row.p90)].map(Math.round);
  if (from !== undefined && middle !== undefined && to !== undefined) {
    marks.push(
      { kind: 'rule', x1: 8, y1: base + 1, x2: width - 8, y2: base + 1, role: 'axis' },
      { kind: 'rect', x: from, y: base + 3, width: Math.max(2, to - from), height: 4, role },
      { kind: 'rect', x: middle - 1, y: base + 1, width: 2, height: 9, role: 'strong' },
    );
  }
  return { marks, stops, bottom: base + 10 };
}

function headOf(
  { label, p10, p90, role }: DotplotRow,
  { currency, width }: Pick<Frame, 'currency' | 'width'>,
): RowHead {
  const who = width < narrow ? '8 of 10' : '8 of 10 futures';
  return { label, role, note: `${who}: ${formatMoneyRange(p10, p90, currency)}` };
}
