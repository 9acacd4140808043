import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { niceStep } from '../numeric/nice-step.ts';
import { chanceAbove } from '../present/chance-above.ts';
import { comparedPosture } from '../present/compared-posture.ts';
import { formatMoney } from '../present/format-money.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { distributionProbabilities } from '../schema/distribution-probabilities.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { exceedanceClaim } from './exceedance-claim.ts';
import { fitText } from './fit-text.ts';
import { moneyAxis, moneyAxisHeight } from './money-axis.ts';
import { niceMoney } from './money-ticks.ts';
import { postureMark, postureRole } from './posture-look.ts';
import { postureNames } from './posture-names.ts';
import type { GroupMark, Mark, PostureRole, Scene, Stop } from './scene.ts';
import { textWidth } from './text-look.ts';

export interface ExceedanceOptions {
  /** HK$ that are not to be exceeded, as a reader has set them. */
  readonly tolerance?: number | null;
  /** HK$ where the line stood before: it stays there as long as that is of use. */
  readonly before?: number | null;
  /** HK$ at the end of the axis, held while the line is being moved. */
  readonly upTo?: number | null;
}

interface Curve {
  readonly label: string;
  readonly role: PostureRole;
  readonly quantiles: readonly number[];
}

const [plotHeight, narrowHeight] = [260, 220];
const narrow = 560;
/** Beyond it only 1 in 200 futures of the widest posture lie. */
const [drawnFrom, drawnUpTo] = [0.005, 0.995].map((each) =>
  distributionProbabilities.indexOf(each),
) as [number, number];
/** Stops of the line along the axis. */
const mostStops = 250;

/**
 * Loss exceedance curves: the chance that a posture costs more than an amount, and a line at the
 * amount that a company can bear, which its reader can move.
 */
export function exceedanceCurve(
  result: Result,
  { width }: ChartSize,
  currency: ShownCurrency,
  { before = null, tolerance = null, upTo = null }: ExceedanceOptions = {},
): Scene | null {
  const curves = result.postures.flatMap(({ id, label }, index): Curve[] => {
    const own = result.distributions.tco[id];
    return own === undefined ? [] : [{ label, role: postureRole(index), quantiles: own.quantiles }];
  });
  if (curves.length === 0) return null;
  const compared = result.postures.find(({ id }) => id === comparedPosture(result))?.label ?? null;
  const [min, max] = axisOf(curves, currency, tolerance, upTo);
  const borne = clamp(
    tolerance ?? useful(before, curves) ?? roundMiddle(curves, currency),
    min,
    max,
  );
  const scale = moneyScale([min, max], currency);
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 50 });
  const words = exactMoney(borne, currency);

  const top = 20 * curves.length + 34;
  const bottom = top + (width < narrow ? narrowHeight : plotHeight);
  const x = scaleLinear()
    .domain([min, max])
    .range([40, width - 16]);
  const y = scaleLinear().domain([0, 1]).range([bottom, top]);
  const path = line<readonly [number, number]>(
    ([cost]) => x(clamp(cost, min, max)),
    ([, chance]) => y(chance),
  ).digits(1);
  const points = ({ quantiles }: Curve): [number, number][] =>
    quantiles.map((cost, index) => [cost, 1 - (distributionProbabilities[index] ?? 1)]);
  const chances = curves.map((curve) => ({
    ...curve,
    chance: chanceAbove(curve.quantiles, borne),
  }));
  const at = Math.round(10 * x(borne)) / 10;
  return {
    width,
    height: bottom + moneyAxisHeight,
    title: exceedanceClaim(chances, compared, words),
    subtitle: `Of 100 futures, how many cost more than an amount, ${scale.words}`,
    hint: `Each curve falls as the amount grows: read up from an amount to the chance of exceeding it. The line stands at ${words}.`,
    description: [
      `Loss exceedance ${curves.length === 1 ? 'curve of one posture' : `curves of ${curves.length} postures`}, with a line at ${words}.`,
      ...curves.map(
        ({ label, quantiles }) =>
          `${label}: half of the futures cost more than ${money(quantileAt(quantiles, 0.5))}, 10 of 100 more than ${money(quantileAt(quantiles, 0.9))}, 1 of 100 more than ${money(quantileAt(quantiles, 0.99))}.`,
      ),
      ...chances.map(
        ({ chance, label }) => `${label} costs more than ${words} in ${ofHundred(chance)} futures.`,
      ),
    ].join(' '),
    marks: [
      moneyAxis({ x, width, top, bottom, currency }),
      chanceAxis(y, width),
      {
        kind: 'group',
        name: 'curves',
        marks: curves.map((curve): Mark => ({
          kind: 'line',
          d: path([[min, 1], ...points(curve)]) ?? '',
          role: curve.role,
        })),
      },
      {
        kind: 'group',
        name: 'tolerance',
        marks: [
          { kind: 'rule', x1: at, y1: top - 8, x2: at, y2: bottom, role: 'zero' },
          ...chances.map(({ chance, role }): Mark => postureMark(role, at, y(chance), 5)),
          amountLabel(words, at, top - 10, width),
        ],
      },
      postureNames(
        chances.map(({ chance, label, role }) => {
          const chances100 = `: ${ofHundred(chance)}`;
          const name = fitText(label, 'strong', width - 34 - textWidth(chances100, 'strong'));
          return { text: `${name}${chances100}`, role };
        }),
      ),
    ],
    stops: curves.flatMap((curve, series) => readable(curve, series, max, x, y, money)),
    table: {
      head: ['Exceeded in', ...curves.map(({ label }) => label)],
      rows: [0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01].map((chance) => [
        `${ofHundred(chance)} futures`,
        ...curves.map(({ quantiles }) => money(quantileAt(quantiles, 1 - chance))),
      ]),
    },
    movable: {
      value: borne,
      min,
      max,
      from: x(min),
      to: x(max),
      top: top - 14,
      bottom,
      step: niceStep((max - min) / currency.rate, mostStops) * currency.rate,
      currency,
      label: 'Cost that is not to be exceeded',
    },
  };
}

/** From nothing to where the curves have all but ended, and as far as the line stands. */
function axisOf(
  curves: readonly Curve[],
  currency: ShownCurrency,
  tolerance: number | null,
  upTo: number | null,
): [number, number] {
  const low = Math.min(0, ...curves.map(({ quantiles }) => quantiles[drawnFrom] ?? 0));
  const high = Math.max(currency.rate, ...curves.map(({ quantiles }) => quantiles[drawnUpTo] ?? 0));
  let [min, max] = niceMoney([low, high], currency);
  if (upTo !== null) return [min, upTo];
  // In large steps: an axis that grew with the line would run away from who moves it.
  const wanted = tolerance ?? max;
  while (wanted > max) max *= 2;
  [min, max] = niceMoney([min, max], currency);
  return [min, max];
}

/** Where the line stood before, if some curve still has it in its middle. */
function useful(before: number | null, curves: readonly Curve[]): number | null {
  if (before === null) return null;
  const chances = curves.map(({ quantiles }) => chanceAbove(quantiles, before));
  return chances.some((chance) => chance > 0.02 && chance < 0.98) ? before : null;
}

/** An amount to the digits that it was set with. */
function exactMoney(hkd: number, currency: ShownCurrency): string {
  const scale = moneyScale([hkd], currency);
  const amount = hkd / scale.size;
  const decimals = [0, 1].find((each) => Math.abs(amount - Number(amount.toFixed(each))) < 1e-9);
  const error = decimals === undefined ? 0 : scale.size / 10 ** decimals;
  return formatMoney(hkd, { currency, error });
}

/** The amount at the line, on the side where there is room for it. */
function amountLabel(text: string, at: number, y: number, width: number): Mark {
  const fits = at + 14 + textWidth(text, 'strong') < width;
  const [x, anchor] = fits ? [at + 14, 'start' as const] : [at - 14, 'end' as const];
  return { kind: 'text', x, y, text, anchor, role: 'strong' };
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
function roundMiddle(curves: readonly Curve[], currency: ShownCurrency): number {
  const middle = Math.max(...curves.map(({ quantiles }) => quantileAt(quantiles, 0.5)));
  const step = niceStep(Math.abs(middle) / currency.rate, 10) * currency.rate;
  return Math.round(middle / step) * step;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
