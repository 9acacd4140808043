import { either } from './fact.ts';
import type { Computed } from './inquiry.ts';
import { coverage } from './required-controls.ts';

/** Facts that follow from the controls of all flows, and from all laws together. */
export const computedFacts: Computed = {
  controlsInPlace: (inquiry) => coverage(inquiry, inquiry.case.keeps),
  lawApplies: (inquiry) =>
    either(
      inquiry.book.regimes.flatMap(({ scope }) =>
        (scope?.rules ?? []).map((rule) => inquiry.value(rule, null)),
      ),
    ),
};
