import { scaleLinear } from 'd3-scale';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { axisHeight } from './measure.ts';
import type { Measure } from './measure.ts';
import type { Mark, Role, Scene } from './scene.ts';

/** A bar from nothing to a value. */
export interface ValueBar {
  readonly label: string;
  readonly value: number;
  /** Standard error; null where there is none to tell. */
  readonly error: number | null;
  /** The value in words. */
  readonly words: string;
  readonly role: Role;
}

export interface ValueBarsData {
  readonly title: string;
  readonly subtitle: string;
  readonly hint: string;
  readonly bars: readonly ValueBar[];
  readonly measure: Measure;
  /** Heads of the table: what the bars are of, and what their value is. */
  readonly head: readonly [string, string];
  /** A value read out. */
  readonly read: (bar: ValueBar) => string;
}

const rowHeight = 40;
const barHeight = 14;

/** Bars one under the other, each under its name and its value; a line at its end spans two errors each way. */
export function valueBars(
  { bars, head, hint, measure, read, subtitle, title }: ValueBarsData,
  { width }: ChartSize,
): Scene {
  const largest = Math.max(...bars.map(({ value }) => value));
  const x = scaleLinear()
    .domain(measure.nice([0, Math.max(largest, Number.MIN_VALUE)]))
    .range([12, width - 16])
    .clamp(true);
  const bottom = bars.length * rowHeight + 4;
  const at = (index: number) => index * rowHeight + 20;
  const isSure = bars.every(({ error }) => error === null);
  return {
    width,
    height: bottom + axisHeight,
    title,
    subtitle,
    hint,
    description: `${title}. ${bars.map(({ label, words }) => `${label}: ${words}.`).join(' ')}`,
    marks: [
      measure.axis({ x, width, top: 0, bottom }),
      ...bars.map(({ error, label, role, value, words }, index): Mark => ({
        kind: 'group',
        name: label,
        marks: [
          {
            kind: 'text',
            x: 12,
            y: at(index) - 6,
            text: fitText(`${label}: ${words}`, 'label', width - 20),
            anchor: 'start',
            role: 'label',
          },
          {
            kind: 'rect',
            x: 12,
            y: at(index),
            width: Math.max(1, Math.round(x(value)) - 12),
            height: barHeight,
            role,
          },
          ...(error === null
            ? []
            : [
                {
                  kind: 'rule',
                  x1: x(Math.max(0, value - 2 * error)),
                  y1: at(index) + barHeight / 2,
                  x2: x(value + 2 * error),
                  y2: at(index) + barHeight / 2,
                  role: 'axis',
                } as const,
              ]),
        ],
      })),
    ],
    stops: bars.map((bar, index) => ({
      x: Math.max(12, x(bar.value)),
      y: at(index) + barHeight / 2,
      series: index,
      text: read(bar),
    })),
    table: {
      head: isSure ? head : [...head, 'Standard error'],
      rows: bars.map(({ error, label, words }) => [
        label,
        words,
        ...(isSure ? [] : [error === null ? '' : measure.show(error)]),
      ]),
    },
  };
}
