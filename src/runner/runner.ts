import type { DecisionOptions } from '../analysis/decision-options.ts';
import type { NearestFuture } from '../analysis/find-future.ts';
import type { Future } from '../analysis/trial-ledger.ts';
import type { WorkbookFigures } from '../analysis/workbook-figures.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { ChoiceMap, ChoiceMapRequest } from '../schema/choice-map.ts';
import type { Decision } from '../schema/decision.ts';
import type { Attribution } from '../schema/difference.ts';
import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import type { RunRequest } from './run-request.ts';

/** What a run ends with: a result, or why there is none. */
export interface RunOutcome {
  /** null where an issue is an error. */
  readonly result: Result | null;
  readonly issues: readonly Issue[];
  /** What the scenario's inputs are; null where they cannot be told. */
  readonly briefing: Briefing | null;
  /**
   * The scenario with all that was changed, as the text of one file, whether or not it can be run;
   * null for a draft, and where its files cannot be read.
   */
  readonly saved: string | null;
}

/** Who is told while a run is under way. */
export interface RunListener {
  /** Share of the run that is done, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** A coarser result, from the first futures: what a run of so many would give, to the last bit. */
  readonly picture?: (result: Result) => void;
}

/** Something that was asked of a place and takes its time. */
export interface Handle<T> {
  /** Rejects where the place itself fails, not for faults of files; never settles once cancelled. */
  readonly outcome: Promise<T>;
  cancel(): void;
}

export type RunHandle = Handle<RunOutcome>;

/** A place where runs happen. Every place gives the same result, to the last bit. */
export interface Runner {
  start(request: RunRequest, listener?: RunListener): RunHandle;
  /** Which inputs would change the answer, the weightiest first; gives way to runs. */
  switchingValues(request: RunRequest): Handle<readonly SwitchingValue[]>;
  /** What the decision turns on: sensitivity, value of information, risk; gives way to runs. */
  decision(request: RunRequest, options?: DecisionOptions): Handle<Decision>;
  /** Which posture is best over values of one or two inputs; rejects where they make no map. */
  choiceMap(request: RunRequest, map: ChoiceMapRequest): Handle<ChoiceMap>;
  /** One simulated future as a ledger, posture by posture: by its number from 1, or by a figure. */
  replay(request: RunRequest, which: number | NearestFuture): Handle<Future>;
  /** The mean cash flow of a run, what it is made from, and its first futures; gives way to runs. */
  workbookFigures(request: RunRequest): Handle<WorkbookFigures>;
  /** A run with its trials as a SIPmath 3.0 library: the text of its file; gives way to runs. */
  sipmathLibrary(request: RunRequest): Handle<string>;
  /** What each change between two scenarios does to the mean costs; rejects where they have nothing in common. */
  difference(before: RunRequest, after: RunRequest): Handle<Attribution>;
  /** Ends every run; nothing can be started any more. */
  close(): void;
}

/** The place itself is of no use: it was refused, or crashed, or never answered. */
export class PlaceLost extends Error {}

/** What was asked keeps its place so busy that this gives no sign of life: it would do so elsewhere too. */
export class NoAnswer extends Error {
  constructor(seconds: number) {
    super(`The calculation gave no answer for ${seconds} seconds and was ended.`);
  }
}
