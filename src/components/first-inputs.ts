import type { SwitchingValue } from '../schema/switching-value.ts';

const most = 8;

/** Those of the published comparison, while it is not yet known which inputs weigh most in a run. */
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
export function firstInputs(values: readonly SwitchingValue[] | null): readonly string[] {
  return values === null || values.length === 0
    ? usual
    : values.slice(0, most).map(({ input }) => input);
}
