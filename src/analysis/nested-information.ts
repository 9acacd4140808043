import type { Plan } from '../language/plan.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { choiceSample, meanOf } from './choice-sample.ts';
import type { ChoiceSample, Estimate } from './choice-sample.ts';
import { costColumns, runInSlices } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { drawnAgain } from './drawn-again.ts';
import { nothing, upperOf } from './information-value.ts';
import type { InformationValue } from './information-value.ts';

/** How often all else is drawn again around each set of what is known. */
const times = 16;

/** What a model costs, and whatever of its luck becomes known. */
export interface NestedQuestion {
  readonly source: ProgramSource;
  /** Records the total cost of each posture. */
  readonly plan: Plan;
  /** The posture that is chosen as things stand. */
  readonly best: number;
  /** Sets of what is known. */
  readonly trials: number;
  /** Whether what a stream draws is known before choosing. */
  readonly isKnown: (stream: string) => boolean;
}

/**
 * What it is worth to know some of the streams of a model, whatever shape their effects have: they
 * are drawn once and all others anew, many times over (a nested simulation with common numbers).
 * Choosing by all draws but one, and paying by that one, is worth at least `value`: no choice
 * profits from what suggested it. Choosing by the mean of all draws and being paid that very mean
 * is worth too much on average (Jensen), which bounds it from above.
 */
export async function nestedInformation(
  { best, isKnown, plan, source, trials }: NestedQuestion,
  pause: Pause,
): Promise<InformationValue> {
  const draws: ChoiceSample[] = [];
  for (let time = 1; time <= times; time++) {
    const streams = plan.streams.map((stream) =>
      isKnown(stream.name) ? stream : drawnAgain(stream, time),
    );
    const data = await runInSlices({ ...plan, streams }, source.scenario.run, trials, pause);
    draws.push(choiceSample(costColumns(source, data), data.replication, best));
  }
  return { ...leftOut(draws), upper: upperOf(promised(draws)) };
}

/** The excess of each other alternative over the best: its mean over the draws of a trial. */
function meansOf(draws: readonly ChoiceSample[]): readonly Float64Array[] {
  const [first] = draws;
  return (first?.others ?? []).map(({ excess }, other) => {
    const sum = new Float64Array(excess.length);
    for (const { others } of draws) {
      const own = others[other]?.excess ?? sum;
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (own[i] as number);
    }
    return sum.map((each) => each / draws.length);
  });
}

/** What choices by all draws but one save in that one. */
function leftOut(draws: readonly ChoiceSample[]): Estimate {
  const [first] = draws;
  if (first === undefined) return nothing;
  const means = meansOf(draws);
  const trusts = means.map((mean, other) => trustOf(mean, draws, other));
  const gain = new Float64Array(first.trials);
  const others = draws.length - 1;
  for (const { others: excess } of draws) {
    for (let i = 0; i < gain.length; i++) {
      let saved = 0;
      let least = 0;
      for (const [other, mean] of means.entries()) {
        const own = excess[other]?.excess[i] ?? 0;
        const { centre, part } = trusts[other] as Trust;
        const rest = ((mean[i] as number) * draws.length - own) / others;
        const expected = centre + part * (rest - centre);
        if (expected < least) [least, saved] = [expected, -own];
      }
      gain[i] = (gain[i] as number) + saved / draws.length;
    }
  }
  const { error, value } = meanOf(gain, first.replication);
  return { value: Math.max(0, value), error };
}

/** How far the mean of a trial's draws is believed, against the mean of all trials. */
interface Trust {
  readonly centre: number;
  readonly part: number;
}

/** The best straight-line forecast of one more draw from the mean of the others (Bühlmann). */
function trustOf(mean: Float64Array, draws: readonly ChoiceSample[], other: number): Trust {
  const between = momentsOf(mean);
  let squares = 0;
  for (const { others } of draws) {
    const own = others[other]?.excess ?? mean;
    for (let i = 0; i < mean.length; i++) {
      const apart = (own[i] as number) - (mean[i] as number);
      squares += apart * apart;
    }
  }
  const within = squares / (mean.length * (draws.length - 1));
  const known = Math.max(0, sampleVariance(between) - within / draws.length);
  const noise = within / (draws.length - 1);
  return { centre: between.mean, part: known > 0 ? known / (known + noise) : 0 };
}

/** What choices by the mean of all draws promise by that mean. */
function promised(draws: readonly ChoiceSample[]): Estimate {
  const [first] = draws;
  if (first === undefined) return nothing;
  const gain = new Float64Array(first.trials);
  for (const mean of meansOf(draws))
    for (let i = 0; i < gain.length; i++)
      gain[i] = Math.max(gain[i] as number, -(mean[i] as number));
  return meanOf(gain, first.replication);
}
