import type { Result } from '../schema/result.ts';
import { inHundred, money } from './figures.ts';
import type { MoneyScale } from './figures.ts';

/** One sentence or two with the answer and how sure it is. */
export function headline(result: Result, scale: MoneyScale): string {
  const tco = result.outputs['tco'] ?? {};
  const labelOf = (id: string) => result.postures.find((posture) => posture.id === id)?.label ?? id;
  const ranked = Object.entries(result.cheapest).toSorted((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (best === undefined) return 'There is nothing to compare.';
  const [id, chance] = best;
  const meanOf = (posture: string) =>
    `${scale.name.slice(0, -2)}${money(tco[posture]?.mean ?? 0, scale, tco[posture]?.standardError)} ${scale.name.slice(-1)}`;
  const others = result.postures
    .map((posture) => posture.id)
    .filter((posture) => posture !== id)
    .map((posture) => `${meanOf(posture)} under ${labelOf(posture)}`);
  const years = `${result.manifest.years} year${result.manifest.years === 1 ? '' : 's'}`;
  const against = others.length === 0 ? '' : `, against ${others.join(' and ')}`;
  const means = `Over ${years} it costs ${meanOf(id)} on average${against}.`;
  if (next !== undefined && chance < 0.6) {
    return `Cost does not separate the postures: ${labelOf(id)} costs least in ${inHundred(chance)} simulated futures, ${labelOf(next[0])} in ${inHundred(next[1])}. ${means}`;
  }
  return `${labelOf(id)} costs least in ${inHundred(chance)} simulated futures. ${means}`;
}
