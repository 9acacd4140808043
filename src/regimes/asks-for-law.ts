import type { Scenario } from '../schema/scenario.ts';

/** Whether a scenario says anything that the law could be asked about. */
export function asksForLaw({ company, flows, programme }: Scenario): boolean {
  return company !== undefined || flows !== undefined || programme !== undefined;
}
