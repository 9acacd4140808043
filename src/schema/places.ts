import places from '../../models/places.json' with { type: 'json' };

/** What people call each place that a company or a flow may name; which law it is under, regimes say. */
export const placeLabels: Readonly<Record<string, string>> = places;

export type PlaceId = keyof typeof places;

/** The places that a company or a flow may name; cities that the rules tell apart have their own name. */
export const placeIds = Object.keys(places) as readonly PlaceId[];
