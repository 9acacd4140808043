import type { Result, Saving } from '../schema/result.ts';

/** The posture that costs least in most futures, and the one that comes nearest to it. */
export interface LeadingChoice {
  readonly best: string;
  /** In how many futures it costs least. */
  readonly chance: number;
  readonly chanceError: number;
  /** The posture against which it saves least in the median future. */
  readonly rival: string;
  /** What it saves against that rival. */
  readonly saving: Saving;
}

/** Who leads in a result, and against whom; null where there is nothing to compare. */
export function leadingChoice({ cheapest, cheapestErrors, lead }: Result): LeadingChoice | null {
  const [nearest] = Object.entries(lead.against).toSorted(([, a], [, b]) => a.p50 - b.p50);
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
  const [lowest] = postures
    .flatMap(({ id }) => (costs[id] === undefined ? [] : [{ id, mean: costs[id].mean }]))
    .toSorted((a, b) => a.mean - b.mean);
  return lowest?.id ?? null;
}
