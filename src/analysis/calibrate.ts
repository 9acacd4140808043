import { decisionPlan } from '../language/decision-plan.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { poolEntropy } from '../numeric/entropy-pooling.ts';
import type { MeanTarget } from '../numeric/entropy-pooling.ts';
import { orderStatistics } from '../numeric/order-statistics.ts';
import { momentsOf } from '../numeric/moments.ts';
import type { Calibration, CalibrationTarget } from '../schema/calibration.ts';
import { CalibrationError } from './calibration-error.ts';
import { decisionFigures } from './decision-figures.ts';
import { costColumns, GivenUp, pauseOrStop, runInSlices } from './decision-run.ts';
import type { RunData } from './run-data.ts';

const mostTrials = 65_536;
/** Fewer futures than this say too little for what follows from them. */
const fewestEffective = 100;

/** Targets that futures can be weighed for: each future says of each whether it agrees. */
type Weighable = Extract<CalibrationTarget, { readonly kind: 'mean' | 'percentile' | 'count' }>;

/**
 * Weighs the futures of a scenario so that they agree with what is known from elsewhere, changing
 * as little as possible, and tells how far each input moved for it. null where `pause` tells that
 * it is no longer wanted.
 */
export async function calibrate(
  source: ProgramSource,
  given: readonly CalibrationTarget[],
  pause: () => Promise<boolean>,
): Promise<Calibration | null> {
  const targets = given.map(weighable);
  const { inputs, plan } = decisionPlan(source, 'values');
  const { run } = source.scenario;
  const trials = Math.min(run.trials, mostTrials);
  let data: RunData;
  try {
    data = await runInSlices(plan, run, trials, pauseOrStop(pause));
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
  const costs = costColumns(source, data);
  const asked = targets.map((target) => columnOf(source, data, target));
  const found = poolEntropy(asked);
  if ('impossible' in found) {
    const named = found.impossible.flatMap((index) => targets[index] ?? []);
    const each = found.impossible.map((index) => rangeOf(asked[index], targets[index]));
    throw new CalibrationError(
      named.length === 1 || found.impossible.length < targets.length
        ? `no weighing of the simulated futures gives ${each.join(', nor ')}. Change the inputs first`
        : `the targets contradict each other: ${each.join('; ')}`,
    );
  }
  const { effectiveTrials, weights } = found;
  if (effectiveTrials < Math.min(fewestEffective, trials / 10))
    throw new CalibrationError(
      `the targets rest on about ${Math.round(effectiveTrials)} of ${trials} futures: they are too far from what the scenario expects. Change the inputs first`,
    );
  const weighted = (values: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < trials; i++) sum += (weights[i] as number) * (values[i] as number);
    return sum;
  };
  const figures = decisionFigures(source.postures, costs, source.model.comparison);
  const both = (kind: 'tco' | 'wins') =>
    Object.fromEntries(
      figures
        .filter((figure) => figure.kind === kind)
        .map(({ centred, mean, posture }) => [
          posture,
          { before: mean, after: mean + weighted(centred) },
        ]),
    );
  return {
    format: 'tandem-calibration/1',
    trials,
    effectiveTrials,
    targets: targets.map((target, index) => ({
      target,
      before: beforeOf(source, costs, target, asked[index]),
    })),
    inputs: inputs
      .map((input) => {
        const values = data.column('value', input, null);
        const before = momentsOf(values).mean;
        const moved = weighted(data.column('score', input, null));
        return { input, before, after: weighted(values), moved };
      })
      .toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved)),
    tco: both('tco'),
    cheapest: both('wins'),
  };
}

function weighable(target: CalibrationTarget): Weighable {
  if (target.kind === 'history' || target.kind === 'amount')
    throw new CalibrationError(
      'what events cost, and what happened in past years, says something of inputs, not of which futures to believe: ask for it with --by inputs',
    );
  return target;
}

function columnOf(source: ProgramSource, data: RunData, target: Weighable): MeanTarget {
  const { posture } = target;
  if (!source.postures.includes(posture))
    throw new CalibrationError(
      `there is no posture "${posture.slice(0, 60)}"; the scenario has ${source.postures.join(', ')}`,
    );
  if (target.kind === 'count') {
    if (!source.events.has(target.event))
      throw new CalibrationError(
        `there is no event "${target.event.slice(0, 60)}"; the model has ${[...source.events.keys()].join(', ')}`,
      );
    return { values: data.column('happened', target.event, posture), mean: target.value };
  }
  const cost = data.column('output', 'tco', posture);
  if (target.kind === 'mean') return { values: cost, mean: target.value };
  const { probability, value } = target;
  return { values: cost.map((each) => (each <= value ? 1 : 0)), mean: probability };
}

function beforeOf(
  source: ProgramSource,
  costs: readonly Float64Array[],
  target: Weighable,
  asked: MeanTarget | undefined,
): number {
  if (target.kind !== 'percentile') return momentsOf(asked?.values ?? new Float64Array(0)).mean;
  const cost = costs[source.postures.indexOf(target.posture)] ?? new Float64Array(0);
  return orderStatistics(cost).quantiles([target.probability])[0] ?? NaN;
}

/** What a target asks for beside what the futures can give. */
function rangeOf(asked: MeanTarget | undefined, target: Weighable | undefined): string {
  const order = orderStatistics(asked?.values ?? new Float64Array(0));
  const [least = NaN, most = NaN] = order.quantiles([0, 1]);
  const whole = (value: number) => String(Math.round(value));
  switch (target?.kind) {
    case 'mean':
      return `a mean of ${whole(target.value)} for ${target.posture}, whose futures cost ${whole(least)} to ${whole(most)}`;
    case 'percentile':
      return `${target.value} as a percentile of ${target.posture}, since ${least === 1 ? 'all' : 'none'} of its futures cost so little`;
    case 'count':
      return `${target.value} of ${target.event} under ${target.posture}, which has ${whole(least)} to ${whole(most)}`;
    default:
      return 'that';
  }
}
