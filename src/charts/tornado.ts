import { scaleLinear } from 'd3-scale';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { axisHeight } from './measure.ts';
import type { Measure } from './measure.ts';
import { postureMark } from './posture-look.ts';
import type { Mark, PostureRole, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

/** Where an input alone changes the choice. */
export interface Turn {
  /** Such as `below 0.45 One law costs least`. */
  readonly words: string;
  /** Of the posture that costs least then. */
  readonly role: PostureRole;
  /** What the figure is there; beyond the ends of the bar, that of the end. */
  readonly figure: number;
}

/** One input of a tornado: what the figure is at its low and its high end, all else as it is. */
export interface TornadoBar {
  readonly label: string;
  /** The figure with the input at its low end, and what that end is, such as `0.55 a year`. */
  readonly low: number;
  readonly lowLabel: string;
  readonly high: number;
  readonly highLabel: string;
  /** Standard error of the difference of the two. */
  readonly error?: number;
  /** Where the choice on average changes; empty where it never does. */
  readonly turns?: readonly Turn[];
}

export interface TornadoData {
  /** What the bars are of, as a claim and in words with its unit. */
  readonly title: string;
  readonly subtitle: string;
  /** The figure with all inputs as they are. */
  readonly base: number;
  readonly bars: readonly TornadoBar[];
  readonly measure: Measure;
}

const most = 10;
const narrowest = 0.02;
const barHeight = 16;
const [rowHeight, turnHeight] = [44, 18];

/** Which inputs move a figure most: the widest bars first, around the figure as it is. */
export function tornado(
  { bars, base, measure, subtitle, title }: TornadoData,
  { width }: ChartSize,
): Scene | null {
  const ranked = bars.toSorted((a, b) => span(b) - span(a));
  const [widest] = ranked;
  // What moves next to nothing is left out, unless it changes the choice.
  const shown = ranked
    .filter(
      (bar) => (bar.turns ?? []).length > 0 || span(bar) >= narrowest * (widest ? span(widest) : 0),
    )
    .slice(0, most);
  if (shown.length === 0) return null;
  const ends = [base, ...shown.flatMap(({ high, low }) => [high, low])];
  const x = scaleLinear()
    .domain(measure.nice([Math.min(...ends), Math.max(...ends)]))
    .range([12, width - 16]);
  const { show } = measure;
  const at = Math.round(x(base));
  const isTold = shown.some(({ turns }) => turns !== undefined);
  const isTurned = shown.some(({ turns = [] }) => turns.length > 0);
  const stops: Stop[] = [];
  let top = 0;
  const rows = shown.map((bar, series): Mark => {
    const { turns = [] } = bar;
    const text = (line: number, words: string): Mark => ({
      kind: 'text',
      x: line === 0 ? 12 : 26,
      y: top + 14 + turnHeight * line,
      text: fitText(words, 'label', width - (line === 0 ? 20 : 34)),
      anchor: 'start',
      role: 'label',
    });
    const y = top + 20 + turnHeight * turns.length;
    const side = (value: number, end: string, isLow: boolean): Mark => {
      const to = Math.round(x(value));
      stops.push({
        x: to,
        y: y + barHeight / 2,
        series,
        text: `${bar.label} at ${end}: ${show(value)}`,
      });
      return {
        kind: 'rect',
        x: Math.min(at, to),
        y,
        width: Math.max(1, Math.abs(to - at)),
        height: barHeight,
        role: isLow ? 'more' : 'less',
      };
    };
    const marks = [
      text(0, headOf(bar, width - 20)),
      ...turns.flatMap((turn, index): Mark[] => [
        postureMark(turn.role, 18, top + 10 + turnHeight * (index + 1), 5),
        text(index + 1, turn.words),
      ]),
      side(bar.low, bar.lowLabel, true),
      side(bar.high, bar.highLabel, false),
      ...turns.map((turn) => postureMark(turn.role, x(turn.figure), y + barHeight / 2, 6)),
    ];
    top += rowHeight + turnHeight * turns.length;
    return { kind: 'group', name: bar.label, marks };
  });
  const bottom = top + 4;
  const few = shown.length === 1 ? 'one input' : `${shown.length} inputs`;
  return {
    width,
    height: bottom + axisHeight,
    title,
    subtitle,
    hint: `Each bar shows what the figure becomes as one input goes from its low end (pale) to its high end (strong), all else as it is.${isTurned ? ' A symbol on a bar: there the posture that costs least changes.' : ''}`,
    description: `Tornado of ${few} around ${show(base)}. ${shown
      .map(
        ({ high, highLabel, label, low, lowLabel, turns }) =>
          `${label}: ${show(low)} at ${lowLabel}, ${show(high)} at ${highLabel}${turns === undefined || turns.length === 0 ? '' : `; ${turns.map(({ words }) => words).join('; ')}`}.`,
      )
      .join(' ')}`,
    marks: [
      measure.axis({ x, width, top: 0, bottom }),
      {
        kind: 'group',
        name: 'base',
        marks: [{ kind: 'rule', x1: at, y1: 0, x2: at, y2: bottom, role: 'zero' }],
      },
      { kind: 'group', name: 'inputs', marks: rows },
    ],
    stops,
    table: {
      head: [
        'Input',
        'Low end',
        'Then',
        'High end',
        'Then',
        ...(isTold ? ['Error of the difference', 'Changes the choice'] : []),
      ],
      rows: shown.map(({ error, high, highLabel, label, low, lowLabel, turns = [] }) => [
        label,
        lowLabel,
        show(low),
        highLabel,
        show(high),
        ...(isTold
          ? [
              error === undefined ? '' : show(error),
              turns.length === 0 ? 'never' : turns.map(({ words }) => words).join('; '),
            ]
          : []),
      ]),
    },
  };
}

/** `Monitoring: HK$267 k to HK$333 k a year`: what both ends have in common is said once, or left out where there is no room. */
function headOf({ highLabel, label, lowLabel }: TornadoBar, room: number): string {
  const rate = ' a year';
  const isShared = lowLabel.endsWith(rate) && highLabel.endsWith(rate);
  const [low, high] = [lowLabel, highLabel].map((end) =>
    isShared ? end.slice(0, -rate.length) : end,
  );
  const brief = `${label}: ${low} to ${high}`;
  const whole = isShared ? `${brief}${rate}` : brief;
  return textWidth(whole, 'label') <= room ? whole : brief;
}

function span({ high, low }: TornadoBar): number {
  return Math.abs(high - low);
}
