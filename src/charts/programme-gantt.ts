import { scaleLinear } from 'd3-scale';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatPercent } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ProgrammePlan } from '../schema/law-result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { fitText } from './fit-text.ts';
import type { Mark, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

/** What a picture of a programme needs besides its plan. */
export interface ProgrammeData {
  readonly plan: ProgrammePlan;
  /** HK$ by which one more week raises the expected cost; null where that is not known. */
  readonly weekOfDelay: number | null;
  /** HK$ that the programme costs once, on average; null where that is not known. */
  readonly oneTimeCost: number | null;
}

type Step = ProgrammePlan['steps'][number];

const margin = 12;
const rowHeight = 44;
const barHeight = 16;

/** When each step of a programme begins and ends, and which of them decide how long it takes. */
export function programmeGantt(
  { oneTimeCost, plan, weekOfDelay }: ProgrammeData,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene {
  const { steps, weeks } = plan;
  const right = width - margin;
  const x = scaleLinear()
    .domain([0, Math.max(weeks, 1)])
    .range([margin, right]);
  const bottom = steps.length * rowHeight + 4;
  const money = (hkd: number) => formatMoney(hkd, { currency, error: Math.abs(hkd) / 50 });
  const cost = (step: Step) =>
    oneTimeCost === null || oneTimeCost === 0 ? '' : `, ${money(step.costShare * oneTimeCost)}`;
  const detail = (step: Step) =>
    `weeks ${inWeeks(step.start)} to ${inWeeks(step.end)}, ${step.owner}, ${formatPercent(step.costShare)} of the cost${cost(step)}${again(step)}`;
  const critical = steps.filter((step) => step.critical);
  const worth =
    weekOfDelay === null || weekOfDelay <= 0
      ? ''
      : `; each week sooner saves ${money(weekOfDelay)} on average`;

  const rows = steps.map((step, index): Mark => {
    const y = index * rowHeight + 20;
    const from = Math.round(x(step.start));
    return {
      kind: 'group',
      name: step.label,
      marks: [
        {
          kind: 'text',
          x: margin,
          y: y - 6,
          text: fitText(
            `${step.label}: ${inWeeks(step.weeks)} weeks, ${step.owner}${again(step)}`,
            'label',
            right - margin,
          ),
          anchor: 'start',
          role: 'label',
        },
        {
          kind: 'rect',
          x: from,
          y,
          width: Math.max(2, Math.round(x(step.end)) - from),
          height: barHeight,
          role: step.critical ? 'total' : 'less',
        },
      ],
    };
  });
  const stops = steps.map((step, series): Stop => ({
    x: Math.round(x(step.end)),
    y: series * rowHeight + 20 + barHeight / 2,
    series,
    text: `${step.label}: ${detail(step)}`,
  }));
  return {
    width,
    height: bottom + 26,
    title: `The programme takes ${inWeeks(weeks)} weeks; ${countOf(critical.length)} of its ${countOf(steps.length)} steps decide that`,
    subtitle: `Weeks from the start${worth}`,
    hint: `A delay of a grey step delays the whole; a coloured one can wait a while. ${plan.note}`,
    description: `Plan of ${steps.length} steps over ${inWeeks(weeks)} weeks. ${steps
      .map((step) => `${step.label}: ${detail(step)}.`)
      .join(' ')}`,
    marks: [
      { kind: 'group', name: 'axis', marks: weekAxis(weeks, x, bottom) },
      { kind: 'group', name: 'steps', marks: rows },
    ],
    stops,
    table: {
      head: ['Step', 'From week', 'To week', 'Owner', 'Share of the cost', 'Again', 'After'],
      rows: steps.map((step) => [
        step.label,
        inWeeks(step.start),
        inWeeks(step.end),
        step.owner,
        formatPercent(step.costShare),
        step.everyMonths === null ? 'never' : `every ${formatNumber(step.everyMonths, 0)} months`,
        step.after.map((id) => steps.find((each) => each.id === id)?.label ?? id).join(', '),
      ]),
    },
  };
}

function weekAxis(weeks: number, x: (week: number) => number, bottom: number): Mark[] {
  const room = x(weeks) - x(0);
  const step =
    [1, 2, 4, 13, 26, 52].find((each) => (each / Math.max(weeks, 1)) * room >= 64) ?? 104;
  const ticks = Array.from({ length: Math.floor(weeks / step) + 1 }, (_, index) => index * step);
  return ticks.flatMap((week): Mark[] => {
    const at = Math.round(x(week));
    const text = week === 0 ? 'start' : `week ${week}`;
    const reaches = at + textWidth(text, 'label') / 2 > x(weeks);
    return [
      { kind: 'rule', x1: at, y1: 0, x2: at, y2: bottom, role: 'grid' },
      {
        kind: 'text',
        x: reaches ? Math.round(x(weeks)) : at,
        y: bottom + 18,
        text,
        anchor: week === 0 ? 'start' : reaches ? 'end' : 'middle',
        role: 'label',
      },
    ];
  });
}

function again({ everyMonths }: Step): string {
  return everyMonths === null ? '' : `, again every ${formatNumber(everyMonths, 0)} months`;
}

/** Weeks with a decimal where they have one. */
function inWeeks(weeks: number): string {
  return formatNumber(weeks, Number.isInteger(weeks) ? 0 : 1);
}

const words = ['none', 'one', 'two', 'three', 'four', 'five'];

function countOf(count: number): string {
  return words[count] ?? String(count);
}
