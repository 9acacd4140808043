import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { postureName } from '../present/posture-name.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatPercent } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyTicks, niceMoney } from './money-ticks.ts';
import { postureRole } from './posture-look.ts';
import { belowNames, postureNames } from './posture-names.ts';
import type { Mark, Scene } from './scene.ts';
import { textWidth } from './text-look.ts';

const plotHeight = 220;
const right = 24;
/** Shares of the weight that numbers stand at. */
const quarters = [0, 0.25, 0.5, 0.75, 1];

/**
 * What each posture counts as costing, the more weight is given to the worst 5 % of futures: from
 * its average to the average of those alone. The lowest line is the choice.
 */
export function aversionCurve(
  decision: Decision,
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const { ties, values, weights } = decision.risk.aversion;
  const series = decision.postures.flatMap(({ id, label }, index) => {
    const own = values[id];
    return own === undefined ? [] : [{ label, own, role: postureRole(index) }];
  });
  if (series.length === 0 || weights.length < 2) return null;
  const amounts = series.flatMap(({ own }) => own);
  const domain = niceMoney([Math.min(0, ...amounts), Math.max(...amounts)], currency, 5);
  const scale = moneyScale(domain, currency);
  const ticks = moneyTicks(domain, 5, currency);
  const left = Math.max(40, ...ticks.map(({ text }) => Math.ceil(textWidth(text, 'label')) + 14));
  const top = belowNames(series.length);
  const bottom = top + plotHeight;
  const x = scaleLinear([0, 1], [left, width - right]);
  const y = scaleLinear(domain, [bottom, top]);
  const path = line<number>(
    (_, index) => x(weights[index] ?? 0),
    (cost) => y(cost),
  ).digits(1);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 20 });
  const title = claimOf(decision);
  return {
    width,
    height: bottom + 42,
    title,
    subtitle: `What each posture counts as costing, by the weight of its worst 5 % of futures, ${scale.words}`,
    hint: 'Left is the average of all futures, right that of the worst 5 % alone. The lowest line is what would be chosen.',
    description: `${title}. ${series
      .map(
        ({ label, own }) =>
          `${label}: ${money(own[0] ?? NaN)} on average, ${money(own.at(-1) ?? NaN)} in the worst 5 % of futures.`,
      )
      .join(' ')}`,
    marks: [
      {
        kind: 'group',
        name: 'axis',
        marks: [
          ...ticks.flatMap(({ hkd, text }): Mark[] => [
            { kind: 'rule', x1: left, y1: y(hkd), x2: width - right, y2: y(hkd), role: 'grid' },
            { kind: 'text', x: left - 8, y: y(hkd) + 4, text, anchor: 'end', role: 'label' },
          ]),
          ...quarters
            .filter((_, index) => width > 480 || index % 2 === 0)
            .map((weight): Mark => ({
              kind: 'text',
              x: Math.round(x(weight)),
              y: bottom + 18,
              text: formatPercent(weight),
              anchor: weight === 1 ? 'end' : 'middle',
              role: 'label',
            })),
        ],
      },
      {
        kind: 'group',
        name: 'turns',
        marks: ties.map(({ value }): Mark => {
          const at = Math.round(x(value));
          return { kind: 'rule', x1: at, y1: top - 6, x2: at, y2: bottom, role: 'zero' };
        }),
      },
      {
        kind: 'group',
        name: 'costs',
        marks: series.map(({ own, role }): Mark => ({
          kind: 'line',
          d: path([...own]) ?? '',
          role,
        })),
      },
      postureNames(series.map(({ label, role }) => ({ text: label, role }))),
    ],
    stops: series.flatMap(({ label, own }, index) =>
      weights.map((weight, k) => ({
        x: x(weight),
        y: y(own[k] ?? 0),
        series: index,
        text: `With ${formatPercent(weight)} of the weight on the worst futures, ${label} counts as ${money(own[k] ?? 0)}`,
      })),
    ),
    table: {
      head: ['Weight of the worst 5 % of futures', ...series.map(({ label }) => label)],
      rows: weights.map((weight, k) => [
        formatPercent(weight),
        ...series.map(({ own }) => money(own[k] ?? 0)),
      ]),
    },
  };
}

function claimOf(decision: Decision): string {
  const { best, risk } = decision;
  const turns = risk.aversion.ties.map(
    ({ best: next, value }) => `${postureName(decision, next)} from ${formatPercent(value)} on`,
  );
  return turns.length === 0
    ? `${postureName(decision, best)} is chosen, however much more the worst 5 % of futures count than the average`
    : `${postureName(decision, best)} is chosen by the average; as the worst 5 % of futures get more weight, ${turns.join(', then ')}`;
}
