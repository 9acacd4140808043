import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyTicks } from './money-ticks.ts';
import { postureRole } from './posture-look.ts';
import { belowNames, postureNames } from './posture-names.ts';
import type { Mark, Scene } from './scene.ts';
import { textWidth } from './text-look.ts';

const plotHeight = 240;

/** Mean costs after more and more futures, with two standard errors each way: whether there are enough. */
export function convergence(
  decision: Decision,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const { trials, means, errors } = decision.convergence;
  const series = decision.postures.flatMap(({ id, label }, index) => {
    const own = means[`tco.${id}`];
    const error = errors[`tco.${id}`];
    return own === undefined || error === undefined
      ? []
      : [{ label, role: postureRole(index), means: own, errors: error }];
  });
  if (series.length === 0 || trials.length < 2) return null;
  const ends = series.flatMap((each) =>
    each.means.flatMap((mean, k) => [
      mean - 2 * (each.errors[k] ?? 0),
      mean + 2 * (each.errors[k] ?? 0),
    ]),
  );
  const scale = moneyScale(ends, currency);
  const top = belowNames(series.length);
  const bottom = top + plotHeight;
  const y = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice(5)
    .range([bottom, top]);
  const [low = 0, high = 1] = y.domain();
  const ticks = moneyTicks([low, high], 5, currency);
  const left = 12 + Math.max(...ticks.map(({ text }) => textWidth(text, 'label')));
  const right = width - 24;
  const x = (look: number) => left + (look * (right - left)) / (trials.length - 1);
  const money = (mean: number, error: number) => formatMoney(mean, { currency, scale, error });
  const step = Math.max(1, Math.ceil((trials.length * 60) / (right - left)));
  const isSettled = decision.settled.every((each) => each.isSettled);
  const most = Math.max(...decision.settled.map((each) => each.trials ?? 0));
  const title = isSettled
    ? `The choice was settled after ${formatNumber(most, 0)} of ${formatNumber(trials.at(-1) ?? 0, 0)} futures`
    : 'These futures do not settle the choice: run more';
  return {
    width,
    height: bottom + 42,
    title,
    subtitle: `Mean cost after so many simulated futures, ${scale.words}`,
    hint: 'Lines are means so far; bands reach two standard errors each way. Where they no longer meet, their order on average is as good as certain.',
    description: `${title}. ${series
      .map((each) => {
        const last = each.means.length - 1;
        const [mean = 0, error = 0] = [each.means[last], each.errors[last]];
        return `${each.label}: ${money(mean, error)}, give or take ${formatMoney(2 * error, { currency })}.`;
      })
      .join(' ')}`,
    marks: [
      {
        kind: 'group',
        name: 'axis',
        marks: [
          ...ticks.flatMap(({ hkd, text }): Mark[] => [
            { kind: 'rule', x1: left, y1: y(hkd), x2: right, y2: y(hkd), role: 'grid' },
            { kind: 'text', x: left - 6, y: y(hkd) + 4, text, anchor: 'end', role: 'label' },
          ]),
          ...trials.flatMap((count, look): Mark[] =>
            (trials.length - 1 - look) % step === 0
              ? [
                  {
                    kind: 'text',
                    x: x(look),
                    y: bottom + 18,
                    text: formatNumber(count, 0),
                    anchor: look === trials.length - 1 ? 'end' : 'middle',
                    role: 'label',
                  },
                ]
              : [],
          ),
        ],
      },
      {
        kind: 'group',
        name: 'curves',
        marks: series.flatMap((each): Mark[] => {
          const band = area<number>()
            .x((_, k) => x(k))
            .y0((mean, k) => y(mean - 2 * (each.errors[k] ?? 0)))
            .y1((mean, k) => y(mean + 2 * (each.errors[k] ?? 0)))
            .digits(1);
          const path = line<number>()
            .x((_, k) => x(k))
            .y((mean) => y(mean))
            .digits(1);
          return [
            { kind: 'area', d: band([...each.means]) ?? '', role: each.role, weight: 'outer' },
            { kind: 'line', d: path([...each.means]) ?? '', role: each.role },
          ];
        }),
      },
      postureNames(series.map(({ label, role }) => ({ text: label, role }))),
    ],
    stops: series.flatMap((each, index) =>
      each.means.map((mean, look) => ({
        x: x(look),
        y: y(mean),
        series: index,
        text: `${each.label} after ${formatNumber(trials[look] ?? 0, 0)} futures: ${money(mean, each.errors[look] ?? 0)}`,
      })),
    ),
    table: {
      head: ['Futures', ...series.map(({ label }) => label)],
      rows: trials.map((count, look) => [
        formatNumber(count, 0),
        ...series.map((each) => money(each.means[look] ?? 0, each.errors[look] ?? 0)),
      ]),
    },
  };
}
