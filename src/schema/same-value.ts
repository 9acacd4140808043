import type { Value } from './value-form.ts';

/** Whether two values say the same, in the same words. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
