import type { Compiled } from '../language/compile.ts';
import { normalCdf } from '../numeric/normal.ts';
import { quantileBins } from '../numeric/quantile-bins.ts';
import type { Driver } from '../schema/decision.ts';
import type { ChoiceSample, Estimate } from './choice-sample.ts';
import type { FigureColumn } from './decision-figures.ts';
import { explain } from './driver-shares.ts';
import type { Explanation } from './driver-shares.ts';
import { nothing, valueOfOne } from './information-value.ts';
import { valueAt } from './pin-input.ts';
import type { RunData } from './run-data.ts';

/** So many straight lines follow any reasonable curve, and each rests on thousands of futures. */
const bins = 24;

/** An uncertain input with the columns that it is drawn from. */
export interface OwnDriver {
  readonly driver: Driver;
  readonly scores: readonly Float64Array[];
  readonly alone: Estimate;
  /** How much it explains of the savings: which inputs are looked at closely if there are many. */
  readonly weight: number;
}

/** What an uncertain input explains, from one run, and what knowing it alone would be worth. */
export function inputDriver(
  name: string,
  { source }: Compiled,
  data: RunData,
  sample: ChoiceSample,
  figures: readonly FigureColumn[],
): OwnDriver {
  const input = source.scenario.inputs[name];
  const declared = source.model.inputs[name];
  const scores = [null, 2].flatMap((year) =>
    data.has('score', name, null, year) ? [data.column('score', name, null, year)] : [],
  );
  const { offsets } = data.replication;
  const binned = scores.map((score) => ({ score, cut: quantileBins(score, bins) }));
  const found = binned.map(({ cut, score }) => explain(cut, score, figures, offsets));
  const [first = null] = binned;
  const [shape = null] = found;
  const value = (probability: number) => (input === undefined ? NaN : valueAt(input, probability));
  const shares = addShares(found);
  const alone = first === null ? nothing : valueOfOne(sample, first.cut, first.score);
  return {
    scores,
    alone,
    weight: Math.max(
      0,
      ...figures.filter(({ kind }) => kind !== 'wins').map(({ id }) => shares[id]?.value ?? 0),
    ),
    driver: {
      id: `input ${name}`,
      kind: 'input',
      name,
      label: declared?.label ?? name,
      unit: declared?.unit ?? '',
      input: name,
      shares,
      totals: null,
      ends: { low: value(0.1), middle: value(0.5), high: value(0.9) },
      swings: null,
      ties: null,
      levels: shape?.levels.map((score) => value(normalCdf(score))) ?? [],
      means: mutable(shape?.means ?? {}),
      information: null,
    },
  };
}

/** An input and its multiplier are drawn independently: their shares add up. */
function addShares(found: readonly Explanation[]): Driver['shares'] {
  const shares: Driver['shares'] = {};
  for (const { shares: part } of found) {
    for (const [id, { error, value }] of Object.entries(part)) {
      const before = shares[id] ?? { value: 0, error: 0 };
      shares[id] = {
        value: before.value + value,
        error: Math.sqrt(before.error * before.error + error * error),
      };
    }
  }
  return shares;
}

function mutable(means: Explanation['means']): Driver['means'] {
  return Object.fromEntries(Object.entries(means).map(([id, each]) => [id, [...each]]));
}
