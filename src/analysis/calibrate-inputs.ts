import { failedChecks } from '../language/compile.ts';
import { RunError } from '../engine/interpreter.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { leastChange } from '../numeric/least-change.ts';
import type { CalibrationTarget, InputCalibration } from '../schema/calibration.ts';
import { scaleValue } from '../schema/scale-value.ts';
import type { Value } from '../schema/value-form.ts';
import { CalibrationError } from './calibration-error.ts';
import { GivenUp, pauseOrStop } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { farthest, moversOf } from './movers.ts';
import type { Mover } from './movers.ts';
import { meanOfInput } from './pin-input.ts';
import { NotFiniteError } from './run-data.ts';
import { aimsOf, figuresOf, runTargets } from './target-figures.ts';
import type { Aim } from './target-figures.ts';
import { yearsBehind } from './update-rate.ts';
import type { RateBelief } from './update-rate.ts';

/** A scenario whose input values are to meet targets. */
export interface InputCalibrationTask {
  readonly source: ProgramSource;
  readonly targets: readonly CalibrationTarget[];
  /** Values of inputs as the scenario's file or the model has them. */
  readonly values: Readonly<Record<string, Value>>;
  /** The scenario with other values, or null where those cannot be. */
  readonly sourceWith: (values: Readonly<Record<string, Value>>) => ProgramSource | null;
  /** Inputs that may move; null for those that matter most. */
  readonly inputs: readonly string[] | null;
  /** Gives up where it gives false. */
  readonly pause: () => Promise<boolean>;
}

/** Futures in which the targets are met, at most: those of the scenario's own run where it has no more. */
const mostTrials = 65_536;
/** Futures in which it is looked up which way figures move: fewer will do. */
const slopeTrials = 4096;
/** So many of the weightiest inputs may move unless others are named. */
const mostInputs = 12;
/** Standard deviations to either side between which a slope is taken. */
const reach = 0.25;
/** Share of a target that counts as met. */
const nearEnough = 1e-4;

/**
 * Finds input values that meet targets with as little change as possible: the sum of the squares of
 * all moves is least, each in standard deviations of its input. Values move as a whole, in
 * proportion. The same luck throughout, so that the answer is always the same. null where `pause`
 * tells that it is no longer wanted.
 */
export async function calibrateInputs(task: InputCalibrationTask): Promise<{
  readonly found: InputCalibration;
  readonly values: Readonly<Record<string, Value>>;
} | null> {
  try {
    return await search(task, pauseOrStop(task.pause));
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

async function search(task: InputCalibrationTask, pause: Pause) {
  const { source, targets } = task;
  const trials = Math.min(source.scenario.run.trials, mostTrials);
  const figures = figuresOf(source, targets);
  const start = await runTargets(source, figures, trials, pause);
  const aims = aimsOf(source, figures, start);
  const before = aims.map(({ of }) => of(start));
  const near = aims.map(
    ({ asked }, index) =>
      Math.max(nearEnough, 2 / trials) *
      Math.max(Math.abs(asked), 0.01 * Math.abs(before[index] ?? 0)),
  );
  const able = moversOf(task);
  const isThere = aims.every(
    ({ asked }, index) => Math.abs(asked - (before[index] ?? 0)) <= (near[index] ?? 0),
  );
  const slopesOf = (movers: readonly Mover[]) => async (change: readonly number[]) => {
    const few = Math.min(trials, slopeTrials);
    const columns: (readonly number[])[] = [];
    for (const [index, mover] of movers.entries()) {
      const [lowest, highest] = mover.bounds;
      const here = change[index] ?? 0;
      const to = Math.min(highest, here + reach);
      const from = Math.max(lowest, here - reach);
      const at = (place: number) =>
        figuresWith(task, movers, change.with(index, place), aims, few, pause);
      const [up, down] = [await at(to), await at(from)];
      columns.push(
        aims.map((_, row) => ((up[row] ?? NaN) - (down[row] ?? NaN)) / (to - from)).map(orNone),
      );
    }
    return aims.map((_, row) => columns.map((column) => column[row] ?? 0));
  };
  const movers =
    isThere || task.inputs !== null ? able : await weightiest(able, slopesOf(able), near);
  if (movers.length === 0 && !isThere)
    throw new CalibrationError(
      'no input that may move has a part in what is to be met. Name some with --vary',
    );
  const {
    change,
    figures: after,
    met,
  } = await leastChange({
    figuresAt: async (at) => figuresWith(task, movers, at, aims, trials, pause),
    slopesAt: slopesOf(movers),
    targets: aims.map(({ asked }) => asked),
    near,
    bounds: movers.map(({ bounds }) => bounds),
  });
  if (met.includes(false)) throw new CalibrationError(refusal(aims, met, before, after, movers));
  const moves = movers.map((mover, index) => movedBy(task, mover, change[index] ?? 0));
  const found: InputCalibration = {
    format: 'tandem-input-calibration/1',
    trials,
    targets: aims.map(({ asked, rate, target, watched }, index) => ({
      target,
      about: watched.event === null ? 'cost' : watched.amount === null ? 'count' : 'amount',
      asked,
      before: before[index] ?? NaN,
      after: after[index] ?? NaN,
      ...(rate === undefined
        ? {}
        : {
            rate: {
              prior: told(rate.prior),
              posterior: told(rate.posterior),
              priorYears: yearsBehind(rate.prior),
            },
          }),
    })),
    inputs: moves.map(({ told }) => told).toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved)),
    distance: Math.sqrt(change.reduce((sum, each) => sum + each * each, 0)),
  };
  const values = Object.fromEntries(
    moves.flatMap(({ told, value }) => (told.factor === 1 ? [] : [[told.input, value] as const])),
  );
  return { found, values };
}

/** A belief about a yearly rate by its mean and 90 % of what is thought possible. */
function told({ cv, mean }: RateBelief) {
  const gamma = makeDistribution({ dist: 'gamma', mean, cv });
  return { mean, p5: gamma.quantile(0.05), p95: gamma.quantile(0.95) };
}

/** The figures with inputs moved; NaN where such values cannot be. */
async function figuresWith(
  task: InputCalibrationTask,
  movers: readonly Mover[],
  change: readonly number[],
  aims: readonly Aim[],
  trials: number,
  pause: Pause,
): Promise<readonly number[]> {
  const values = Object.fromEntries(
    movers.flatMap((mover, index) => {
      const at = change[index] ?? 0;
      const value = at === 0 ? null : scaleValue(mover.value, mover.factorAt(at), mover.possible);
      return value === null ? [] : [[mover.name, value] as const];
    }),
  );
  const source = Object.keys(values).length === 0 ? task.source : task.sourceWith(values);
  if (source === null || hasFailed(source)) return aims.map(() => NaN);
  try {
    const data = await runTargets(source, aims, trials, pause);
    return aims.map(({ of }) => of(data));
  } catch (error) {
    if (error instanceof RunError || error instanceof NotFiniteError) return aims.map(() => NaN);
    throw error;
  }
}

function hasFailed(source: ProgramSource): boolean {
  return failedChecks(source).some((index) => source.model.checks[index]?.severity === 'error');
}

function orNone(slope: number): number {
  return Number.isFinite(slope) ? slope : 0;
}

/** Those that move the targets furthest for a standard deviation; the rest would hardly move. */
async function weightiest(
  movers: readonly Mover[],
  slopesAt: (change: readonly number[]) => Promise<readonly (readonly number[])[]>,
  near: readonly number[],
): Promise<readonly Mover[]> {
  const slopes = await slopesAt(movers.map(() => 0));
  return movers
    .map((mover, index) => ({
      mover,
      weight: slopes.reduce((sum, row, figure) => {
        const part = (row[index] ?? 0) / (near[figure] ?? 1);
        return sum + part * part;
      }, 0),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostInputs)
    .map(({ mover }) => mover);
}

function movedBy(task: InputCalibrationTask, mover: Mover, change: number) {
  const { name, possible, spread, spreadFrom } = mover;
  const factor = change === 0 ? 1 : mover.factorAt(change);
  const value = (factor === 1 ? null : scaleValue(mover.value, factor, possible)) ?? mover.value;
  const input = task.source.scenario.inputs[name];
  const before = input === undefined ? NaN : meanOfInput(input);
  const told = { input: name, before, after: before * factor, factor, moved: change };
  return { told: { ...told, spread, spreadFrom }, value };
}

/** Why targets cannot be met, with how near to them the inputs come. */
function refusal(
  aims: readonly Aim[],
  met: readonly boolean[],
  before: readonly number[],
  after: readonly number[],
  movers: readonly Mover[],
): string {
  const missed = aims.flatMap((aim, index) => {
    const nearest = after[index] ?? NaN;
    return met[index] === true
      ? []
      : [
          `${aimInWords(aim)} of ${digits(aim.asked)}: it is ${digits(before[index] ?? NaN)} now, and as near as inputs come is ${digits(nearest)}`,
        ];
  });
  const names = movers.map(({ name }) => name).join(', ');
  return `no values within ${farthest} standard deviations give ${missed.join('; nor ')}. Moved were ${names}: name others with --vary, or ask for less`;
}

function aimInWords({ target, watched }: Aim): string {
  const of = watched.event === null ? target.posture : `${watched.event} under ${target.posture}`;
  if (watched.amount !== null) return `a mean ${watched.amount} of ${of}`;
  if (watched.event !== null) return `a number of ${of}`;
  return target.kind === 'percentile'
    ? `a p${Math.round(1000 * target.probability) / 10} of ${of}`
    : `a mean cost of ${of}`;
}

function digits(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'no number';
}
