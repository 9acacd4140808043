import { chanceInWords, rangeOfChances } from '../present/chances-in-words.ts';
import type { NamedChance } from '../present/chances-in-words.ts';

/** In how many futures the postures cost more than an amount; the compared one is named first. */
export function exceedanceClaim(
  chances: readonly NamedChance[],
  compared: string | null,
  amount: string,
): string {
  if (chances.length > 3) return `More than ${amount}: ${rangeOfChances(chances)}`;
  const order = chances.toSorted(
    (a, b) => Number(b.label === compared) - Number(a.label === compared),
  );
  const [first, ...others] = order;
  if (first === undefined) return '';
  const rest = others.map(({ chance, label }) => `${label} ${chanceInWords(chance, false)}`);
  return [
    `${first.label} costs more than ${amount} ${chanceInWords(first.chance, true)}`,
    ...rest,
  ].join(', ');
}
