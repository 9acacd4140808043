import { targetPlan } from '../language/target-plan.ts';
import type { Watched } from '../language/target-plan.ts';
import { rateInputs } from '../language/rate-inputs.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { momentsOf, sampleVariance } from '../numeric/moments.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import type { CalibrationTarget } from '../schema/calibration.ts';
import { CalibrationError } from './calibration-error.ts';
import { runInSlices } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import type { RunData } from './run-data.ts';
import { isUncertain } from './is-uncertain.ts';
import { beliefOfYears, updateRate } from './update-rate.ts';
import type { RateBelief } from './update-rate.ts';

/** One figure of a run that is to become a number. */
export interface Figure {
  readonly target: CalibrationTarget;
  readonly watched: Watched;
  readonly of: (data: RunData) => number;
}

/** A figure and the number that it is to become. */
export interface Aim extends Figure {
  readonly asked: number;
  /** What was thought of a yearly rate, and what is thought after a history. */
  readonly rate?: { readonly prior: RateBelief; readonly posterior: RateBelief };
}

/** How uncertain a rate or amount is taken to be where a scenario gives a plain number: a quarter of it. */
export const assumedSpread = 0.25;

/** Runs only what targets are about. */
export function runTargets(
  source: ProgramSource,
  figures: readonly Figure[],
  trials: number,
  pause: Pause,
): Promise<RunData> {
  const plan = targetPlan(
    source,
    figures.map(({ watched }) => watched),
  );
  return runInSlices(plan, source.scenario.run, trials, pause);
}

/** What each target is about; a history is about a rate, and about an amount if it tells one. */
export function figuresOf(
  source: ProgramSource,
  targets: readonly CalibrationTarget[],
): readonly Figure[] {
  return targets.flatMap((target) => {
    const { posture } = target;
    if (!source.postures.includes(posture))
      throw new CalibrationError(
        `there is no posture "${posture.slice(0, 60)}"; the scenario has ${source.postures.join(', ')}`,
      );
    switch (target.kind) {
      case 'mean':
        return costFigure(target, (cost) => momentsOf(cost).mean);
      case 'percentile':
        return costFigure(
          target,
          (cost) => orderStatistics(cost).quantiles([target.probability])[0] ?? NaN,
        );
      case 'count':
        return countFigure(source, target);
      case 'amount':
        return amountFigure(source, target);
      case 'history':
        return [
          countFigure(source, target),
          ...(target.value === undefined ? [] : [amountFigure(source, target)]),
        ];
    }
    return target satisfies never;
  });
}

/** The number that each figure is to become, by the run of the scenario as it is. */
export function aimsOf(
  source: ProgramSource,
  figures: readonly Figure[],
  data: RunData,
): readonly Aim[] {
  return figures.map((figure) => {
    const { target, watched } = figure;
    if (target.kind !== 'history') return { ...figure, asked: target.value };
    if (watched.amount !== null)
      return { ...figure, asked: amountFromHistory(source.years, target, watched.amount, data) };
    const prior = rateBefore(source, target, data);
    const posterior = updateRate(prior, target.count, target.years);
    return { ...figure, asked: source.years * posterior.mean, rate: { prior, posterior } };
  });
}

type History = CalibrationTarget & { readonly kind: 'history' };

/**
 * The rate as the scenario has it, as a gamma belief: as uncertain as it is in the futures, and as
 * its level is taken to be where that is a plain number; or as strong as the target says.
 */
function rateBefore(source: ProgramSource, target: History, data: RunData): RateBelief {
  const expected = momentsOf(data.column('expected', target.event, target.posture));
  const mean = expected.mean / source.years;
  if (!(mean > 0))
    throw new CalibrationError(
      `${target.event} never happens under ${target.posture} in this scenario: no history can say how much oftener it does. Give it a rate first`,
    );
  if (target.priorYears !== undefined) return beliefOfYears(mean, target.priorYears);
  const told = sampleVariance(expected) / (expected.mean * expected.mean);
  const input = source.scenario.inputs[rateInputs(source)[target.event] ?? ''];
  const level = input !== undefined && isUncertain(input) ? 0 : assumedSpread * assumedSpread;
  // Independent factors: the level of the rate, and what makes it vary in the futures.
  return { mean, cv: Math.sqrt((1 + told) * (1 + level) - 1) };
}

/**
 * Credibility (Bühlmann): what was seen and what the scenario says, weighed by how many were seen
 * and by how much one of them differs from the next; or, where the target says for how many years
 * the scenario stands, by how many it would have seen in them.
 */
function amountFromHistory(
  horizon: number,
  target: History,
  amount: string,
  data: RunData,
): number {
  const { count, event, posture, priorYears, value = NaN } = target;
  const events = momentsOf(data.column('happened', event, posture)).mean;
  const name = `${event}.${amount}`;
  const mean = momentsOf(data.column('drawn', name, posture)).mean / events;
  const square = momentsOf(data.column('drawn', `${name}^2`, posture)).mean / events;
  const level = assumedSpread * mean;
  const expected = momentsOf(data.column('expected', event, posture)).mean / horizon;
  const weight =
    priorYears === undefined
      ? (count * level * level) / (count * level * level + square - mean * mean)
      : count / (count + expected * priorYears);
  return count === 0 ? mean : mean + weight * (value - mean);
}

function costFigure(target: CalibrationTarget, of: (cost: Float64Array) => number): Figure {
  const { posture } = target;
  return {
    target,
    watched: { posture, event: null, amount: null },
    of: (data) => of(data.column('output', 'tco', posture)),
  };
}

type OfEvent = Extract<CalibrationTarget, { readonly event: string }>;

function countFigure(source: ProgramSource, target: OfEvent): Figure {
  const { event, posture } = target;
  if (!source.events.has(event))
    throw new CalibrationError(
      `there is no event "${event.slice(0, 60)}"; the model has ${[...source.events.keys()].join(', ')}`,
    );
  return {
    target,
    watched: { posture, event, amount: null },
    of: (data) => momentsOf(data.column('expected', event, posture)).mean,
  };
}

function amountFigure(
  source: ProgramSource,
  target: OfEvent & { readonly amount?: string | undefined },
): Figure {
  const { event, posture } = countFigure(source, target).watched;
  const amounts = source.events.get(event ?? '')?.amounts ?? [];
  const amount = target.amount ?? amounts[0];
  if (
    amount === undefined ||
    !amounts.includes(amount) ||
    (target.amount === undefined && amounts.length > 1)
  )
    throw new CalibrationError(
      `name an amount of ${target.event}: it has ${amounts.join(', ') || 'none'}`,
    );
  return {
    target,
    watched: { posture, event, amount },
    of: (data) => {
      const events = momentsOf(data.column('happened', target.event, posture)).mean;
      return momentsOf(data.column('drawn', `${target.event}.${amount}`, posture)).mean / events;
    },
  };
}
