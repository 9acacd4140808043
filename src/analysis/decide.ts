import { decisionPlan } from '../language/decision-plan.ts';
import type { Compiled } from '../language/compile.ts';
import { rateInputs } from '../language/rate-inputs.ts';
import type { Decision, Driver } from '../schema/decision.ts';
import type { RunIdentity } from './analyse.ts';
import { beyondCapsOf } from './beyond-caps.ts';
import { choiceSample } from './choice-sample.ts';
import { decisionFigures } from './decision-figures.ts';
import { costColumns, pauseOrStop, runInSlices, GivenUp } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { explainByLuck } from './driver-shares.ts';
import { withSwings, withTotals } from './driver-runs.ts';
import { groupValues } from './group-values.ts';
import { usualDecision } from './decision-options.ts';
import type { DecisionOptions } from './decision-options.ts';
import { valueOfAll } from './information-value.ts';
import { inputDriver } from './input-driver.ts';
import type { OwnDriver } from './input-driver.ts';
import { luckOf } from './luck-columns.ts';
import { riskOf } from './risk.ts';
import { convergenceOf, settledClaims } from './settle.ts';
import { tandemVersion } from './version.ts';

/** Values that are kept in memory at once: 64 MB. */
const mostKept = 8_000_000;
export const fewestTrials = 512;

/**
 * What a decision turns on, from one run of the scenario and a few short ones: sensitivity, value
 * of information, risk, and how sure all that is. null where `pause` tells that it is no longer
 * wanted.
 */
export async function decide(
  compiled: Compiled,
  identity: RunIdentity,
  pause: () => Promise<boolean>,
  options: DecisionOptions = usualDecision,
): Promise<Decision | null> {
  try {
    return await decideOrStop(compiled, identity, pauseOrStop(pause), options);
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

async function decideOrStop(
  compiled: Compiled,
  identity: RunIdentity,
  pause: Pause,
  options: DecisionOptions,
): Promise<Decision> {
  const { source } = compiled;
  const { model, scenario } = source;
  const { run } = scenario;
  const { events, idle, inputs, plan } = decisionPlan(source, 'drivers');
  const kept = Math.floor(mostKept / Math.max(1, plan.observed.length));
  const trials = Math.max(fewestTrials, Math.min(run.trials, kept));
  const data = await runInSlices(plan, run, trials, pause);
  const costs = costColumns(source, data);
  const sample = choiceSample(costs, data.replication);
  const figures = decisionFigures(source.postures, costs, model.comparison);

  const own: OwnDriver[] = [];
  for (const name of inputs) {
    own.push(inputDriver(name, compiled, data, sample, figures));
    await pause();
  }
  const luck: Driver[] = [];
  const rates = rateInputs(source);
  for (const each of luckOf(events, source.postures, data)) {
    luck.push({
      id: each.id,
      kind: each.kind,
      name: each.event,
      label: luckLabel(compiled, each.event, each.input),
      unit: each.input === null ? 'events' : (model.inputs[each.input]?.unit ?? ''),
      input: each.input ?? rates[each.event] ?? null,
      shares: explainByLuck(each.column, figures, data.replication.offsets),
      totals: null,
      ends: null,
      swings: null,
      ties: null,
      levels: [],
      means: {},
      information: null,
    });
    await pause();
  }
  const everything = valueOfAll(sample);
  const { groups, singles } = await groupValues(compiled, options.groups, own, sample, pause);
  const drivers = await withSwings(
    compiled,
    own.map(({ driver }, index) => ({ ...driver, information: singles[index] ?? null })),
    figures,
    pause,
  );
  const all = [...drivers, ...luck];
  return {
    format: 'tandem-decision/1',
    run: {
      tandem: tandemVersion,
      model: { id: model.id, version: model.version, hash: identity.modelHash },
      scenario: {
        name: scenario.name,
        file: identity.scenarioFile,
        hash: identity.scenarioHash,
      },
      seed: run.seed,
      sampling: run.sampling,
      coupling: run.coupling,
      trials,
      replicates: data.columns.replicates,
      years: source.years,
    },
    postures: scenario.postures.map(({ id, label }) => ({ id, label })),
    of: model.comparison.of,
    best: source.postures[sample.best] ?? '',
    figures: figures.map(({ id, kind, mean, posture, variance }) => ({
      id,
      kind,
      posture,
      mean,
      variance,
    })),
    drivers: options.totals ? await withTotals(compiled, all, pause) : all,
    idle: [...idle],
    everything,
    groups,
    risk: riskOf(source.postures, costs, model.comparison.of, data.replication),
    convergence: convergenceOf(figures, data.replication),
    settled: [...settledClaims(sample, scenario.postures, figures)],
    beyondCaps: beyondCapsOf(scenario),
  };
}

function luckLabel({ source }: Compiled, event: string, input: string | null): string {
  const of = source.model.events[event]?.label ?? event;
  if (input === null) return `${of}: how often`;
  return `${source.model.inputs[input]?.label ?? input}, each time`;
}
