import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { ChangedInputs } from './change-history.ts';
import type { ScenarioFiles } from './read-scenario.ts';

/** Where a scenario is from: files that a person opened, else what the page gives. */
export interface ScenarioOrigin {
  /** A scenario as an object. */
  readonly scenario: object | null;
  /** Address of a scenario file. */
  readonly src: string | null;
  /** Files that a person opened; they stand above the page's own. */
  readonly opened: readonly File[] | null;
}

/** A scenario that was read, before anything was changed in it. */
export interface OpenedScenario {
  readonly origin: ScenarioOrigin;
  readonly files: ScenarioFiles;
}

/** What a person chose to open in place of what is there. */
export interface ScenarioChoice {
  readonly origin: ScenarioOrigin;
  readonly changes: ChangedInputs;
  readonly profile: ProfileChanges;
}
