import type { Compiled } from '../language/compile.ts';
import type { Decision } from '../schema/decision.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import { beyondCapsOf } from './beyond-caps.ts';
import { pauseOrStop, GivenUp } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { withSwings, withTotals } from './driver-runs.ts';
import { groupValues } from './group-values.ts';
import { usualDecision } from './decision-options.ts';
import type { DecisionOptions } from './decision-options.ts';
import { partsOf } from './is-uncertain.ts';
import { valueOfAll } from './information-value.ts';
import { measureDrivers } from './measure-drivers.ts';
import { riskOf } from './risk.ts';
import { modelHash, scenarioHash } from './run-identity.ts';
import type { RunIdentity } from './run-identity.ts';
import { convergenceOf, settledClaims } from './settle.ts';
import { tandemVersion } from './version.ts';

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

/** Inputs that are numbers without a range; what the law sets is none of them. */
function certainInputs({ inputs }: ResolvedScenario): string[] {
  return Object.entries(inputs).flatMap(([name, input]) =>
    input.from !== 'law' && partsOf(input).every(({ kind }) => kind === 'number') ? [name] : [],
  );
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
  const measured = await measureDrivers(compiled, model.comparison, pause);
  const { costs, data, figures, idle, luck, own, sample, trials } = measured;
  const everything = valueOfAll(sample);
  const { groups, singles } = await groupValues(
    compiled,
    options.groups,
    own,
    sample,
    everything,
    pause,
  );
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
      model: { id: model.id, version: model.version, hash: modelHash(model) },
      scenario: {
        name: scenario.name,
        file: identity.scenarioFile,
        hash: scenarioHash(identity.scenario),
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
    certain: certainInputs(scenario),
    everything,
    groups,
    risk: riskOf(source.postures, costs, model.comparison.of, data.replication),
    convergence: convergenceOf(figures, data.replication),
    settled: [...settledClaims(sample, scenario.postures, figures)],
    beyondCaps: beyondCapsOf(scenario),
  };
}
