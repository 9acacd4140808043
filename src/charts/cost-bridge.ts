import { scaleLinear } from 'd3-scale';
import { comparedPosture } from '../present/compared-posture.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { inYears } from '../present/in-years.ts';
import { moneyScale } from '../present/money-scale.ts';
import { nameInWords } from '../present/name-in-words.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { bridgeSteps, meansOf } from './bridge-steps.ts';
import type { BridgeStep } from './bridge-steps.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import type { GroupMark, Mark, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

/** Which two postures a bridge leads between; the dearest and the compared one unless given. */
export interface BridgeOptions {
  readonly from?: string;
  readonly to?: string;
}

const [barHeight, barUnderLabel] = [16, 13];
/** Labels take at most this part of the width; where they need more they stand above their bars. */
const labelShare = 0.5;

/**
 * From one posture's mean cost to another's, cost line by cost line. All numbers are shown to the
 * same unit and add up exactly, as they are read.
 */
export function costBridge(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
  { from = dearest(result), to = comparedPosture(result) ?? '' }: BridgeOptions = {},
): Scene | null {
  const isKnown = (id: string) => Object.hasOwn(result.lines, id);
  if (!isKnown(from) || !isKnown(to) || from === to) return null;
  const scale = moneyScale([total(result, from), total(result, to)], currency);
  const unit = scale.size / 10 ** scale.decimals;
  const steps = bridgeSteps(result, from, to, unit);
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return null;
  const money = (units: number) => formatMoney(units * unit, { currency, scale });
  const number = (units: number) => formatNumber((units * unit) / scale.size, scale.decimals);
  const signed = ({ kind, start, end }: BridgeStep) =>
    kind === 'total' ? number(end) : `${end > start ? '+' : ''}${number(end - start)}`;
  return {
    width,
    ...drawSteps(steps, width, unit, currency, signed),
    title: claim(result, steps, money),
    subtitle: `From the mean cost of ${first.label} over ${inYears(result.manifest.years)} to that of ${last.label}, ${scale.words}`,
    hint: 'Each bar starts where the one above it ends: what has a minus takes away, what has a plus adds. All numbers add up as shown.',
    description: [
      `Bridge from ${first.label}, ${money(first.end)}, to ${last.label}, ${money(last.end)}.`,
      ...steps
        .filter(({ kind }) => kind !== 'total')
        .map(
          ({ label, start, end }) =>
            `${label}: ${money(Math.abs(end - start))} ${end < start ? 'less' : 'more'}.`,
        ),
    ].join(' '),
    table: {
      head: ['Step', `Change, ${scale.words}`, `Then, ${scale.words}`],
      rows: steps.map((step) => [
        step.label,
        step.kind === 'total' ? '' : signed(step),
        number(step.end),
      ]),
    },
  };
}

/** How far the means are apart, and the category that does most of it. */
function claim(
  { labels }: Result,
  steps: readonly BridgeStep[],
  money: (units: number) => string,
): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return '';
  const change = last.end - first.end;
  if (change === 0) return `${last.label} costs as much as ${first.label} on average`;
  const lessOrMore = change < 0 ? 'less' : 'more';
  const changes = new Map<string, number>();
  for (const { category, start, end } of steps) {
    if (category !== null) changes.set(category, (changes.get(category) ?? 0) + end - start);
  }
  const [most] = [...changes].toSorted(([, a], [, b]) => (b - a) * Math.sign(change));
  const words = `${last.label} costs ${money(Math.abs(change))} ${lessOrMore} than ${first.label} on average`;
  if (most === undefined || most[1] * change <= 0) return words;
  const label = labels.categories[most[0]] ?? nameInWords(most[0]);
  const what = label.charAt(0).toLowerCase() + label.slice(1);
  return `${words}, and ${money(Math.abs(most[1]))} ${lessOrMore} for ${what} alone`;
}

function drawSteps(
  steps: readonly BridgeStep[],
  width: number,
  unit: number,
  currency: ShownCurrency,
  signed: (step: BridgeStep) => string,
): Pick<Scene, 'marks' | 'stops' | 'height'> {
  const longest = Math.max(...steps.map(({ label }) => textWidth(label, 'strong'))) + 20;
  const isAbove = longest > labelShare * width || width < 480;
  const left = isAbove ? 8 : Math.ceil(longest);
  const [height, bar] = isAbove ? [33, barUnderLabel] : [26, barHeight];
  const figures = Math.max(...steps.map((step) => textWidth(signed(step), 'strong')));
  const ends = steps.flatMap(({ start, end }) => [start * unit, end * unit]);
  const x = scaleLinear()
    .domain(niceMoney([Math.min(0, ...ends), Math.max(unit, ...ends)], currency))
    .range([left, width - figures - 12]);
  const stops: Stop[] = [];
  const rows = steps.map((step, index): GroupMark => {
    const y = index * height + (isAbove ? 17 : 4);
    const base = y + bar - 3;
    const [a, b] = [x(step.start * unit), x(step.end * unit)];
    const [from, to] = [Math.round(Math.min(a, b)), Math.round(Math.max(a, b))];
    const isTotal = step.kind === 'total';
    const role = isTotal ? 'strong' : 'label';
    const marks: Mark[] = [
      {
        kind: 'text',
        x: isAbove ? left : left - 12,
        y: isAbove ? y - 4 : base,
        text: fitText(step.label, role, isAbove ? width - left - 8 : longest),
        anchor: isAbove ? 'start' : 'end',
        role,
      },
      {
        kind: 'rect',
        x: from,
        y,
        width: Math.max(2, to - from),
        height: bar,
        role: step.kind,
      },
      {
        kind: 'text',
        x: to + 8,
        y: isAbove ? base + 1 : base,
        text: signed(step),
        anchor: 'start',
        role,
      },
    ];
    // A line from bar to bar, where no label stands between them.
    if (index < steps.length - 1 && !isAbove) {
      const at = Math.round(b);
      const [y1, y2] = [y + bar, y + height];
      marks.unshift({ kind: 'rule', x1: at, y1, x2: at, y2, role: 'axis' });
    }
    stops.push({
      x: (from + to) / 2,
      y: y + bar / 2,
      series: index,
      text: isTotal ? `${step.label}: ${signed(step)} in all` : `${step.label}: ${signed(step)}`,
    });
    return { kind: 'group', name: step.label, marks };
  });
  const bottom = steps.length * height + 4;
  return {
    stops,
    height: bottom + moneyAxisHeight,
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
      { kind: 'group', name: 'steps', marks: rows },
    ],
  };
}

function dearest(result: Result): string {
  const compared = comparedPosture(result);
  const others = result.postures.filter(({ id }) => id !== compared);
  return others.toSorted((a, b) => total(result, b.id) - total(result, a.id))[0]?.id ?? '';
}

function total(result: Result, posture: string): number {
  return Object.values(meansOf(result, posture)).reduce((sum, cost) => sum + cost, 0);
}
