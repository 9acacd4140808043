import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import { legalBases, purposes } from '../schema/flow-words.ts';
import type { PlaceId } from '../schema/places.ts';
import { people, yesNo } from './fact.ts';
import type { FactTypes, FactValue } from './fact.ts';
import { dataKindFacts, subjectFacts } from './flow-labels.ts';
import { placeOf } from './places.ts';
import type { Region } from './places.ts';

/** What rules may ask of a flow. */
export const flowFactTypes = {
  controlledInHongKong: yesNo('Decided on in or from Hong Kong'),
  touchesMainland: yesNo('A step, storage or handling, takes place in the mainland'),
  touchesHongKong: yesNo('Begins, stops or ends in Hong Kong'),
  leavesMainland: yesNo('Leaves the mainland'),
  leavesHongKong: yesNo('Leaves Hong Kong'),
  collectedOutsideMainland: yesNo('Collected outside the mainland'),
  addsMainlandData: yesNo('Data of people in the mainland is added'),
  aboutMainland: yesNo('About people in the mainland'),
  aboutServed: yesNo('About customers or other people who are served'),
  people: people('People a year'),
  ordinaryPeople: people('People with ordinary data a year'),
  sensitivePeople: people('People with sensitive data a year, those under 14 among them'),
  minors: people('People under 14 a year'),
  hasSensitive: yesNo('Holds sensitive data'),
  decidesAutomatically: yesNo('Decides or recommends automatically'),
  hasProcessor: yesNo('Somebody else handles it for the company'),
  flowImportantData: yesNo('Holds important data'),
  bayAreaParty: yesNo('The party in the mainland is in one of the nine Guangdong cities'),
  hongKongParty: yesNo('A party is in Hong Kong'),
  onwardOutsideBayArea: yesNo('Reaches beyond Hong Kong and the mainland'),
  legalBasis: { label: 'Legal basis', unit: 'word', choices: legalBases },
  purpose: { label: 'Purpose', unit: 'word', choices: purposes },
} as const satisfies FactTypes;

export type FlowFacts = Readonly<Record<keyof typeof flowFactTypes, FactValue>>;

/** A place on the way of a flow; at `system` places something stores or handles the data. */
interface Stop {
  readonly place: PlaceId;
  readonly system: boolean;
}

/**
 * Where a processor handles data if nobody says: the vendor's terms turn on the account (T0). An
 * account of another country contracts with Singapore. That is a term, not a proof of storage.
 */
export function platformPlace({ accountCountryCode }: Company): PlaceId {
  return accountCountryCode === '+86' ? 'mainland' : 'singapore';
}

/** The way of a flow, from where the data comes from to where it is passed on. */
export function stopsOf(flow: Flow, company: Company): readonly Stop[] {
  const named = flow.processor !== undefined || flow.processorPlace !== undefined;
  const stops: Stop[] = [{ place: flow.from, system: flow.peopleAt !== 'from' }];
  if (named) stops.push({ place: flow.processorPlace ?? platformPlace(company), system: true });
  stops.push({ place: flow.to, system: flow.peopleAt !== 'to' });
  if (flow.onwardTo !== undefined) stops.push({ place: flow.onwardTo, system: true });
  return stops;
}

/** The facts of a flow. */
export function flowFacts(flow: Flow, company: Company): FlowFacts {
  const stops = stopsOf(flow, company);
  const systems = stops.filter(({ system }) => system).map(({ place }) => place);
  const regionOf = (place: PlaceId): Region => placeOf(place).region;
  const isBayArea = (place: PlaceId) =>
    'bayArea' in placeOf(place) && regionOf(place) === 'mainland';
  const inMainland = systems.filter((place) => regionOf(place) === 'mainland');
  const sensitiveKind = flow.data.some((kind) => dataKindFacts[kind].sensitive);
  const minors = Math.min(flow.people, flow.minors ?? 0);
  const sensitivePeople = Math.min(
    flow.people,
    (flow.sensitivePeople ?? (sensitiveKind ? flow.people - minors : 0)) + minors,
  );
  const places = company.places ?? ['hong-kong'];
  const home = places.includes('hong-kong') ? 'hong-kong' : (places[0] ?? 'hong-kong');
  const aboutMainland = flow.subjectsIn === 'mainland';
  return {
    controlledInHongKong: regionOf(flow.controlledFrom ?? home) === 'hong-kong',
    touchesMainland: inMainland.length > 0,
    touchesHongKong: stops.some(({ place }) => regionOf(place) === 'hong-kong'),
    leavesMainland: leaves(stops, (place) => regionOf(place) === 'mainland'),
    leavesHongKong: leaves(stops, (place) => regionOf(place) === 'hong-kong'),
    collectedOutsideMainland: !aboutMainland && regionOf(flow.from) !== 'mainland',
    addsMainlandData: flow.addsMainlandData ?? aboutMainland,
    aboutMainland,
    aboutServed: subjectFacts[flow.subjects].served,
    people: flow.people,
    ordinaryPeople: flow.people - sensitivePeople,
    sensitivePeople,
    minors,
    hasSensitive: sensitivePeople > 0,
    decidesAutomatically:
      flow.purpose === 'personalisation' ||
      ((company.personalises ?? false) && subjectFacts[flow.subjects].served),
    hasProcessor: flow.processor !== undefined || flow.processorPlace !== undefined,
    flowImportantData: flow.importantData ?? false,
    bayAreaParty: inMainland.length > 0 && inMainland.every(isBayArea),
    hongKongParty: systems.some((place) => regionOf(place) === 'hong-kong'),
    onwardOutsideBayArea: systems.some((place) => regionOf(place) === 'elsewhere'),
    legalBasis: flow.legalBasis ?? 'consent',
    purpose: flow.purpose,
  };
}

/**
 * Whether the data is at a place that counts and then at a system that does not. People who get
 * their own data are no recipients; what they send from where they are does leave with them.
 */
function leaves(stops: readonly Stop[], counts: (place: PlaceId) => boolean): boolean {
  return stops.some(
    ({ place }, index) =>
      counts(place) && stops.slice(index + 1).some((later) => later.system && !counts(later.place)),
  );
}
