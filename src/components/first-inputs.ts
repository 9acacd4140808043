/** The inputs that matter most in the published comparison, until an analysis of a run says which. */
export const firstInputs: readonly string[] = [
  'remediationRate',
  'remediationCost',
  'upgradeCost',
  'monitoringCost',
  'programmeCost',
  'investigationRate',
  'investigationCost',
  'marginAtRisk',
];
