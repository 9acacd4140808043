import type { BeyondCap } from './decision.ts';

/** What a scenario implies of an event, so that anyone can tell whether it is believable. */
export interface ImpliedEvent {
  readonly event: string;
  readonly posture: string;
  /** Mean number over the horizon. */
  readonly mean: number;
  /** Chance of at least one over the horizon. */
  readonly chance: number;
  /** Years between two on average; null where it never happens. */
  readonly returnPeriod: number | null;
}

/** The chance that a posture costs more in its dearest year than the company turns over in one. */
export interface ImpliedRuin {
  readonly posture: string;
  readonly turnover: number;
  readonly chance: number;
}

export interface Plausibility {
  readonly years: number;
  readonly events: readonly ImpliedEvent[];
  readonly beyondCaps: readonly BeyondCap[];
  readonly ruin: readonly ImpliedRuin[];
}
