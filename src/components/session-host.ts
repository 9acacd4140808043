import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { ScenarioOrigin } from './opened-scenario.ts';
import type { ScenarioFiles } from './read-scenario.ts';

/** Why there is no new result. */
export interface Failure {
  readonly message: string;
  /** What is wrong in the files, with places; empty where the run itself failed. */
  readonly issues: readonly Issue[];
}

/** What a session needs to know of the element that it belongs to, and tells it. */
export interface SessionHost {
  /** Where the page has its scenario from. */
  readonly origin: () => ScenarioOrigin;
  /** Reads a scenario; null where there is none. */
  readonly read: (origin: ScenarioOrigin, signal: AbortSignal) => Promise<ScenarioFiles> | null;
  readonly settings: () => {
    readonly trials: number | null;
    readonly seed: number | null;
    readonly currency: string | null;
    /** Whether what would change the answer is wanted. */
    readonly searches: boolean;
  };
  /** Another scenario has taken the place of the one that was there. */
  readonly onOpened: (origin: ScenarioOrigin) => void;
  readonly onResult: (result: Result) => void;
  readonly onFailure: (failure: Failure) => void;
}
