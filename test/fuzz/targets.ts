import { distributionTarget } from './distribution-target.ts';
import { bytesTarget, modelTarget, scenarioTarget } from './file-targets.ts';
import { formulaTarget } from './formula-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { csvTarget, linkTarget, numberTarget, sipmathTarget } from './text-targets.ts';

/** Whatever reads what comes from outside. */
export const targets: readonly FuzzTarget[] = [
  formulaTarget,
  distributionTarget,
  scenarioTarget,
  modelTarget,
  csvTarget,
  sipmathTarget,
  linkTarget,
  numberTarget,
  bytesTarget,
];
