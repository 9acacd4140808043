import { childPointer } from './pointer.ts';
import { isByPosture, isStated } from './value-form.ts';
import type { Value } from './value-form.ts';

/** Pointers of the amounts in a value that may come from different files. */
export function valuePointers(value: Value, pointer: string): readonly string[] {
  const inner = isStated(value) ? value.value : value;
  const at = isStated(value) ? `${pointer}/value` : pointer;
  return isByPosture(inner) ? Object.keys(inner).map((posture) => childPointer(at, posture)) : [at];
}
