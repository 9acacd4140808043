import { momentsOf } from '../numeric/moments.ts';
import { indexOfLeast } from '../numeric/same-amount.ts';
import type { ProgramSource } from '../language/program-source.ts';
import type { Swing, Tie } from '../schema/decision.ts';
import { differenceOf } from './compare.ts';
import type { FigureColumn } from './decision-figures.ts';
import { costsOf } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { decisionFigures } from './decision-figures.ts';
import { pinnedAt, valueAt, withInputs } from './pin-input.ts';
import { meanOf } from './choice-sample.ts';

/** Few: differences between runs with the same luck are told apart by few futures. */
const trials = 4096;
/** Percentiles between which nothing that is likely enough is left out. */
const [lowest, highest] = [0.01, 0.99] as const;
const nearEnough = 0.002;
const mostSteps = 12;

/** What one input does to each figure between its ends, and where the choice on average changes. */
export interface InputSwing {
  readonly swings: Readonly<Record<string, Swing>>;
  readonly ties: readonly Tie[];
}

/** The figures of a scenario as it is, in few futures and in all of them: what swings start from. */
export interface SwingBase {
  readonly source: ProgramSource;
  readonly costs: readonly Float64Array[];
  readonly figures: readonly FigureColumn[];
  /** Means in all futures less those in few: added to what few futures give. */
  readonly correction: ReadonlyMap<string, number>;
}

/** `figures` are those of the whole run. */
export async function swingBase(
  source: ProgramSource,
  figures: readonly FigureColumn[],
  pause: Pause,
): Promise<SwingBase> {
  const { costs } = await costsOf(source, trials, pause);
  const few = decisionFigures(source.postures, costs, source.model.comparison);
  const correction = new Map(
    figures.map(({ id, mean }) => [id, mean - (few.find((each) => each.id === id)?.mean ?? mean)]),
  );
  return { source, costs, figures: few, correction };
}

/**
 * Runs the scenario with one input fixed at its 10th and 90th percentile, with the same luck
 * otherwise: the tornado's bars. Where the choice might change further out, its 1st and 99th are
 * looked at too, and ties are found by halving.
 */
export async function inputSwing(
  base: SwingBase,
  name: string,
  pause: Pause,
): Promise<InputSwing | null> {
  const { source } = base;
  const input = source.scenario.inputs[name];
  if (input === undefined) return null;
  const runAt = async (probability: number) => {
    const pinned = withInputs(source, { [name]: pinnedAt(input, probability) });
    return costsOf(pinned, trials, pause);
  };
  const leadsOf = (costs: readonly Float64Array[]): readonly number[] =>
    costs.map((each, index) => {
      const id = `tco.${source.postures[index] ?? ''}`;
      return momentsOf(each).mean + (base.correction.get(id) ?? 0);
    });
  const low = await runAt(0.1);
  const high = await runAt(0.9);
  const figuresOf = (costs: readonly Float64Array[]) =>
    decisionFigures(source.postures, costs, source.model.comparison);
  const [atLow, atHigh] = [figuresOf(low.costs), figuresOf(high.costs)];
  const swings = Object.fromEntries(
    base.figures.map((figure, index): [string, Swing] => {
      const add = base.correction.get(figure.id) ?? 0;
      const [a, b] = [atLow[index] ?? figure, atHigh[index] ?? figure];
      const { error } = meanOf(differenceOf(a.centred, b.centred), low.data.replication);
      return [figure.id, { low: a.mean + add, high: b.mean + add, error }];
    }),
  );
  const means = async (probability: number) => leadsOf((await runAt(probability)).costs);
  const known: Place[] = [
    { at: 0.1, means: leadsOf(low.costs) },
    { at: 0.9, means: leadsOf(high.costs) },
  ];
  const value = (probability: number) => valueAt(input, probability);
  for (const end of [lowest, highest]) {
    if (mightTurn(known, end, value)) known.push({ at: end, means: await means(end) });
  }
  known.sort((a, b) => a.at - b.at);
  const ties: Tie[] = [];
  for (const [index, place] of known.entries()) {
    const next = known[index + 1];
    if (next === undefined || winner(place.means) === winner(next.means)) continue;
    const at = await tieBetween(place, next, means);
    ties.push({ value: value(at), best: source.postures[winner(next.means)] ?? '' });
  }
  return { swings, ties };
}

interface Place {
  readonly at: number;
  /** Mean cost by posture. */
  readonly means: readonly number[];
}

function winner(means: readonly number[]): number {
  return indexOfLeast(means);
}

/** Whether going on straight from the two ends to a further one comes near a tie. */
function mightTurn(
  [low, high]: readonly Place[],
  end: number,
  value: (probability: number) => number,
): boolean {
  if (low === undefined || high === undefined) return false;
  const [from, to] = [value(low.at), value(high.at)];
  const part = to === from ? 0 : (value(end) - from) / (to - from);
  const beyond = low.means.map((mean, index) => mean + part * ((high.means[index] ?? 0) - mean));
  const best = winner(low.means);
  const lead = (means: readonly number[]) =>
    Math.min(...means.filter((_, index) => index !== best)) - (means[best] ?? 0);
  return lead(beyond) < 0.5 * Math.max(lead(low.means), lead(high.means));
}

/** The percentile at which the better of two choices changes, by halving. */
async function tieBetween(
  from: Place,
  to: Place,
  means: (probability: number) => Promise<readonly number[]>,
): Promise<number> {
  let [low, high] = [from.at, to.at];
  const first = winner(from.means);
  for (let step = 0; step < mostSteps && high - low > nearEnough; step++) {
    const middle = (low + high) / 2;
    if (winner(await means(middle)) === first) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
