import { analyse } from '../analysis/analyse.ts';
import { runInSlices } from '../analysis/decision-run.ts';
import type { RunData } from '../analysis/run-data.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import type { Prepared } from './prepare.ts';

/** A run with its trials, which what is exported of it needs beside its result. */
export interface WholeRun {
  readonly result: Result;
  readonly data: RunData;
}

/** Runs a prepared scenario in this thread and keeps its trials. */
export async function runWhole(
  { compiled, identity }: Prepared,
  evidence: Pick<Evidence, 'claims'>,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<WholeRun> {
  const { run } = compiled.source.scenario;
  const data = await runInSlices(compiled.plan, run, run.trials, pause);
  return { data, result: analyse(compiled, data.columns, identity, evidence) };
}
