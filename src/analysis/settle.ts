import { momentsOf } from '../numeric/moments.ts';
import { studentQuantileOfTail } from '../numeric/student.ts';
import type { Convergence, Settled } from '../schema/decision.ts';
import type { ChoiceSample } from './choice-sample.ts';
import type { FigureColumn } from './decision-figures.ts';
import { errorOfReplicates } from './replicates.ts';
import type { Replication } from './replicates.ts';

const firstLook = 32;
/** How sure a claim is to be before it counts as settled. */
export const usualConfidence = 0.99;

/** A look at the first futures of every replicate: how many there are of them in all, and their figure. */
export interface Look {
  readonly trials: number;
  readonly value: number;
  readonly error: number;
}

/**
 * A figure after more and more futures: after 32 of each replicate, 64, 128 ... and all. `figure`
 * is the figure of trials from..to-1 of the run.
 */
export function looksAt(
  { offsets }: Replication,
  figure: (from: number, to: number) => number,
): readonly Look[] {
  const sizes = offsets.slice(1).map((to, index) => to - (offsets[index] ?? 0));
  const largest = Math.max(...sizes);
  const counts: number[] = [];
  for (let count = firstLook; count < largest; count *= 2) counts.push(count);
  return [...counts, largest].map((count) => {
    const parts = sizes.map((size, index) => {
      const from = offsets[index] ?? 0;
      return figure(from, from + Math.min(count, size));
    });
    return {
      trials: sizes.reduce((sum, size) => sum + Math.min(count, size), 0),
      value: momentsOf(Float64Array.from(parts)).mean,
      error: errorOfReplicates(parts),
    };
  });
}

/**
 * The first look at which something is settled, by a bound that holds at all looks together: look
 * k may err with a chance of (1 - confidence) / (k (k + 1)), which adds up to 1 - confidence at
 * most. So one may stop at once, and is wrong no more often than said. Student's distribution of
 * the replicates, since few of them tell the error.
 */
export function settledAt(
  looks: readonly Look[],
  replicates: number,
  isSettled: (look: Look, halfWidth: number) => boolean,
  confidence = usualConfidence,
): Look | null {
  if (replicates < 2) return null;
  return (
    looks.find((look, index) => {
      const tail = (1 - confidence) / ((index + 1) * (index + 2)) / 2;
      return isSettled(look, studentQuantileOfTail(tail, replicates - 1) * look.error);
    }) ?? null
  );
}

/** Whether a figure is on one side of a threshold. */
export const beyond =
  (threshold: number) =>
  ({ value }: Look, halfWidth: number): boolean =>
    Math.abs(value - threshold) > halfWidth;

/** Whether a figure is known to within a distance. */
export const within =
  (distance: number) =>
  (_look: Look, halfWidth: number): boolean =>
    halfWidth <= distance;

/** Whether the choice is settled: that the best costs less on average than each other, and more often than not least of all. */
export function settledClaims(
  sample: ChoiceSample,
  postures: readonly { readonly id: string; readonly label: string }[],
  figures: readonly FigureColumn[],
): readonly Settled[] {
  const { replication } = sample;
  const replicates = replication.offsets.length - 1;
  const best = postures[sample.best];
  const name = best?.label ?? '';
  const meanOfColumn = (column: Float64Array) => (from: number, to: number) =>
    momentsOf(column, from, to).mean;
  const claim = (text: string, figure: string, looks: readonly Look[], threshold: number) => {
    const found = settledAt(looks, replicates, beyond(threshold));
    return {
      claim: text,
      figure,
      isSettled: found !== null,
      confidence: usualConfidence,
      trials: found?.trials ?? null,
    };
  };
  const wins = figures.find(({ kind, posture }) => kind === 'wins' && posture === best?.id);
  const often = (wins?.mean ?? 0) > 0.5 ? 'more' : 'less';
  return [
    ...sample.others.map(({ excess, index }) =>
      claim(
        `${name} costs less on average than ${postures[index]?.label ?? ''}`,
        `tco.${postures[index]?.id ?? ''}`,
        looksAt(replication, meanOfColumn(excess)),
        0,
      ),
    ),
    ...(wins === undefined
      ? []
      : [
          claim(
            `${name} is the cheapest in ${often} than half of all futures`,
            wins.id,
            looksAt(replication, meanOfColumn(wins.centred)),
            0.5 - wins.mean,
          ),
        ]),
  ];
}

/** Mean cost of each posture after more and more futures. */
export function convergenceOf(
  figures: readonly FigureColumn[],
  replication: Replication,
): Convergence {
  const found = figures
    .filter(({ kind }) => kind !== 'wins')
    .map(({ centred, id, mean }) => ({
      id,
      looks: looksAt(replication, (from, to) => mean + momentsOf(centred, from, to).mean),
    }));
  const each = (pick: (look: Look) => number) =>
    Object.fromEntries(found.map(({ id, looks }) => [id, looks.map(pick)]));
  return {
    trials: found[0]?.looks.map(({ trials }) => trials) ?? [],
    means: each(({ value }) => value),
    errors: each(({ error }) => (Number.isFinite(error) ? error : 0)),
  };
}
