import { layOutBlocks } from '../engine/blocks.ts';
import { replayTrial } from '../engine/replay-trial.ts';
import type { TrialValue } from '../engine/replay-trial.ts';
import { ledgerPlan } from '../language/ledger.ts';
import type { ProgramSource } from '../language/program-source.ts';

/** One event of one year: what it cost, by the names of its amounts, HK$ at the prices of the year. */
export interface LedgerEvent {
  readonly name: string;
  readonly count: number;
  /** One entry an event; the lines of the year share these amounts out. */
  readonly amounts: Readonly<Record<string, readonly number[]>>;
  /** What each event drew, by input, before caps and factors; HK$. */
  readonly drawn: Readonly<Record<string, readonly number[]>>;
}

export interface LedgerYear {
  readonly year: number;
  readonly total: number;
  readonly lines: Readonly<Record<string, number>>;
  readonly events: readonly LedgerEvent[];
}

/** One simulated future of one posture, HK$ of each year (nominal); the years add up to its cost. */
export interface Ledger {
  readonly posture: string;
  readonly tco: number;
  readonly years: readonly LedgerYear[];
}

/** One simulated future: its number, from 1, of how many, and what happens in it posture by posture. */
export interface Future {
  readonly trial: number;
  readonly trials: number;
  readonly ledgers: readonly Ledger[];
}

/** Replays one trial of a run and writes down all that happens in it, posture by posture. */
export function trialLedger(source: ProgramSource, trial: number): readonly Ledger[] {
  const { run } = source.scenario;
  const values = replayTrial(ledgerPlan(source), run, layOutBlocks(run.trials), trial);
  return source.postures.map((posture) => {
    const own = values.filter((value) => value.posture === posture);
    const years = Array.from({ length: source.years }, (_, index) => yearOf(own, index + 1));
    const tco = own.find((value) => value.group === 'output')?.value;
    return { posture, years, tco: tco ?? years.reduce((sum, year) => sum + year.total, 0) };
  });
}

function yearOf(values: readonly TrialValue[], year: number): LedgerYear {
  const own = values.filter((value) => value.year === year);
  const lines = own.filter((value) => value.group === 'line-year' && value.value !== 0);
  const events = own.filter((value) => value.group === 'event-year' && value.value !== 0);
  /**
   * Values event by event; a follow-on event has one for each event that might have led to it, and
   * what is the same for all events of the year stands there once.
   */
  const eachOf = (group: 'event-amount' | 'event-draw', event: string, count: number) =>
    Object.fromEntries(
      own
        .filter((value) => value.group === group && value.name.startsWith(`${event}.`))
        .map(({ name, values: each }) => [
          name.slice(event.length + 1),
          (each.length === 1 && count > 1
            ? Array.from({ length: count }, () => each[0] ?? 0)
            : each
          ).filter((value) => value !== 0),
        ]),
    );
  return {
    year,
    total: own.find((value) => value.group === 'year')?.value ?? 0,
    lines: Object.fromEntries(lines.map(({ name, value }) => [name, value])),
    events: events.map(({ name, value }) => ({
      name,
      count: value,
      amounts: eachOf('event-amount', name, value),
      drawn: eachOf('event-draw', name, value),
    })),
  };
}
