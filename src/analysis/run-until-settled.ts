import type { ProgramSource } from '../language/program-source.ts';
import { momentsOf } from '../numeric/moments.ts';
import { choiceSample } from './choice-sample.ts';
import { decisionFigures } from './decision-figures.ts';
import { costsOf, GivenUp, pauseOrStop } from './decision-run.ts';
import { looksAt, settledAt, settledClaims, within } from './settle.ts';

/** What is to be known: which posture to choose, or every mean cost to a share of itself. */
export type SettleGoal =
  | { readonly kind: 'choice' }
  | { readonly kind: 'precision'; readonly share: number };

const first = 1024;

/**
 * Figures are told of so many times the futures that settled the choice. Those stopped at a moment
 * that favoured the choice, so that figures of them alone would flatter it; as a sixteenth of the
 * whole they move it by a quarter of its error, and by more where so many may not be run.
 */
const timesTheChoice = 16;

/** How many futures were needed, and whether they were enough. */
export interface Settling {
  /** The futures that settled it, or all that might be asked. */
  readonly needed: number;
  /** The futures to tell figures of. */
  readonly trials: number;
  readonly isSettled: boolean;
}

/**
 * The number of futures after which a goal is met: 1024, or twice as many again and again up to
 * `most`. Looking after each doubling is paid for by the bound (see `settledAt`). A run of that
 * many futures is the same run, so that its result can be had again by its number alone. null
 * where `pause` tells that it is no longer wanted.
 */
export async function runUntilSettled(
  source: ProgramSource,
  goal: SettleGoal,
  most: number,
  pause: () => Promise<boolean>,
): Promise<Settling | null> {
  try {
    for (let trials = Math.min(first, most); ; trials = Math.min(2 * trials, most)) {
      const { costs, data } = await costsOf(source, trials, pauseOrStop(pause));
      const sample = choiceSample(costs, data.replication);
      if (goal.kind === 'choice') {
        const figures = decisionFigures(source.postures, costs, source.model.comparison);
        const claims = settledClaims(sample, source.scenario.postures, figures);
        if (claims.every(({ isSettled }) => isSettled)) {
          const told = Math.min(timesTheChoice * trials, most);
          return { needed: trials, trials: told, isSettled: true };
        }
      } else {
        const isKnown = costs.every((cost) => {
          const looks = looksAt(data.replication, (from, to) => momentsOf(cost, from, to).mean);
          const distance = goal.share * Math.abs(momentsOf(cost).mean);
          return settledAt(looks, data.columns.replicates, within(distance)) !== null;
        });
        if (isKnown) return { needed: trials, trials, isSettled: true };
      }
      if (trials >= most) return { needed: trials, trials, isSettled: false };
    }
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}
