import { layOutBlocks } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { Plan } from '../language/plan.ts';
import { decisionPlan } from '../language/decision-plan.ts';
import type { ProgramSource } from '../language/program-source.ts';
import type { RunOptions } from '../schema/resolved.ts';
import { replicationOf } from './replicates.ts';
import { RunData } from './run-data.ts';

/** Nobody wants the answer any more. */
export class GivenUp extends Error {}

/** Lets the thread do something else; throws GivenUp where the answer is no longer wanted. */
export type Pause = () => Promise<void>;

/** A pause that throws from one that tells. */
export function pauseOrStop(pause: () => Promise<boolean>): Pause {
  return async () => {
    if (!(await pause())) throw new GivenUp();
  };
}

/** Blocks between two pauses: some milliseconds. */
const blocksASlice = 16;

/** Runs a plan, pausing now and then. */
export async function runInSlices(
  plan: Plan,
  run: RunOptions,
  trials: number,
  pause: Pause,
): Promise<RunData> {
  const layout = layOutBlocks(trials);
  const blocks = startBlocks(plan, run, layout.blocks);
  for (let more = true; more;) {
    for (let i = 0; i < blocksASlice && more; i++) more = blocks.next();
    await pause();
  }
  const columns = mergeRecordings(plan, layout, [blocks.recording]);
  return new RunData(columns, replicationOf(columns, run.sampling));
}

/** What an output that counts in money is of each posture, trial by trial: nothing else is computed. */
export async function costsOf(
  source: ProgramSource,
  trials: number,
  pause: Pause,
  output = 'tco',
): Promise<{ readonly costs: readonly Float64Array[]; readonly data: RunData }> {
  const { plan } = decisionPlan(source, 'costs', output);
  const data = await runInSlices(plan, source.scenario.run, trials, pause);
  return { costs: costColumns(source, data), data };
}

export function costColumns(source: ProgramSource, data: RunData): readonly Float64Array[] {
  return source.postures.map((posture) => data.column('output', 'tco', posture));
}
