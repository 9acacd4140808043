import type { Block } from '../engine/blocks.ts';
import type { DecisionOptions } from '../analysis/decision-options.ts';
import type { NearestFuture } from '../analysis/find-future.ts';
import type { Future } from '../analysis/trial-ledger.ts';
import type { WorkbookFigures } from '../analysis/workbook-figures.ts';
import type { Recording } from '../engine/recording.ts';
import type { Randomness } from '../engine/stream-source.ts';
import type { Plan } from '../language/plan.ts';
import type { ChoiceMap, ChoiceMapRequest } from '../schema/choice-map.ts';
import type { Decision } from '../schema/decision.ts';
import type { Attribution } from '../schema/difference.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import type { RunOutcome } from './runner.ts';
import type { RunRequest } from './run-request.ts';

/** A part of a run's blocks: all that another thread needs to compute it. */
export interface Share {
  readonly plan: Plan;
  readonly randomness: Randomness;
  readonly blocks: readonly Block[];
}

/** What a thread is asked: one leads a run and analyses it, others compute shares of its blocks. */
export type ToThread =
  | {
      readonly kind: 'lead';
      readonly id: number;
      readonly request: RunRequest;
      /** How many other threads can compute shares. */
      readonly helpers: number;
    }
  /** Which inputs would change the answer. */
  | { readonly kind: 'switch'; readonly id: number; readonly request: RunRequest }
  /** What the decision turns on. */
  | {
      readonly kind: 'decide';
      readonly id: number;
      readonly request: RunRequest;
      readonly options: DecisionOptions;
    }
  /** Which posture is best over values of one or two inputs. */
  | {
      readonly kind: 'map';
      readonly id: number;
      readonly request: RunRequest;
      readonly map: ChoiceMapRequest;
    }
  /** One simulated future, by its number from 1 or by a figure. */
  | {
      readonly kind: 'replay';
      readonly id: number;
      readonly request: RunRequest;
      readonly which: number | NearestFuture;
    }
  /** What a workbook shows beyond the result. */
  | { readonly kind: 'figures'; readonly id: number; readonly request: RunRequest }
  | { readonly kind: 'library'; readonly id: number; readonly request: RunRequest }
  /** What each change between two scenarios does to the answer. */
  | {
      readonly kind: 'differ';
      readonly id: number;
      readonly request: RunRequest;
      readonly after: RunRequest;
    }
  | { readonly kind: 'share'; readonly id: number; readonly share: Share }
  /** A share that another thread has computed, and how far others are; for the leader. */
  | { readonly kind: 'recording'; readonly id: number; readonly recording: Recording }
  | { readonly kind: 'helped'; readonly id: number; readonly blocks: number }
  | { readonly kind: 'cancel'; readonly id: number }
  /** A sign of life is wanted. */
  | { readonly kind: 'ping'; readonly id: number };

export type FromThread =
  | { readonly kind: 'ready' }
  /** The answer to a ping. */
  | { readonly kind: 'alive' }
  /** The thread cannot do what it is asked, but another place may. */
  | { readonly kind: 'lost'; readonly id: number; readonly message: string }
  /** The leader asks for shares to be computed, one in each of the other threads. */
  | { readonly kind: 'wanted'; readonly id: number; readonly shares: readonly Share[] }
  | { readonly kind: 'recording'; readonly id: number; readonly recording: Recording }
  | { readonly kind: 'helped'; readonly id: number; readonly blocks: number }
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'picture'; readonly id: number; readonly result: Result }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: RunOutcome }
  | {
      readonly kind: 'switching';
      readonly id: number;
      readonly values: readonly SwitchingValue[];
    }
  | { readonly kind: 'decided'; readonly id: number; readonly decision: Decision }
  | { readonly kind: 'mapped'; readonly id: number; readonly map: ChoiceMap }
  | { readonly kind: 'replayed'; readonly id: number; readonly future: Future }
  | { readonly kind: 'figured'; readonly id: number; readonly figures: WorkbookFigures }
  | { readonly kind: 'written'; readonly id: number; readonly text: string }
  | { readonly kind: 'differed'; readonly id: number; readonly difference: Attribution }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
