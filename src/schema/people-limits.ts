import type { Flow } from './flow.ts';

/** More people than there are: whoever writes more has another number in mind. */
export const mostPeople = 8_000_000_000;

type Counts = Partial<Pick<Flow, 'people' | 'sensitivePeople' | 'minors' | 'under18'>>;
type Count = keyof Counts;

/** A count of some of the people that is above the count of all of them. */
export interface PartAboveWhole {
  readonly part: Count;
  readonly whole: Count;
  readonly message: string;
}

const pairs: readonly (readonly [part: Count, whole: Count])[] = [
  ['sensitivePeople', 'people'],
  ['minors', 'people'],
  ['under18', 'people'],
  ['minors', 'under18'],
];

/** The counts of a flow that are above what they are a part of; those under 14 are under 18 too. */
export function partsAboveWhole(counts: Counts): readonly PartAboveWhole[] {
  const found: PartAboveWhole[] = [];
  for (const [part, whole] of pairs) {
    const [some, all] = [counts[part], counts[whole]];
    if (some === undefined || all === undefined || some <= all) continue;
    if (found.some((other) => other.part === part)) continue;
    const message = `"${part}" is ${some}, but "${whole}" is ${all}, and they are some of these; are the two exchanged?`;
    found.push({ part, whole, message });
  }
  return found;
}
