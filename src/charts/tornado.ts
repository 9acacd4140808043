import { scaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import type { Mark, Scene, Stop } from './scene.ts';

/** One input of a tornado: what the figure is at its low and its high end, all else as it is. */
export interface TornadoBar {
  readonly label: string;
  /** HK$ with the input at its low end, and what that end is, such as `0.55 a year`. */
  readonly low: number;
  readonly lowLabel: string;
  readonly high: number;
  readonly highLabel: string;
  /** Values at which the choice on average changes, in words; empty where it never does. */
  readonly turns?: readonly string[];
}

export interface TornadoData {
  /** What the bars are of, as a claim and in words with its unit. */
  readonly title: string;
  readonly subtitle: string;
  /** HK$ with all inputs as they are. */
  readonly base: number;
  readonly bars: readonly TornadoBar[];
}

const most = 10;
const rowHeight = 44;
const barHeight = 16;

/** Which inputs move a figure most: the widest bars first, around the figure as it is. */
export function tornado(
  { bars, base, subtitle, title }: TornadoData,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const shown = bars.toSorted((a, b) => span(b) - span(a)).slice(0, most);
  if (shown.length === 0) return null;
  const ends = [base, ...shown.flatMap(({ high, low }) => [high, low])];
  const x = scaleLinear()
    .domain(niceMoney([Math.min(...ends), Math.max(...ends)], currency))
    .range([12, width - 16]);
  const scale = moneyScale(ends, currency);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 50 });
  const at = Math.round(x(base));
  const bottom = shown.length * rowHeight + 4;
  const isTold = shown.some(({ turns }) => turns !== undefined);
  const stops: Stop[] = [];
  const rows = shown.map((bar, series): Mark => {
    const y = series * rowHeight + 20;
    const side = (value: number, text: string, isLow: boolean): Mark => {
      const to = Math.round(x(value));
      stops.push({
        x: to,
        y: y + barHeight / 2,
        series,
        text: `${bar.label} at ${text}: ${money(value)}`,
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
    return {
      kind: 'group',
      name: bar.label,
      marks: [
        {
          kind: 'text',
          x: 12,
          y: y - 6,
          text: fitText(
            `${bar.label}${turning(bar)}: ${bar.lowLabel} to ${bar.highLabel}`,
            'label',
            width - 20,
          ),
          anchor: 'start',
          role: 'label',
        },
        side(bar.low, bar.lowLabel, true),
        side(bar.high, bar.highLabel, false),
      ],
    };
  });
  return {
    width,
    height: bottom + moneyAxisHeight,
    title,
    subtitle,
    hint: 'Each bar shows what the figure becomes as one input goes from its low end (light) to its high end (dark), all else as it is.',
    description: `Tornado of ${shown.length === 1 ? 'one input' : `${shown.length} inputs`} around ${money(base)}. ${shown
      .map(
        ({ high, highLabel, label, low, lowLabel }) =>
          `${label}: ${money(low)} at ${lowLabel}, ${money(high)} at ${highLabel}.`,
      )
      .join(' ')}`,
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
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
        ...(isTold ? ['Choice turns at'] : []),
      ],
      rows: shown.map(({ high, highLabel, label, low, lowLabel, turns }) => [
        label,
        lowLabel,
        money(low),
        highLabel,
        money(high),
        ...(isTold ? [turns === undefined || turns.length === 0 ? 'never' : turns.join(', ')] : []),
      ]),
    },
  };
}

/** Where the input alone changes the choice: what a bar by its length does not tell. */
function turning({ turns = [] }: TornadoBar): string {
  return turns.length === 0 ? '' : ` (turns the choice at ${turns.join(', ')})`;
}

function span({ high, low }: TornadoBar): number {
  return Math.abs(high - low);
}
