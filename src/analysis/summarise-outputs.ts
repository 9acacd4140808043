import type { Summary } from '../schema/result.ts';
import type { RunData } from './run-data.ts';
import { summarise, summariseConstant } from './summarise.ts';

/**
 * Every output of the model by posture, `all` where it is the same for every posture. An output
 * that varies by year appears once for each, as `name@1`, `name@2` and so on.
 */
export function summariseOutputs(data: RunData): Record<string, Record<string, Summary>> {
  const outputs: Record<string, Record<string, Summary>> = {};
  for (const { group, name, posture, year } of data.columns.observed) {
    if (group !== 'output') continue;
    const key = year === null ? name : `${name}@${year}`;
    const constant = data.constant(group, name, posture, year);
    (outputs[key] ??= {})[posture ?? 'all'] =
      constant === null
        ? summarise(data.column(group, name, posture, year), data.replication, 'large')
        : summariseConstant(constant);
  }
  return outputs;
}
