import { indexOfLeast } from '../numeric/same-amount.ts';
import type { Result, Saving } from '../schema/result.ts';

/** The answer, or where there is none who costs least in most futures, and its rival. */
export interface LeadingChoice {
  readonly best: string;
  /** In how many futures it costs least. */
  readonly chance: number;
  readonly chanceError: number;
  /** The lawful posture that comes next; the cheapest other one where there is none. */
  readonly rival: string;
  /** What it saves against that rival. */
  readonly saving: Saving;
}

/** Who leads in a result, and against whom; null where there is nothing to compare. */
export function leadingChoice(result: Result): LeadingChoice | null {
  const { answer, cheapest, cheapestErrors, lead } = result;
  const among = Object.entries(lead.against).toSorted(([, a], [, b]) => a.mean - b.mean);
  const nearest = among.find(([id]) => id === answer.rival) ?? among[0];
  if (nearest === undefined) return null;
  const [rival, saving] = nearest;
  const best = lead.of;
  return {
    best,
    chance: cheapest[best] ?? 0,
    chanceError: cheapestErrors[best] ?? 0,
    rival,
    saving,
  };
}

/** The posture that costs least on average; null where no cost is known. */
export function cheapestOnAverage({ outputs, postures }: Result): string | null {
  const costs = outputs['tco'] ?? {};
  const known = postures.flatMap(({ id }) =>
    costs[id] === undefined ? [] : [{ id, mean: costs[id].mean }],
  );
  return known[indexOfLeast(known.map(({ mean }) => mean))]?.id ?? null;
}
