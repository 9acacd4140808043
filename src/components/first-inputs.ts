import { isFound } from './switching-search.ts';
import type { SwitchingSearch } from './switching-search.ts';

const most = 8;

/** Those of the published comparison, while it is not known which inputs weigh most in a run. */
const usual: readonly string[] = [
  'remediationRate',
  'remediationCost',
  'monitoringCost',
  'upgradeCost',
  'marginAtRisk',
  'trustDrop',
  'programmeCost',
  'investigationRate',
];

/** The inputs that move the answer most, the weightiest first. */
export function firstInputs(search: SwitchingSearch): readonly string[] {
  return isFound(search) && search.length > 0
    ? search.slice(0, most).map(({ input }) => input)
    : usual;
}
