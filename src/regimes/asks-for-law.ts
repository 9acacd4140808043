import type { Scenario } from '../schema/scenario.ts';

/** Whether a scenario says anything that the law could be asked about. */
export function asksForLaw({ company, flows, law, programme }: Scenario): boolean {
  return [company, flows, law?.future, programme].some((part) => part !== undefined);
}
