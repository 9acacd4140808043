import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import {
  dataKinds,
  exportNeeds,
  legalBases,
  purposes,
  recipientRoles,
  subjects,
} from '../schema/flow-words.ts';
import type { DataKind } from '../schema/flow-words.ts';
import type { PlaceId } from '../schema/places.ts';
import { homeOf } from './company-facts.ts';
import { between, both, either, endsOf, open, people, yesNo } from './fact.ts';
import type { FactType, FactTypes, Facts, FactValue } from './fact.ts';
import { dataKindFacts, subjectFacts } from './flow-labels.ts';
import { isAt, leaves, stopsOf, touches, viewedFrom } from './flow-path.ts';
import type { Stop } from './flow-path.ts';
import { askedOf } from './known-flow.ts';
import type { KnownFlow } from './known-flow.ts';
import { jurisdictionOf, regionFact } from './places.ts';
import type { Region, Regions } from './places.ts';

/** What rules may ask of any flow; more follows from the regions of the laws. */
const baseTypes = {
  aboutServed: yesNo('About customers or other people who are served'),
  people: people('People a year'),
  ordinaryPeople: people('People with ordinary data a year'),
  sensitivePeople: people('People with sensitive data a year, those under 14 among them'),
  minors: people('People under 14 a year'),
  under18: people('People under 18 a year'),
  hasSensitive: yesNo('Holds sensitive data'),
  decidesAutomatically: yesNo('Decides or recommends automatically'),
  hasProcessor: yesNo('Somebody else handles it for the company'),
  hasOtherHandler: yesNo('Goes to somebody who uses it for purposes of their own'),
  isImplied: yesNo('Made from what the company says of itself, not from a list of flows'),
  hasSender: yesNo('A company or other body sends it, not the people themselves'),
  flowImportantData: yesNo('Holds important data'),
  addsMainlandData: yesNo('Data of people in the mainland is added'),
  legalBasis: { label: 'Legal basis', unit: 'word', choices: legalBases },
  exportNeed: { label: 'What the export is needed for', unit: 'word', choices: exportNeeds },
  exportNeedIsStated: yesNo('It is said what the export is needed for'),
  recipientRole: { label: 'What the recipient is', unit: 'word', choices: recipientRoles },
  purpose: { label: 'Purpose', unit: 'word', choices: purposes },
  subjects: { label: 'Whom it is about', unit: 'word', choices: subjects },
} as const satisfies FactTypes;

/** What can be said of a flow about each region. */
const regionTypes = {
  touches: (label) => yesNo(`A step, storage, handling or access, takes place in ${label}`),
  passes: (label) => yesNo(`Begins, stops or ends in ${label}`),
  leaves: (label) => yesNo(`Leaves ${label}`),
  handledOutside: (label) =>
    yesNo(`A step, storage, handling or access, takes place outside ${label}`),
  about: (label) => yesNo(`About people in ${label}`),
  controlledIn: (label) => yesNo(`Decided on in or from ${label}`),
  collectedIn: (label) => yesNo(`Collected in ${label}`),
  senderIn: (label) => yesNo(`Whoever sends it is registered in ${label}`),
  recipientIn: (label) => yesNo(`Whoever receives it is registered in ${label}`),
  onwardOutOf: (label) => yesNo(`Goes on to somewhere outside ${label}, on this row or another`),
} as const satisfies Readonly<Record<string, (label: string) => FactType>>;

/** The name of the fact that a flow holds a kind of data: of `id-number`, `holdsIdNumber`. */
function kindFact(kind: DataKind): string {
  const words = kind.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  return `holds${words.join('')}`;
}

/** The facts of flows that rules may name. */
export function flowFactTypes(regions: Regions): FactTypes {
  return {
    ...baseTypes,
    ...Object.fromEntries(
      dataKinds.map((kind) => [kindFact(kind), yesNo(`Holds ${dataKindFacts[kind].label}`)]),
    ),
    ...Object.fromEntries(
      regions.flatMap((region) =>
        Object.entries(regionTypes).map(([what, type]) => [
          regionFact(what, region),
          type(region.label),
        ]),
      ),
    ),
  };
}

/** The facts of the flow at `index`; what nobody says is not known. */
export function flowFacts(
  known: KnownFlow,
  index: number,
  all: readonly KnownFlow[],
  company: Company,
  regions: Regions,
): Facts {
  const { flow } = known;
  const subject = subjectFacts[flow.subjects];
  const counts = countsOf(known);
  const role = roleOf(known, company);
  return {
    ...counts,
    aboutServed: subject.served,
    hasSensitive: isMoreThanNone(counts['sensitivePeople'] ?? 0),
    ...Object.fromEntries(dataKinds.map((kind) => [kindFact(kind), flow.data.includes(kind)])),
    decidesAutomatically:
      flow.purpose === 'personalisation' ||
      (subject.served ? (company.personalises ?? open('/company/personalises')) : false),
    hasProcessor: either([
      flow.processor !== undefined || flow.processorPlace !== undefined,
      known.open?.processor ?? false,
      typeof role === 'string' ? role === 'processor' : role,
    ]),
    hasOtherHandler: typeof role === 'string' ? role === 'handler' : role,
    isImplied: known.implied,
    hasSender: known.open?.places ?? flow.peopleAt !== 'from',
    flowImportantData:
      flow.importantData ??
      (company.importantData === false
        ? false
        : company.importantData === undefined
          ? open('/company/importantData')
          : open(askedOf(known, 'importantData'))),
    addsMainlandData:
      flow.addsMainlandData ??
      (regions.some(({ id, places }) => id === 'mainland' && places.has(flow.subjectsIn))
        ? open(askedOf(known, 'addsMainlandData'))
        : false),
    legalBasis: flow.legalBasis ?? open(askedOf(known, 'legalBasis')),
    exportNeed: flow.exportNecessary ?? open(askedOf(known, 'exportNecessary')),
    exportNeedIsStated: flow.exportNecessary !== undefined,
    recipientRole: role,
    purpose: flow.purpose,
    subjects: flow.subjects,
    ...Object.fromEntries(
      regions.flatMap((region) =>
        Object.entries(regionFacts(known, index, all, company, region, regions)).map(
          ([what, value]) => [regionFact(what, region), value],
        ),
      ),
    ),
  };
}

function regionFacts(
  known: KnownFlow,
  index: number,
  all: readonly KnownFlow[],
  company: Company,
  { places }: Region,
  regions: Regions,
): Record<keyof typeof regionTypes, FactValue> {
  const { flow, open: lacking } = known;
  const stops = waysOf(known, company);
  const isThere = (place: PlaceId): boolean => places.has(place);
  const isOutside = (place: PlaceId): boolean => !places.has(place);
  const isSame = (one: PlaceId, other: PlaceId | null): boolean =>
    other !== null && jurisdictionOf(one, regions) === jurisdictionOf(other, regions);
  const stored = touches(stops, isThere);
  const home = flow.controlledFrom ?? homeOf(company);
  const sender = flow.sender ?? (flow.peopleAt === 'from' ? null : flow.from);
  const recipient = flow.recipient ?? (flow.peopleAt === 'to' ? home : flow.to);
  // A company that says that nothing of its data is handled in the mainland says so of access too.
  const denied =
    company.mainlandProcessing === false && flow.accessedFrom === undefined
      ? regions.find(({ id }) => id === 'mainland')
      : undefined;
  const isDenied = (place: PlaceId): boolean => denied?.places.has(place) ?? false;
  const viewed = (counts: (place: PlaceId) => boolean): FactValue =>
    viewedFrom(flow, company, askedOf(known, 'accessedFrom'), counts);
  const isThird = (place: PlaceId): boolean =>
    isOutside(place) && ![flow.from, flow.to].some((end) => isSame(end, place));
  if (lacking?.places !== undefined) {
    const { places: ends } = lacking;
    return {
      touches: ends,
      passes: ends,
      leaves: ends,
      handledOutside: ends,
      about: isThere(flow.subjectsIn),
      controlledIn: ends,
      collectedIn: ends,
      senderIn: ends,
      recipientIn: ends,
      onwardOutOf: ends,
    };
  }
  return {
    touches: either([stored, viewed((place) => isThere(place) && !isDenied(place))]),
    passes: either(stops.map((stop) => isAt(stop, isThere))),
    leaves: either([leaves(stops, isThere), both([stored, viewed(isOutside)])]),
    handledOutside: either([touches(stops, isOutside), viewed(isOutside)]),
    about: isThere(flow.subjectsIn),
    controlledIn: home === null ? open('/company/places') : isThere(home),
    collectedIn: isThere(flow.collectedIn ?? flow.from),
    senderIn: sender !== null && isThere(sender),
    recipientIn: recipient === null ? open('/company/places') : isThere(recipient),
    onwardOutOf: either([
      flow.onwardTo !== undefined && isOutside(flow.onwardTo),
      // Whoever handles it or looks in from the country of either end does so for that end, and is
      // no third party.
      viewed(isThird),
      ...stops
        .slice(1, -1)
        .map((stop) => (stop.place === null ? isAt(stop, isOutside) : isThird(stop.place))),
      ...onwardRows(flow, index, all, isOutside),
    ]),
  };
}

/** The stops of a flow; where a vendor may be in the way, and nobody says, it may be anywhere. */
function waysOf({ flow, open: lacking, pointer }: KnownFlow, company: Company): readonly Stop[] {
  if (lacking?.processor === undefined) return stopsOf(flow, company, pointer);
  const { processor: _vendor, processorPlace: _place, ...direct } = flow;
  const [first, ...others] = stopsOf(direct, company, pointer);
  const vendor: Stop = { place: null, system: true, asks: lacking.processor.open };
  return first === undefined ? [] : [first, vendor, ...others];
}

/** Whether other rows of the inventory carry the data of a flow on to places that count. */
function onwardRows(
  flow: Flow,
  index: number,
  all: readonly KnownFlow[],
  counts: (place: PlaceId) => boolean,
): readonly FactValue[] {
  return all.flatMap(({ flow: other, pointer }, at): FactValue[] => {
    if (at === index || other.peopleAt === 'to') return [];
    const goes = [other.to, other.onwardTo].some((place) => place !== undefined && counts(place));
    if (!goes) return [];
    if (other.after !== undefined) return [other.after === flow.name];
    // A row that begins where this one ends, about the same people, may carry the same data on.
    const isLike =
      other.from === flow.to &&
      other.subjects === flow.subjects &&
      other.subjectsIn === flow.subjectsIn &&
      other.peopleAt !== 'from' &&
      other.data.some((kind) => flow.data.includes(kind));
    return isLike ? [open(`${pointer}/after`)] : [];
  });
}

function roleOf(known: KnownFlow, company: Company): FactValue {
  const { flow } = known;
  if (flow.recipientRole !== undefined) return flow.recipientRole;
  // At a place of its own, and where people get their own data, there is nobody else.
  const isOwn = flow.peopleAt === 'to' || (company.places ?? []).includes(flow.to);
  if (isOwn && flow.onwardTo === undefined) return 'own';
  return open(askedOf(known, 'recipientRole'));
}

/** How many people a flow is about, by kind. */
function countsOf({ flow, open: lacking, pointer }: KnownFlow): Record<string, FactValue> {
  const all = lacking?.people ?? flow.people;
  const [fewest, most] = endsOf(all);
  // Nobody under 14 may be employed on either side of the border (from 16 and 15 on).
  const isGrown = !subjectFacts[flow.subjects].served;
  const minorsOf = (): FactValue =>
    lacking?.minors ??
    flow.minors ??
    (isGrown ? 0 : between(0, Math.min(most, flow.under18 ?? most), [`${pointer}/minors`]));
  // Whoever is under 14 is under 18, also where a file says otherwise.
  const under18Of = (least: number): FactValue =>
    lacking?.under18 ??
    (flow.under18 === undefined
      ? between(least, most, [`${pointer}/under18`])
      : Math.max(flow.under18, least));
  const capped = (value: FactValue): FactValue => {
    const [low, high] = endsOf(value);
    return typeof value === 'number'
      ? Math.min(value, most)
      : between(
          Math.min(low, most),
          Math.min(high, most),
          typeof value === 'object' ? value.open : [],
        );
  };
  const minors = capped(minorsOf());
  const [leastMinors, mostMinors] = endsOf(minors);
  const asks = [all, minors].flatMap((each) => (typeof each === 'object' ? each.open : []));
  const hasSensitiveKind = flow.data.some((kind) => dataKindFacts[kind].sensitive);
  const stated = lacking?.sensitivePeople ?? flow.sensitivePeople;
  const sensitive = ((): FactValue => {
    if (stated === undefined && hasSensitiveKind) return all;
    const [low, high] = endsOf(stated ?? 0);
    const open = typeof stated === 'object' ? stated.open : [];
    return between(Math.min(most, low + leastMinors), Math.min(most, high + mostMinors), [
      ...open,
      ...asks,
    ]);
  })();
  const [lowSensitive, highSensitive] = endsOf(sensitive);
  const sensitiveAsks = typeof sensitive === 'object' ? sensitive.open : [];
  return {
    people: all,
    sensitivePeople: sensitive,
    ordinaryPeople: between(Math.max(0, fewest - highSensitive), Math.max(0, most - lowSensitive), [
      ...asks,
      ...sensitiveAsks,
    ]),
    minors,
    under18: capped(under18Of(leastMinors)),
  };
}

function isMoreThanNone(count: FactValue): FactValue {
  const [low, high] = endsOf(count);
  if (low > 0) return true;
  return high === 0 ? false : open(...(typeof count === 'object' ? count.open : []));
}
