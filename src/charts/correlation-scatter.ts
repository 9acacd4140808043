import { scaleLinear } from 'd3-scale';
import { spearmanToPearson } from '../numeric/cholesky.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import { formatNumber } from '../present/format-number.ts';
import type { ChartSize } from './cost-dotplot.ts';
import type { Mark, Scene } from './scene.ts';

/** Two inputs and how their ranks are correlated. */
export interface ShownCorrelation {
  readonly one: string;
  readonly other: string;
  readonly rank: number;
}

const dots = 200;
const plotSide = 208;
const left = 44;
const top = 8;
/** Where the mirrored numbers begin: from here, they say as little of each other as can be. */
const start = 100;

/**
 * 200 draws of two inputs by their ranks, from low to high, as their rank correlation has it.
 * The same dots at every look: they wander as the correlation is changed.
 */
export function correlationScatter(
  { one, other, rank }: ShownCorrelation,
  { width }: ChartSize,
): Scene {
  const side = Math.min(plotSide, width - left - 8);
  const x = scaleLinear().range([left, left + side]);
  const y = scaleLinear().range([top + side, top]);
  const together = Math.round(100 * sameSide(rank));
  const title =
    rank >= 0
      ? `In ${together} of 100 futures both are high or both are low`
      : `In ${100 - together} of 100 futures one is high where the other is low`;
  const label = (text: string, at: Pick<Mark & { kind: 'text' }, 'x' | 'y' | 'anchor'>): Mark => ({
    kind: 'text',
    text,
    ...at,
    role: 'label',
  });
  const middle = 0.5;
  return {
    width,
    height: top + side + 26,
    title,
    subtitle: `Across: ${one}. Upwards: ${other}. 200 draws with this correlation, by rank`,
    hint: 'High is above the middle line, low below it: half of the futures each.',
    description: `${title}. Rank correlation ${formatNumber(rank, 2)}, where 1 is always together, 0 is independent, and \u22121 is always opposed.`,
    marks: [
      {
        kind: 'group',
        name: 'axis',
        marks: [
          { kind: 'rule', x1: left, y1: y(0), x2: left + side, y2: y(0), role: 'axis' },
          { kind: 'rule', x1: left, y1: y(0), x2: left, y2: y(1), role: 'axis' },
          { kind: 'rule', x1: left, y1: y(middle), x2: left + side, y2: y(middle), role: 'grid' },
          { kind: 'rule', x1: x(middle), y1: y(0), x2: x(middle), y2: y(1), role: 'grid' },
          label('low', { x: left, y: y(0) + 18, anchor: 'start' }),
          label('high', { x: left + side, y: y(0) + 18, anchor: 'end' }),
          label('low', { x: left - 6, y: y(0), anchor: 'end' }),
          label('high', { x: left - 6, y: y(1) + 10, anchor: 'end' }),
        ],
      },
      {
        kind: 'group',
        name: 'futures',
        marks: pointsOf(rank).map(([a, b]): Mark => ({
          kind: 'dot',
          x: x(a),
          y: y(b),
          radius: 2,
          role: 'total',
        })),
      },
    ],
    stops: [],
    table: {
      head: ['', `${other} low`, `${other} high`],
      rows: [
        [`${one} low`, `${together / 2} of 100`, `${(100 - together) / 2} of 100`],
        [`${one} high`, `${(100 - together) / 2} of 100`, `${together / 2} of 100`],
      ],
    },
  };
}

/** How often both lie on the same side of their middle (Sheppard 1899). */
function sameSide(rank: number): number {
  return 0.5 + Math.asin(pearson(rank)) / Math.PI;
}

function pearson(rank: number): number {
  return Math.min(1, Math.max(-1, spearmanToPearson(rank)));
}

/** Points of a Gaussian copula: evenly spread ones (Hammersley 1960), joined by the correlation. */
function pointsOf(rank: number): readonly (readonly [number, number])[] {
  const rho = pearson(rank);
  const rest = Math.sqrt(1 - rho * rho);
  return evenly.map(([a, b]) => {
    const score = rho * normalQuantile(a) + rest * normalQuantile(b);
    return [a, normalCdf(score)] as const;
  });
}

const evenly = evenPoints();

/** Points in the unit square, each in a row and a column of its own. */
function evenPoints(): readonly (readonly [number, number])[] {
  const heights = Array.from({ length: dots }, (_, index) => mirrored(index + start));
  const order = heights.toSorted((a, b) => a - b);
  return heights.map((height, index) => [
    (index + 0.5) / dots,
    (order.indexOf(height) + 0.5) / dots,
  ]);
}

/** The binary digits of a number mirrored at the point: 1 is 0.5, 2 is 0.25, 3 is 0.75. */
function mirrored(index: number): number {
  let value = 0;
  let part = 0.5;
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    value += part * (rest % 2);
    part /= 2;
  }
  return value;
}
