import { ofHundred } from './format-share.ts';

/** A chance of something, such as that of costing more than an amount. */
export interface NamedChance {
  readonly label: string;
  readonly chance: number;
}

/**
 * `in 3 of 100 futures`, and of the others only what differs: 56 of 100 is 56, and fewer than 1 of
 * 100 fewer than 1.
 */
export function chanceInWords(chance: number, isFirst: boolean): string {
  return isFirst
    ? `in ${ofHundred(chance)} futures`
    : `in ${ofHundred(chance).replace(' of 100', '')}`;
}

/** `3 of 100 futures (All laws) to 56 (One law)`: for more chances than a sentence can hold. */
export function rangeOfChances(chances: readonly NamedChance[]): string {
  const ranked = chances.toSorted((a, b) => a.chance - b.chance);
  const [lowest, highest] = [ranked[0], ranked.at(-1)];
  if (lowest === undefined || highest === undefined) return '';
  const from = ofHundred(lowest.chance);
  const to = `${ofHundred(highest.chance).replace(' of 100', '')} (${highest.label})`;
  return from === ofHundred(highest.chance)
    ? `${from} futures under every posture`
    : `${from} futures (${lowest.label}) to ${to}`;
}
