import { scaleLinear } from 'd3-scale';
import { categoryOrder } from '../present/category-order.ts';
import { comparedPosture } from '../present/compared-posture.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import { nameInWords } from '../present/name-in-words.ts';
import { roundToSum } from '../present/round-to-sum.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyAxis } from './money-axis.ts';
import type { GroupMark, Mark, Scene, Stop } from './scene.ts';

/** Which two postures a bridge leads between; the dearest and the compared one unless given. */
export interface BridgeOptions {
  readonly from?: string;
  readonly to?: string;
}

/** One step of a bridge, in whole steps of the shown precision. */
interface Step {
  readonly label: string;
  readonly kind: 'total' | 'less' | 'more';
  readonly start: number;
  readonly end: number;
}

const rowHeight = 30;
const barHeight = 16;
/** About the width of a letter. */
const letter = 7;
/** Below this width labels stand above their bars. */
const narrow = 560;
/** What is left over counts as one step. */
const mostSteps = 14;

/**
 * From one posture's mean cost to another's, cost line by cost line. All numbers are shown to the
 * same step and add up exactly, as they are read.
 */
export function costBridge(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
  { from = dearest(result), to = comparedPosture(result) ?? '' }: BridgeOptions = {},
): Scene | null {
  const [start, end] = [meansOf(result, from), meansOf(result, to)];
  if (start === undefined || end === undefined || from === to) return null;
  const name = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const scale = moneyScale([sum(start), sum(end)], currency);
  const unit = scale.size / 10 ** scale.decimals;
  const differences = linesInOrder(result).map((line) => ({
    label: result.labels.lines[line] ?? nameInWords(line),
    hkd: (end[line] ?? 0) - (start[line] ?? 0),
  }));
  const shown = gathered(differences.filter(({ hkd }) => Math.abs(hkd) >= unit / 2));
  const first = Math.round(sum(start) / unit);
  const rounded = roundToSum([first * unit, ...shown.map(({ hkd }) => hkd)], unit);
  const steps: Step[] = [{ label: name(from), kind: 'total', start: 0, end: first }];
  for (const [index, { label }] of shown.entries()) {
    const at = steps.at(-1)?.end ?? 0;
    const change = rounded.parts[index + 1] ?? 0;
    if (change !== 0)
      steps.push({ label, kind: change < 0 ? 'less' : 'more', start: at, end: at + change });
  }
  const last = steps.at(-1)?.end ?? 0;
  steps.push({ label: name(to), kind: 'total', start: 0, end: last });

  const money = (units: number) => formatMoney(units * unit, { currency, scale });
  const number = (units: number) => formatNumber((units * unit) / scale.size, scale.decimals);
  const signed = ({ kind, start: a, end: b }: Step) =>
    kind === 'total' ? number(b) : `${b > a ? '+' : ''}${number(b - a)}`;
  const drawn = drawSteps(steps, width, unit, currency, signed);
  const saving = first - last;
  const biggest = steps
    .filter(({ kind }) => kind === (saving > 0 ? 'less' : 'more'))
    .toSorted((a, b) => Math.abs(b.end - b.start) - Math.abs(a.end - a.start))[0];
  const because = biggest === undefined ? '' : `, most of it ${inSentence(biggest.label)}`;
  const years = result.manifest.years === 1 ? 'one year' : `${result.manifest.years} years`;
  return {
    width,
    ...drawn,
    title:
      saving === 0
        ? `${name(to)} costs as much as ${name(from)} on average`
        : `${name(to)} costs ${money(Math.abs(saving))} ${saving > 0 ? 'less' : 'more'} than ${name(from)} on average${because}`,
    subtitle: `From the mean cost of ${name(from)} over ${years} to that of ${name(to)}, ${scale.words}`,
    hint: 'Each bar starts where the one above it ends. Dark bars take away, light ones add; all numbers add up as shown.',
    description: [
      `Bridge from ${name(from)}, ${money(first)}, to ${name(to)}, ${money(last)}.`,
      ...steps
        .filter(({ kind }) => kind !== 'total')
        .map(
          ({ label, start: a, end: b }) =>
            `${label}: ${money(Math.abs(b - a))} ${b < a ? 'less' : 'more'}.`,
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

function drawSteps(
  steps: readonly Step[],
  width: number,
  unit: number,
  currency: ShownCurrency,
  signed: (step: Step) => string,
): Pick<Scene, 'marks' | 'stops' | 'height'> {
  const longest = Math.max(...steps.map(({ label }) => label.length)) * letter + 24;
  const isNarrow = width < narrow || longest > 0.45 * width;
  const left = isNarrow ? 8 : longest;
  const height = isNarrow ? rowHeight + 16 : rowHeight;
  const reach = Math.max(1, ...steps.flatMap(({ start, end }) => [start, end])) * unit;
  const x = scaleLinear()
    .domain([Math.min(0, ...steps.map(({ end }) => end * unit)), reach])
    .range([left, width - 70]);
  const stops: Stop[] = [];
  const rows = steps.map((step, index): GroupMark => {
    const y = index * height + (isNarrow ? 20 : 4);
    const [a, b] = [x(step.start * unit), x(step.end * unit)];
    const [from, to] = [Math.round(Math.min(a, b)), Math.round(Math.max(a, b))];
    const isTotal = step.kind === 'total';
    const marks: Mark[] = [
      {
        kind: 'text',
        x: isNarrow ? left : left - 12,
        y: isNarrow ? y - 5 : y + 13,
        text: step.label,
        anchor: isNarrow ? 'start' : 'end',
        role: isTotal ? 'strong' : 'label',
      },
      {
        kind: 'rect',
        x: from,
        y,
        width: Math.max(2, to - from),
        height: barHeight,
        role: step.kind,
      },
      {
        kind: 'text',
        x: to + 8,
        y: y + 13,
        text: signed(step),
        anchor: 'start',
        role: isTotal ? 'strong' : 'label',
      },
    ];
    // A line from bar to bar, where no label stands between them.
    if (index < steps.length - 1 && !isNarrow) {
      const at = Math.round(b);
      marks.unshift({
        kind: 'rule',
        x1: at,
        y1: y + barHeight,
        x2: at,
        y2: y + height,
        role: 'axis',
      });
    }
    stops.push({
      x: (from + to) / 2,
      y: y + barHeight / 2,
      series: 0,
      text: isTotal ? `${step.label}: ${signed(step)} in all` : `${step.label}: ${signed(step)}`,
    });
    return { kind: 'group', name: step.label, marks };
  });
  const bottom = steps.length * height + 6;
  return {
    stops: stops.map((stop, index) => ({ ...stop, series: index })),
    height: bottom + 24,
    marks: [
      moneyAxis({ x, width, top: 0, bottom, currency }),
      { kind: 'group', name: 'steps', marks: rows },
    ],
  };
}

/** The largest steps in their order, the others as one. */
function gathered(
  differences: readonly { readonly label: string; readonly hkd: number }[],
): readonly { readonly label: string; readonly hkd: number }[] {
  if (differences.length <= mostSteps) return differences;
  const kept = new Set(
    differences.toSorted((a, b) => Math.abs(b.hkd) - Math.abs(a.hkd)).slice(0, mostSteps - 1),
  );
  const rest = differences.filter((each) => !kept.has(each));
  return [
    ...differences.filter((each) => kept.has(each)),
    { label: 'Everything else', hkd: rest.reduce((total, { hkd }) => total + hkd, 0) },
  ];
}

/** Mean cost of each line of a posture; undefined where there is no such posture. */
function meansOf(result: Result, posture: string): Readonly<Record<string, number>> | undefined {
  const lines = result.lines[posture];
  if (lines === undefined) return undefined;
  return Object.fromEntries(Object.entries(lines).map(([line, { mean }]) => [line, mean]));
}

/** The lines by category, in the order in which categories are always shown. */
function linesInOrder({ components, labels }: Result): readonly string[] {
  const lines = Object.entries(labels.lineCategories);
  return categoryOrder(components).flatMap((category) =>
    lines.flatMap(([line, own]) => (own === category ? [line] : [])),
  );
}

function dearest(result: Result): string {
  const compared = comparedPosture(result);
  const others = result.postures.filter(({ id }) => id !== compared);
  const cost = (id: string) => sum(meansOf(result, id) ?? {});
  return others.toSorted((a, b) => cost(b.id) - cost(a.id))[0]?.id ?? '';
}

function sum(costs: Readonly<Record<string, number>>): number {
  return Object.values(costs).reduce((total, cost) => total + cost, 0);
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
