import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import type { DecisionFigure } from '../schema/decision.ts';
import { differenceOf, leastOf } from './compare.ts';

/** A figure that is explained: its values by trial, and which costs it is made of. */
export interface FigureColumn extends DecisionFigure {
  /** Less its mean. */
  readonly centred: Float64Array;
  /** Indices of postures: it moves with the cost of the first, against that of the second if there is one. */
  readonly made: readonly [number, number | null];
}

/** Cost of each posture, what the compared one saves, and whether each costs least. */
export function decisionFigures(
  postures: readonly string[],
  costs: readonly Float64Array[],
  comparison: { readonly of: string; readonly against: readonly string[] },
): readonly FigureColumn[] {
  const means = costs.map((each) => momentsOf(each).mean);
  const cheapestOf = (among: readonly number[]) =>
    among.reduce((a, b) => ((means[a] ?? 0) <= (means[b] ?? 0) ? a : b));
  const indices = postures.map((_, index) => index);
  const of = postures.indexOf(comparison.of);
  const costOf = (index: number) => costs[index] ?? new Float64Array(0);
  const single = comparison.against.map((each) => postures.indexOf(each)).filter((at) => at >= 0);
  const list: FigureColumn[] = indices.map((index) =>
    figure('tco', postures[index] ?? '', costOf(index), [index, null]),
  );
  if (of >= 0) {
    for (const index of indices.filter((each) => each !== of)) {
      const saved = differenceOf(costOf(index), costOf(of));
      list.push(figure('saving', postures[index] ?? '', saved, [index, of]));
    }
    if (single.length > 1) {
      const saved = differenceOf(leastOf(single.map(costOf)), costOf(of));
      list.push(figure('saving', 'bestSingle', saved, [cheapestOf(single), of]));
    }
  }
  const least = leastOf(costs);
  const ties = new Float64Array(least.length);
  for (const cost of costs)
    for (let i = 0; i < ties.length; i++)
      if (cost[i] === least[i]) ties[i] = (ties[i] as number) + 1;
  for (const index of indices) {
    const own = costOf(index);
    const wins = new Float64Array(least.length);
    for (let i = 0; i < wins.length; i++)
      if (own[i] === least[i]) wins[i] = 1 / (ties[i] as number);
    const rivals = indices.filter((each) => each !== index);
    const rival = rivals.length === 0 ? null : cheapestOf(rivals);
    list.push(figure('wins', postures[index] ?? '', wins, [index, rival]));
  }
  return list;
}

function figure(
  kind: DecisionFigure['kind'],
  posture: string,
  values: Float64Array,
  made: FigureColumn['made'],
): FigureColumn {
  const moments = momentsOf(values);
  const centred = new Float64Array(values.length);
  for (let i = 0; i < centred.length; i++) centred[i] = (values[i] as number) - moments.mean;
  return {
    id: `${kind}.${posture}`,
    kind,
    posture,
    mean: moments.mean,
    variance: sampleVariance(moments),
    centred,
    made,
  };
}
