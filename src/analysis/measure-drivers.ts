import { decisionPlan } from '../language/decision-plan.ts';
import type { Compiled } from '../language/compile.ts';
import { rateInputs } from '../language/rate-inputs.ts';
import type { Driver } from '../schema/decision.ts';
import { choiceSample } from './choice-sample.ts';
import type { ChoiceSample } from './choice-sample.ts';
import { decisionFigures } from './decision-figures.ts';
import type { FigureColumn } from './decision-figures.ts';
import { costColumns, runInSlices } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { explainByLuck } from './driver-shares.ts';
import { inputDriver } from './input-driver.ts';
import type { OwnDriver } from './input-driver.ts';
import { luckOf } from './luck-columns.ts';
import type { RunData } from './run-data.ts';

/** Values that are kept in memory at once: 64 MB. */
const mostKept = 8_000_000;
const fewestTrials = 512;

/** What one run tells of each driver: the share that it explains of every figure. */
export interface MeasuredDrivers {
  readonly trials: number;
  readonly data: RunData;
  readonly costs: readonly Float64Array[];
  readonly sample: ChoiceSample;
  readonly figures: readonly FigureColumn[];
  readonly own: readonly OwnDriver[];
  readonly luck: readonly Driver[];
  /** Uncertain inputs that reach no total cost. */
  readonly idle: readonly string[];
}

/** Runs a scenario with the draws of its inputs and events kept, and measures what each explains. */
export async function measureDrivers(
  compiled: Compiled,
  comparison: { readonly of: string; readonly against: readonly string[] },
  pause: Pause,
  mostTrials = Infinity,
): Promise<MeasuredDrivers> {
  const { source } = compiled;
  const { run } = source.scenario;
  const { events, idle, inputs, plan } = decisionPlan(source, 'drivers');
  const kept = Math.floor(mostKept / Math.max(1, plan.observed.length));
  const trials = Math.max(fewestTrials, Math.min(run.trials, kept, mostTrials));
  const data = await runInSlices(plan, run, trials, pause);
  const costs = costColumns(source, data);
  const sample = choiceSample(costs, data.replication);
  const figures = decisionFigures(source.postures, costs, comparison);

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
      unit: each.input === null ? 'events' : (source.model.inputs[each.input]?.unit ?? ''),
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
  return { trials, data, costs, sample, figures, own, luck, idle };
}

function luckLabel({ source }: Compiled, event: string, input: string | null): string {
  const of = source.model.events[event]?.label ?? event;
  if (input === null) return `${of}: how often`;
  return `${source.model.inputs[input]?.label ?? input}, each time`;
}
