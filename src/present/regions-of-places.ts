import { placeLabel, regionsOf } from '../regimes/places.ts';
import { regimeFiles } from '../runner/regime-files.ts';
import type { LawResult } from '../schema/law-result.ts';
import { placeIds } from '../schema/places.ts';

/**
 * The part of the world that a place lies in as far as borders count for the laws that were asked,
 * by what people call the place; null for one that none of them speaks of.
 */
export function regionsOfPlaces({ regimes }: LawResult): (label: string) => string | null {
  const asked = regimeFiles.filter(({ id }) => regimes.some((regime) => regime.id === id));
  const whole = regionsOf(asked).filter(({ isPart }) => !isPart);
  const byLabel = new Map(
    placeIds.flatMap((place) => {
      const region = whole.find(({ places }) => places.has(place));
      return region === undefined ? [] : [[placeLabel(place), region.label] as const];
    }),
  );
  return (label) => byLabel.get(label) ?? null;
}
