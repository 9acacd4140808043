import type { Changes } from '../schema/apply-changes.ts';

/** What is to be run. Files are given as text: a run reads and fetches nothing. */
export interface RunRequest {
  readonly scenarioFile: string;
  /** The scenario and the files that it extends, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly changes?: Changes;
  /** Above those of the scenario. */
  readonly trials?: number;
  readonly seed?: number;
  /** `draft` leaves out what a moving picture does not show: see `draftOf`. */
  readonly detail: 'draft' | 'full';
}
