import type { Columns } from '../../src/engine/merge.ts';
import type { Observed } from '../../src/language/plan.ts';

/** One recorded quantity of a hand-made run: its values by trial, or a constant. */
export interface Recorded extends Partial<Observed> {
  readonly values?: readonly number[];
}

/** A run made by hand, in `replicates` equal parts; what is not said of a quantity is as for an output. */
export function columnsOf(trials: number, recorded: readonly Recorded[], replicates = 1): Columns {
  const observed = recorded.map(({ values: _values, ...rest }): Observed => ({
    group: 'output',
    name: 'tco',
    posture: null,
    year: null,
    keep: 'column',
    constant: null,
    ...rest,
  }));
  return {
    observed,
    trials,
    replicates,
    offsets: Array.from({ length: replicates + 1 }, (_, index) => (index * trials) / replicates),
    values: recorded.map(({ values }) => (values === undefined ? null : Float64Array.from(values))),
    moments: recorded.map(() => null),
  };
}
