import fc from 'fast-check';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import {
  dataKinds,
  exportNeeds,
  legalBases,
  purposes,
  recipientRoles,
  sectors,
  subjects,
} from '../../src/schema/flow-words.ts';
import type { PlaceId } from '../../src/schema/places.ts';

/** Places of every kind that the laws tell apart. */
export const somePlaces = [
  'hong-kong',
  'shenzhen',
  'shanghai',
  'hangzhou',
  'macao',
  'singapore',
  'united-states',
] as const satisfies readonly PlaceId[];

export const place = fc.constantFrom(...somePlaces);

/** Numbers on both sides of every limit, and some between. */
export const count = fc.oneof(
  fc.constantFrom(
    0,
    1,
    9999,
    10_000,
    99_999,
    100_000,
    999_999,
    1_000_000,
    9_999_999,
    10_000_000,
    10_000_001,
  ),
  fc.integer({ min: 0, max: 20_000_000 }),
);

/** What a company may say of each thing; which of them it says is drawn too. */
export const companyAnswers = {
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  sector: fc.constantFrom(...sectors),
  turnover: count,
  criticalInfrastructure: fc.boolean(),
  importantData: fc.boolean(),
  accountCountryCode: fc.constantFrom('+86', '+852', '+65'),
  mainlandProcessing: fc.boolean(),
  targetsMainland: fc.boolean(),
  personalises: fc.boolean(),
  analysesBehaviour: fc.boolean(),
  directMarketing: fc.constantFrom('none', 'own', 'passed-on'),
  faces: count,
  auditOrdered: fc.boolean(),
  enforcementNotice: fc.constantFrom('none', 'first', 'repeat'),
  incident: fc.record({ people: count, sensitive: count, loss: count }, { requiredKeys: [] }),
  exportedThisYear: fc.record({ ordinary: count, sensitive: count }),
  staff: fc.record({ hongKong: count, mainland: count }, { requiredKeys: [] }),
  people: fc.record(
    { hongKong: countsOfPeople(), mainland: countsOfPeople() },
    { requiredKeys: [] },
  ),
  answers: fc.record(
    {
      largePlatform: fc.boolean(),
      designatedInHongKong: fc.boolean(),
      freeTradeZoneList: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
} as const satisfies Partial<Record<keyof Company, fc.Arbitrary<unknown>>>;

export const company = fc.record(companyAnswers, { requiredKeys: [] }) as fc.Arbitrary<Company>;

/** Counts that do not contradict one another: who is under 14 is under 18, and one of all. */
function countsOfPeople() {
  return fc
    .record(
      { ordinary: count, sensitive: count, minors: count, under18: count },
      { requiredKeys: [] },
    )
    .map(({ under18, ...counts }) => {
      const { minors, ordinary, sensitive } = counts;
      if (minors === undefined || ordinary === undefined || sensitive === undefined) return counts;
      const all = minors + ordinary + sensitive;
      return under18 === undefined
        ? counts
        : { ...counts, under18: Math.min(all, Math.max(under18, minors)) };
    });
}

const required = {
  data: fc.uniqueArray(fc.constantFrom(...dataKinds), { minLength: 1, maxLength: 3 }),
  purpose: fc.constantFrom(...purposes),
  subjects: fc.constantFrom(...subjects),
  subjectsIn: place,
  people: count,
  from: place,
  to: place,
} as const;

/** What a flow may say besides. */
export const flowAnswers = {
  sensitivePeople: count,
  minors: count,
  under18: count,
  peopleAt: fc.constantFrom('from', 'to'),
  processor: fc.constant('Vendor'),
  processorPlace: place,
  controlledFrom: place,
  collectedIn: place,
  accessedFrom: fc.uniqueArray(place, { maxLength: 2 }),
  sender: place,
  recipient: place,
  recipientRole: fc.constantFrom(...recipientRoles),
  legalBasis: fc.constantFrom(...legalBases),
  exportNecessary: fc.constantFrom(...exportNeeds),
  addsMainlandData: fc.boolean(),
  onwardTo: place,
  importantData: fc.boolean(),
} as const satisfies Partial<Record<keyof Flow, fc.Arbitrary<unknown>>>;

const flow = fc.record(
  { ...required, ...flowAnswers },
  { requiredKeys: ['data', 'purpose', 'subjects', 'subjectsIn', 'people', 'from', 'to'] },
) as fc.Arbitrary<Omit<Flow, 'name'>>;

/** An inventory of a few flows, some of which carry on the data or share the people of another. */
export const inventory: fc.Arbitrary<readonly Flow[]> = fc
  .array(fc.tuple(flow, fc.option(fc.nat({ max: 3 })), fc.option(fc.nat({ max: 3 }))), {
    minLength: 1,
    maxLength: 3,
  })
  .map((flows) =>
    flows.map(([each, after, same], index) => ({
      ...each,
      name: `Flow ${index}`,
      ...(after === null ? {} : { after: after === index ? '' : `Flow ${after}` }),
      ...(same === null ? {} : { samePeopleAs: `Flow ${same}` }),
    })),
  );

/** Dates around every change of the law. */
export const anyDate = fc
  .date({ min: new Date('2021-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
