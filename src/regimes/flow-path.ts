import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import type { PlaceId } from '../schema/places.ts';
import { either, open } from './fact.ts';
import type { FactValue } from './fact.ts';
import { homeOf } from './company-facts.ts';

/** A place on the way of a flow; at `system` places something stores or handles the data. */
export interface Stop {
  /** null where nobody says. */
  readonly place: PlaceId | null;
  readonly system: boolean;
  /** What would tell where it is, where that is not known. */
  readonly asks: readonly string[];
}

/**
 * Where a processor handles data if nobody says: the vendor's terms turn on the account (T0). An
 * account of another country contracts with Singapore. That is a term, not a proof of storage.
 */
export function platformPlace({ accountCountryCode }: Company): PlaceId | null {
  if (accountCountryCode === undefined) return null;
  return accountCountryCode === '+86' ? 'mainland' : 'singapore';
}

/** The way of a flow, from where the data comes from to where it is passed on. */
export function stopsOf(flow: Flow, company: Company, pointer: string): readonly Stop[] {
  const at = (place: PlaceId | null, system: boolean, ...asks: string[]): Stop => ({
    place,
    system,
    asks: place === null ? asks : [],
  });
  const named = flow.processor !== undefined || flow.processorPlace !== undefined;
  return [
    at(flow.from, flow.peopleAt !== 'from'),
    ...(named
      ? [
          at(
            flow.processorPlace ?? platformPlace(company),
            true,
            `${pointer}/processorPlace`,
            '/company/accountCountryCode',
          ),
        ]
      : []),
    at(flow.to, flow.peopleAt !== 'to'),
    ...(flow.onwardTo === undefined ? [] : [at(flow.onwardTo, true)]),
  ];
}

type IsThere = (place: PlaceId) => boolean;

/** Whether a stop is at a place that counts; not known where nobody says where it is. */
export function isAt({ asks, place }: Stop, isThere: IsThere): FactValue {
  return place === null ? open(...asks) : isThere(place);
}

/**
 * Whether the data is at a place that counts and then at a system that does not. People who get
 * their own data are no recipients; what they send from where they are does leave with them.
 */
export function leaves(stops: readonly Stop[], isThere: IsThere): FactValue {
  const certain = stops.filter(({ place }) => place !== null);
  const isLeaving = (way: readonly Stop[], counts: (stop: Stop) => boolean): boolean =>
    way.some(
      (stop, index) =>
        counts(stop) && way.slice(index + 1).some((later) => later.system && !counts(later)),
    );
  const asks = stops.flatMap((stop) => stop.asks);
  if (isLeaving(certain, ({ place }) => place !== null && isThere(place))) return true;
  // What is not known may be at either side of the border.
  const sides = [true, false].map((inside) =>
    isLeaving(stops, ({ place }) => (place === null ? inside : isThere(place))),
  );
  return asks.length > 0 && sides.includes(true) ? open(...asks) : false;
}

/**
 * Whether somebody looks from a place that counts into data that is stored elsewhere, or the other
 * way round: access is handling where it happens. Asked for only where the company is at both sides.
 */
export function viewedFrom(
  flow: Flow,
  company: Company,
  asked: string,
  isThere: IsThere,
): FactValue {
  if (flow.accessedFrom !== undefined) return flow.accessedFrom.some(isThere);
  if (company.places === undefined) return open('/company/places', asked);
  const home = flow.controlledFrom ?? homeOf(company);
  const isNear = company.places.some(isThere) || (home !== null && isThere(home));
  return isNear ? open(asked) : false;
}

/** Whether any stop at which something handles the data is at a place that counts. */
export function touches(stops: readonly Stop[], isThere: IsThere): FactValue {
  return either(stops.filter(({ system }) => system).map((stop) => isAt(stop, isThere)));
}
