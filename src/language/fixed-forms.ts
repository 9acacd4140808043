import type { OpcodeName } from './plan.ts';

/** Instructions with a constant at the right or at the left. */
export const fixedForms = {
  add: { right: 'addFixed', left: 'addFixed' },
  subtract: { right: null, left: 'fixedMinus' },
  multiply: { right: 'multiplyFixed', left: 'multiplyFixed' },
  divide: { right: null, left: 'fixedOver' },
  minimum: { right: 'minimumFixed', left: 'minimumFixed' },
  maximum: { right: 'maximumFixed', left: 'maximumFixed' },
  less: { right: 'lessFixed', left: 'fixedLess' },
  lessOrEqual: { right: 'lessOrEqualFixed', left: 'fixedLessOrEqual' },
} as const satisfies Record<
  string,
  { readonly right: OpcodeName | null; readonly left: OpcodeName | null }
>;
