import { placeLabel, regionsOf } from '../regimes/places.ts';
import { placeIds } from '../schema/places.ts';
import type { Regime } from '../schema/regime.ts';

/**
 * The part of the world that a place lies in as far as borders count for some laws, by what people
 * call the place; null for one that none of them speaks of.
 */
export function regionsOfPlaces(
  laws: readonly Pick<Regime, 'regions'>[],
): (label: string) => string | null {
  const whole = regionsOf(laws).filter(({ isPart }) => !isPart);
  const byLabel = new Map(
    placeIds.flatMap((place) => {
      const region = whole.find(({ places }) => places.has(place));
      return region === undefined ? [] : [[placeLabel(place), region.label] as const];
    }),
  );
  return (label) => byLabel.get(label) ?? null;
}
