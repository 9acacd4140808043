import places from '../../models/places.json' with { type: 'json' };

/** A place that a company or a flow may name. */
export type PlaceId = string;

/** The places that a company or a flow may name; cities that the rules tell apart have their own name. */
export const placeIds: readonly PlaceId[] = places;
