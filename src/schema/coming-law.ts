import type { ModelInput } from './model.ts';
import type { ComingChange } from './resolved.ts';
import type { Value } from './value-form.ts';

/** What changes of the law would make of the inputs that the law sets, and what decides over them. */
export interface ComingLaw {
  readonly changes: readonly ComingChange[];
  /** Inputs beside those of the model: whether a change comes, and when. */
  readonly inputs: Readonly<Record<string, ModelInput>>;
  /** By input that changes: its value once exactly these changes count, for every combination. */
  readonly later: Readonly<
    Record<string, readonly { readonly changes: readonly string[]; readonly value: Value }[]>
  >;
}

export const noComingLaw: ComingLaw = { changes: [], inputs: {}, later: {} };
