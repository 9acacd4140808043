import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { formatMoneyRange } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { postureMark } from './posture-look.ts';
import type { Mark, PostureRole, Stop } from './scene.ts';
import { stackDots } from './stack-dots.ts';

/** One distribution of a dotplot: 50 quantiles, one dot each, so that a dot is 2 of 100 futures. */
export interface DotplotRow {
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
  readonly zero?: { readonly below: string; readonly above: string };
}

interface Frame {
  readonly width: number;
  readonly x: ScaleLinear<number, number>;
  readonly step: number;
  readonly currency: ShownCurrency;
  readonly read: DotplotOptions['read'];
}

/** The tallest that all dots together may grow: beyond it dots get smaller. */
const tallest = 330;
const gap = 22;
/** Below this width a row's name and its range stand one under the other. */
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
    .domain([Math.min(0, ...dots), Math.max(1, ...dots)])
    .range([12, width - 16]);
  const frame: Frame = { width, x, step: largestStep(rows, x), currency, read };

  const groups: Mark[] = [];
  const stops: Stop[] = [];
  let y = zero === undefined ? 0 : 24;
  for (const [series, row] of rows.entries()) {
    const drawn = drawRow(row, series, y, frame);
    groups.push({ kind: 'group', name: row.label, marks: drawn.marks });
    stops.push(...drawn.stops);
    y = drawn.bottom + gap;
  }
  const axis = y - gap + 10;
  return {
    marks: [
      { kind: 'group', name: 'axis', marks: drawAxis(frame, axis) },
      { kind: 'group', name: 'zero', marks: zero === undefined ? [] : drawZero(frame, axis, zero) },
      ...groups,
    ],
    stops,
    height: axis + 26,
  };
}

function largestStep(rows: readonly DotplotRow[], x: ScaleLinear<number, number>): number {
  for (let step = 11; step > 4; step -= 0.5) {
    const heights = rows.map((row) => highest(row, x, step) * step);
    if (heights.reduce((sum, height) => sum + height, 0) <= tallest) return step;
  }
  return 4;
}

function highest(row: DotplotRow, x: ScaleLinear<number, number>, step: number): number {
  return Math.max(0, ...stackDots(row.dots.map(x), step).map(({ count }) => count));
}

function drawRow(row: DotplotRow, series: number, top: number, frame: Frame) {
  const { x, step, currency, read, width } = frame;
  const { role } = row;
  const isNarrow = width < narrow;
  const base = top + (isNarrow ? 42 : 26) + highest(row, x, step) * step;
  const labels: Mark[] = [
    postureMark(role, 14, top + 11, 5.5),
    { kind: 'text', x: 26, y: top + 16, text: row.label, anchor: 'start', role: 'strong' },
    {
      kind: 'text',
      x: isNarrow ? 26 : width - 8,
      y: top + (isNarrow ? 33 : 16),
      text: `8 of 10${isNarrow ? '' : ' futures'}: ${formatMoneyRange(row.p10, row.p90, currency)}`,
      anchor: isNarrow ? 'start' : 'end',
      role: 'label',
    },
  ];
  const dots: Mark[] = [];
  const stops: Stop[] = [];
  for (const column of stackDots(row.dots.map(x), step)) {
    for (let i = 0; i < column.count; i++) {
      const y = base - step * (i + 0.5);
      const index = dots.length;
      dots.push(postureMark(role, column.x, y, step / 2 - 0.5));
      const ofHundred = (100 * (index + 0.5)) / row.dots.length;
      stops.push({ x: column.x, y, series, text: read(row, ofHundred, row.dots[index] ?? NaN) });
    }
  }
  const marks: Mark[] = [
    { kind: 'group', name: 'labels', marks: labels },
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

function drawAxis({ x, width, currency }: Frame, y: number): readonly Mark[] {
  const scale = moneyScale(x.domain(), currency);
  const ticks = x.ticks(Math.max(3, Math.min(10, Math.round(width / 80))));
  const decimals = ticks.every((tick) => Number.isInteger(tick / scale.size)) ? 0 : 1;
  return ticks.flatMap((tick): Mark[] => {
    const at = Math.round(x(tick));
    const anchor = at < 20 ? 'start' : at > width - 24 ? 'end' : 'middle';
    return [
      { kind: 'rule', x1: at, y1: 0, x2: at, y2: y, role: 'grid' },
      {
        kind: 'text',
        x: anchor === 'start' ? at - 4 : anchor === 'end' ? at + 4 : at,
        y: y + 16,
        text: formatNumber(tick / scale.size, decimals),
        anchor,
        role: 'label',
      },
    ];
  });
}

function drawZero(
  { x }: Frame,
  y: number,
  { below, above }: { readonly below: string; readonly above: string },
): readonly Mark[] {
  const at = Math.round(x(0));
  const marks: Mark[] = [
    { kind: 'rule', x1: at, y1: 0, x2: at, y2: y, role: 'zero' },
    { kind: 'text', x: at + 6, y: 12, text: `${above} \u2192`, anchor: 'start', role: 'note' },
  ];
  // Some 6 px a letter: the text is left out where it would run off the picture.
  if (at > below.length * 6 + 24) {
    marks.push({
      kind: 'text',
      x: at - 6,
      y: 12,
      text: `\u2190 ${below}`,
      anchor: 'end',
      role: 'note',
    });
  }
  return marks;
}
