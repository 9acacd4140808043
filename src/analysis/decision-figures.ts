import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { indexOfLeast } from '../numeric/same-amount.ts';
import type { DecisionFigure } from '../schema/decision.ts';
import { differenceOf, leastOf, winsOf } from './compare.ts';

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
    among[indexOfLeast(among.map((index) => means[index] ?? 0))] ?? 0;
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
  const none = new Float64Array(0);
  const wins = winsOf(costs);
  for (const index of indices) {
    const rivals = indices.filter((each) => each !== index);
    const rival = rivals.length === 0 ? null : cheapestOf(rivals);
    list.push(figure('wins', postures[index] ?? '', wins[index] ?? none, [index, rival]));
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
