import type { Issue } from './issue.ts';
import type { Rest } from './salvage.ts';
import type { Places } from './source.ts';

/** A file, or a chain of files, that was read: its value if nothing is wrong with it. */
export interface Loaded<T> {
  /** null where an issue is an error. */
  readonly value: T | null;
  readonly issues: readonly Issue[];
  readonly places: Places;
  /** Where an issue is an error and whoever reads asked for it: what is right. */
  readonly rest?: Rest<T> | null;
}
