import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { postureName } from '../present/posture-name.ts';
import { chanceInWords } from '../present/chances-in-words.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyAxis } from './money-axis.ts';
import { postureRole } from './posture-look.ts';
import { belowNames, postureNames } from './posture-names.ts';
import type { Mark, Scene } from './scene.ts';

const plotHeight = 220;
const left = 40;

/** The chance of saving at least each amount, or of keeping within each budget. */
export function hurdleCurve(
  decision: Decision,
  of: 'hurdles' | 'budgets',
  { width }: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const { amounts, chances, errors } = decision.risk[of];
  const name = (id: string) => postureName(decision, id);
  const chosen = name(decision.of);
  const series = decision.postures.flatMap(({ id, label }, index) => {
    const own = chances[id];
    const words = of === 'hurdles' ? `against ${label}` : label;
    return own === undefined ? [] : [{ id, label, words, own, role: postureRole(index) }];
  });
  if (series.length === 0 || amounts.length < 2) return null;
  const [first, last] = [amounts[0] ?? 0, amounts.at(-1) ?? 1];
  const scale = moneyScale([first, last], currency);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 20 });
  const top = belowNames(series.length);
  const bottom = top + plotHeight;
  const right = width - 16;
  const x = scaleLinear().domain([first, last]).range([left, right]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]);
  const path = line<number>(
    (_, index) => x(amounts[index] ?? first),
    (chance) => y(chance),
  ).digits(1);
  const middle = amounts.findIndex((_, k) => series.every(({ own }) => (own[k] ?? 0) < 0.5));
  const told = middle > 1 ? middle - 1 : 1;
  const title =
    of === 'hurdles'
      ? `${chosen} saves ${money(amounts[told] ?? 0)} or more ${series
          .map(
            ({ label, own }, index) =>
              `${chanceInWords(own[told] ?? 0, index === 0)} against ${label}`,
          )
          .join(', ')}`
      : budgetClaim(
          series.flatMap(({ label, own }) => {
            const at = amounts.find((_, k) => (own[k] ?? 0) >= 0.9);
            return at === undefined ? [] : [`${label} within ${money(at)}`];
          }),
        );
  const saved = (amount: number) =>
    amount === 0 ? `costs no more` : `saves at least ${money(amount)}`;
  return {
    width,
    height: bottom + 42,
    title,
    subtitle:
      of === 'hurdles'
        ? `Of 100 futures, in how many ${chosen} saves at least so much, ${scale.words}`
        : `Of 100 futures, in how many each posture costs no more than a budget, ${scale.words}`,
    hint:
      of === 'hurdles'
        ? 'Read up from the amount that has to be saved to the chance that it is.'
        : 'Read up from a budget to the chance of keeping within it.',
    description: `${title}. ${series
      .map(({ label, own }) => {
        const half = own.findIndex((chance) => (of === 'hurdles' ? chance < 0.5 : chance >= 0.5));
        return half < 0 ? '' : `${label}: even chances at ${money(amounts[half] ?? 0)}.`;
      })
      .join(' ')}`,
    marks: [
      {
        kind: 'group',
        name: 'chances',
        marks: [0, 0.25, 0.5, 0.75, 1].flatMap((chance): Mark[] => [
          { kind: 'rule', x1: left, y1: y(chance), x2: right, y2: y(chance), role: 'grid' },
          {
            kind: 'text',
            x: 32,
            y: y(chance) + 4,
            text: `${100 * chance}`,
            anchor: 'end',
            role: 'label',
          },
        ]),
      },
      moneyAxis({ x, width, top, bottom, currency }),
      {
        kind: 'group',
        name: 'curves',
        marks: series.map(({ own, role }) => ({ kind: 'line', d: path([...own]) ?? '', role })),
      },
      postureNames(series.map(({ role, words }) => ({ text: words, role }))),
    ],
    stops: series.flatMap(({ label, own }, index) =>
      amounts.map((amount, k) => ({
        x: x(amount),
        y: y(own[k] ?? 0),
        series: index,
        text:
          of === 'hurdles'
            ? `${chosen} ${saved(amount)} against ${label} in ${ofHundred(own[k] ?? 0)} futures`
            : `${label} keeps within ${money(amount)} in ${ofHundred(own[k] ?? 0)} futures`,
      })),
    ),
    table: {
      head: [
        of === 'hurdles' ? 'Saving of at least' : 'Budget',
        ...series.flatMap(({ words }) => [words, 'Error, of 100']),
      ],
      rows: amounts.map((amount, k) => [
        money(amount),
        ...series.flatMap(({ id, own }) => [
          ofHundred(own[k] ?? 0),
          formatNumber(100 * (errors[id]?.[k] ?? 0), 2),
        ]),
      ]),
    },
  };
}

function budgetClaim(kept: readonly string[]): string {
  return kept.length === 0
    ? 'No posture keeps within any of these budgets in nine of ten futures'
    : `In nine of ten futures each keeps within a budget: ${kept.join(', ')}`;
}
