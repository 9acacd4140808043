import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { chanceAbove } from '../present/chance-above.ts';
import { formatMoney } from '../present/format-money.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { distributionProbabilities } from '../schema/distribution-probabilities.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyAxis } from './money-axis.ts';
import { postureMark, postureRole } from './posture-look.ts';
import type { GroupMark, Mark, PostureRole, Scene, Stop } from './scene.ts';

export interface ExceedanceOptions {
  /** HK$ that are not to be exceeded; a round one in the middle of the costs unless given. */
  readonly tolerance?: number | null;
}

interface Curve {
  readonly label: string;
  readonly role: PostureRole;
  readonly quantiles: readonly number[];
}

const plotHeight = 260;
/** Beyond it only 1 in 200 futures of the widest posture lie. */
const drawnUpTo = distributionProbabilities.indexOf(0.995);

/**
 * Loss exceedance curves: the chance that a posture costs more than an amount, and a line at the
 * amount that a company can bear, which its reader can move.
 */
export function exceedanceCurve(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
  { tolerance }: ExceedanceOptions = {},
): Scene | null {
  const curves = result.postures.flatMap(({ id, label }, index): Curve[] => {
    const own = result.distributions.tco[id];
    return own === undefined ? [] : [{ label, role: postureRole(index), quantiles: own.quantiles }];
  });
  if (curves.length === 0) return null;
  const reach = Math.max(1, ...curves.map(({ quantiles }) => quantiles[drawnUpTo] ?? 0));
  const top = 20 * curves.length + 12;
  const bottom = top + plotHeight;
  const x = scaleLinear()
    .domain([0, reach])
    .nice()
    .range([40, width - 16]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]);
  const [min = 0, max = reach] = x.domain();
  const borne = Math.min(max, Math.max(min, tolerance ?? roundMiddle(curves, x.ticks(20))));
  const scale = moneyScale([reach], currency);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 10 });

  const path = line<readonly [number, number]>(
    ([cost]) => x(Math.min(cost, max)),
    ([, chance]) => y(chance),
  ).digits(1);
  const points = ({ quantiles }: Curve): [number, number][] =>
    quantiles.map((cost, index) => [cost, 1 - (distributionProbabilities[index] ?? 1)]);
  const chances = curves.map((curve) => ({
    ...curve,
    chance: chanceAbove(curve.quantiles, borne),
  }));
  const ranked = chances.toSorted((a, b) => a.chance - b.chance);
  const [lowest, ...higher] = ranked.map(({ chance, label }) => `${label} in ${ofHundred(chance)}`);
  const at = Math.round(x(borne));
  return {
    width,
    height: bottom + 42,
    title: `More than ${money(borne)}: ${[lowest, ...higher].join(', ')} futures`,
    subtitle: `Of 100 futures, how many cost more than an amount, ${scale.words}`,
    hint: `Each curve falls as the amount grows: read up from an amount to the chance of exceeding it. The line at ${money(borne)} can be moved.`,
    description: [
      `Loss exceedance curves of ${curves.length} postures.`,
      ...curves.map(
        ({ label, quantiles }) =>
          `${label}: half of the futures cost more than ${money(quantileAt(quantiles, 0.5))}, 1 of 10 more than ${money(quantileAt(quantiles, 0.9))}, 1 of 100 more than ${money(quantileAt(quantiles, 0.99))}.`,
      ),
      `${chances.map(({ chance, label }) => `${label} costs more than ${money(borne)} in ${ofHundred(chance)} futures`).join('; ')}.`,
    ].join(' '),
    marks: [
      moneyAxis({ x, width, top, bottom, currency }),
      chanceAxis(y, width),
      {
        kind: 'group',
        name: 'curves',
        marks: curves.map((curve): Mark => ({
          kind: 'line',
          d: path([[Math.min(0, curve.quantiles[0] ?? 0), 1], ...points(curve)]) ?? '',
          role: curve.role,
        })),
      },
      {
        kind: 'group',
        name: 'tolerance',
        marks: [
          { kind: 'rule', x1: at, y1: top - 6, x2: at, y2: bottom, role: 'zero' },
          ...chances.map(({ chance, role }): Mark => postureMark(role, at, y(chance), 5)),
        ],
      },
      {
        kind: 'group',
        name: 'names',
        marks: chances.flatMap(({ chance, label, role }, index): Mark[] => [
          postureMark(role, 14, 10 + 20 * index, 5),
          {
            kind: 'text',
            x: 26,
            y: 14 + 20 * index,
            text: `${label}: ${ofHundred(chance)}`,
            anchor: 'start',
            role: 'strong',
          },
        ]),
      },
    ],
    stops: curves.flatMap((curve, series) => readable(curve, series, max, x, y, money)),
    table: {
      head: ['Exceeded in', ...curves.map(({ label }) => label)],
      rows: [0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01].map((chance) => [
        `${ofHundred(chance)} futures`,
        ...curves.map(({ quantiles }) => money(quantileAt(quantiles, 1 - chance))),
      ]),
    },
    movable: { value: borne, min, max, label: 'Amount that is not to be exceeded' },
  };
}

/** Every fifth hundredth of a curve, and its last two. */
function readable(
  { label, quantiles }: Curve,
  series: number,
  max: number,
  x: (cost: number) => number,
  y: (chance: number) => number,
  money: (hkd: number) => string,
): readonly Stop[] {
  return distributionProbabilities.flatMap((probability, index): Stop[] => {
    const cost = quantiles[index] ?? NaN;
    const hundredths = Math.round(100 * probability);
    const isRead = Math.abs(100 * probability - hundredths) < 1e-9 && hundredths % 5 === 0;
    if ((!isRead && probability !== 0.99) || !(cost <= max) || probability === 1) return [];
    const chance = 1 - probability;
    return [
      {
        x: x(cost),
        y: y(chance),
        series,
        text: `${label}: ${ofHundred(chance)} futures cost more than ${money(cost)}`,
      },
    ];
  });
}

function chanceAxis(y: (chance: number) => number, width: number): GroupMark {
  return {
    kind: 'group',
    name: 'chances',
    marks: [0, 0.25, 0.5, 0.75, 1].flatMap((chance): Mark[] => {
      const at = Math.round(y(chance));
      return [
        { kind: 'rule', x1: 40, y1: at, x2: width - 16, y2: at, role: 'grid' },
        {
          kind: 'text',
          x: 32,
          y: at + 4,
          text: `${100 * chance}`,
          anchor: 'end',
          role: 'label',
        },
      ];
    }),
  };
}

function quantileAt(quantiles: readonly number[], probability: number): number {
  const index = distributionProbabilities.findIndex((each) => Math.abs(each - probability) < 1e-9);
  return quantiles[index] ?? NaN;
}

/** The round amount nearest to the middle of the dearest posture. */
function roundMiddle(curves: readonly Curve[], round: readonly number[]): number {
  const middle = Math.max(...curves.map(({ quantiles }) => quantileAt(quantiles, 0.5)));
  return round.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? middle;
}
