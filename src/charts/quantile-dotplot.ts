import { scaleLinear } from 'd3-scale';
import { symbol, symbolCircle, symbolSquare, symbolTriangle } from 'd3-shape';
import type { SymbolType } from 'd3-shape';
import { formatMoney, formatMoneyRange } from '../present/format-money.ts';
import type { ShownCurrency } from '../present/format-money.ts';
import type { Mark, Role, Scene } from './scene.ts';

/** One distribution of a dotplot: 50 quantiles, each for 2 of 100 futures. */
export interface DotplotRow {
  readonly label: string;
  readonly dots: readonly number[];
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const symbols: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolCircle];
const roles: readonly Role[] = ['posture-1', 'posture-2', 'posture-3', 'posture-4'];

/**
 * Quantile dotplots of several costs on one axis: people decide well from 50 dots (Kay and others,
 * CHI 2016; Fernandes and others, CHI 2018). A dot far out is drawn where it is; the axis ends at
 * the last one.
 */
export function quantileDotplot(rows: readonly DotplotRow[], options: { readonly width: number; readonly title: string; readonly years: number; readonly currency: ShownCurrency }): Scene {
  const { width, currency } = options;
  const margin = 12;
  const left = margin;
  const right = width - margin;
  const highest = Math.max(...rows.map((row) => row.dots.at(-1) ?? 0), 1);
  const lowest = Math.min(0, ...rows.map((row) => row.dots[0] ?? 0));
  const x = scaleLinear().domain([lowest, highest]).range([left, right]);
  const radius = width < 480 ? 3.2 : 5;
  const step = radius * 2 + 1;
  const marks: Mark[] = [];
  let y = 0;
  for (const [index, row] of rows.entries()) {
    const role = roles[index % roles.length] ?? 'posture-4';
    const columns = stack(row.dots.map((dot) => x(dot)), step);
    const tallest = Math.max(...columns.map((column) => column.count));
    const labelHeight = 22;
    const base = y + labelHeight + tallest * step + 4;
    marks.push({ kind: 'text', x: left, y: y + 16, text: row.label, anchor: 'start', role: 'strong' });
    marks.push({ kind: 'text', x: right, y: y + 16, text: `8 of 10: ${formatMoneyRange(row.p10, row.p90, currency)}`, anchor: 'end', role: 'label' });
    marks.push({ kind: 'rule', x1: left, y1: base + 1, x2: right, y2: base + 1, role: 'axis' });
    const d = symbol(symbols[index % symbols.length] ?? symbolCircle, Math.PI * radius * radius * (index === 1 ? 1.1 : index === 2 ? 0.95 : 1))() ?? '';
    for (const column of columns) {
      for (let i = 0; i < column.count; i++) {
        marks.push({ kind: 'path', d, x: round(column.x), y: round(base - step * (i + 0.5)), role });
      }
    }
    y = base + 16;
  }
  for (const tick of x.ticks(width < 480 ? 4 : 8)) {
    const at = round(x(tick));
    marks.push({ kind: 'rule', x1: at, y1: y - 12, x2: at, y2: y - 7, role: 'axis' });
    const text = tick === 0 ? '0' : formatTick(tick / currency.rate);
    marks.push({ kind: 'text', x: at, y: y + 6, text, anchor: at < left + 8 ? 'start' : at > right - 16 ? 'end' : 'middle', role: 'label' });
  }
  const span = options.years === 1 ? 'one year' : `${options.years} years`;
  const unit = currency.code === 'HKD' ? 'HK$' : currency.code;
  return {
    width,
    height: y + 14,
    title: options.title,
    subtitle: `Total cost over ${span}, ${unit} million, one dot for 2 of 100 simulated futures`,
    hint: 'Each dot stands for 2 of 100 simulated futures: where dots pile up, futures are frequent.',
    description: rows
      .map((row) => `${row.label}: half of the futures cost less than ${formatMoney(row.p50, { currency })}, 8 of 10 lie between ${formatMoneyRange(row.p10, row.p90, currency).replace(' to ', ' and ')}.`)
      .join(' '),
    marks,
    table: {
      head: ['Posture', '1 of 100 costs less than', '10 of 100', '50 of 100', '90 of 100', '99 of 100'],
      rows: rows.map((row) => [
        row.label,
        ...[row.dots[0] ?? NaN, row.p10, row.p50, row.p90, row.dots.at(-1) ?? NaN].map((value) => formatMoney(value, { currency })),
      ]),
    },
  };
}

/** Dots from left to right in columns of one dot's width, as a person would stack counters. */
function stack(positions: readonly number[], width: number): readonly { readonly x: number; readonly count: number }[] {
  const columns: { x: number; count: number; start: number }[] = [];
  for (const position of positions) {
    const last = columns.at(-1);
    if (last !== undefined && position < last.start + width) last.count++;
    else columns.push({ start: position, x: position, count: 1 });
  }
  return columns;
}

function formatTick(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value / 1e6);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
