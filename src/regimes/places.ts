import type { PlaceId } from '../schema/places.ts';
import type { Regime } from '../schema/regime.ts';

/** A part of the world that a law speaks of, with its name for people. */
export interface Region {
  /** As facts are named after it: `mainland` gives `touchesMainland`. */
  readonly id: string;
  readonly label: string;
  readonly places: ReadonlySet<string>;
  /** Where the people are whom a company counts for it; null where it is not asked to. */
  readonly people: PlaceId | null;
  /** Whether it is a part of another region, so that its edge is no border. */
  readonly isPart: boolean;
}

/** The regions that the laws of a book speak of. */
export type Regions = readonly Region[];

/** The regions of some regimes; two that name the same one mean the same places. */
export function regionsOf(regimes: readonly Pick<Regime, 'regions'>[]): Regions {
  const regions = new Map<string, Region>();
  for (const [id, { label, people = null, places, within }] of regimes.flatMap((regime) =>
    Object.entries(regime.regions),
  )) {
    const same = regions.get(id);
    regions.set(id, {
      ...(same ?? { id, label, places: new Set(places), isPart: within !== undefined }),
      people: same?.people ?? people,
    });
  }
  return [...regions.values()];
}

/** Places whose name says more than their word. */
const labels: Readonly<Record<string, string>> = {
  mainland: 'Elsewhere in the mainland',
  elsewhere: 'Elsewhere in the world',
};

/** What people call a place: its words with capitals. */
export function placeLabel(place: PlaceId): string {
  return (
    labels[place] ??
    place.replaceAll(/(?:^|-)([a-z])/g, (part) => part.toUpperCase().replace('-', ' '))
  );
}

/** Where a place counts for borders: the region that it lies in, or the place itself. */
export function jurisdictionOf(place: PlaceId, regions: Regions): string {
  return regions.find(({ isPart, places }) => !isPart && places.has(place))?.id ?? place;
}

/** The name of a fact about a region: `touches` and `mainland` give `touchesMainland`. */
export function regionFact(what: string, { id }: Region): string {
  return `${what}${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
}
