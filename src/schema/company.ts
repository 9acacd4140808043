import * as v from 'valibot';
import { finiteNumber } from './quantity.ts';
import { sectors } from './flow-words.ts';
import { partsOfWhole } from './parts-of-whole.ts';
import { placeIds } from './places.ts';

const optional = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.optional(v.pipe(schema, v.description(description)));
const yesOrNo = (description: string) => optional(v.boolean(), description);
/** There are no more people than this, give or take: a larger count is a slip. */
export const mostPeople = 8_000_000_000;
export const peopleCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostPeople));

const anyCounts = v.strictObject({
  ordinary: optional(peopleCount, 'People of whom only ordinary data is handled.'),
  sensitive: optional(peopleCount, 'People of 14 or older of whom sensitive data is handled.'),
  minors: optional(
    peopleCount,
    'People under 14; all of their data is sensitive under the law of the mainland.',
  ),
  under18: optional(peopleCount, 'People under 18, those under 14 among them.'),
});
const counts = v.pipe(anyCounts, partsOfWhole([{ part: 'minors', whole: 'under18' }]));

const incident = v.strictObject({
  people: v.optional(peopleCount),
  sensitive: v.optional(peopleCount),
  loss: optional(v.pipe(finiteNumber, v.minValue(0)), 'Direct loss, in the currency of this file.'),
});

/** What the company is and does, as far as laws ask. What is left out is not known: never no, never none. */
export const companySchema = v.strictObject({
  name: optional(v.string(), 'Name of the company.'),
  places: optional(
    v.pipe(v.array(v.picklist(placeIds)), v.minLength(1)),
    'Where it is established: hong-kong, shenzhen, ...',
  ),
  sector: optional(v.picklist(sectors), 'Its business.'),
  people: optional(
    v.objectWithRest({ hongKong: v.optional(counts), mainland: v.optional(counts) }, counts),
    'How many people it handles data of, by where they are: hongKong, mainland, or another region that a law names.',
  ),
  staff: optional(
    v.objectWithRest(
      { hongKong: v.optional(peopleCount), mainland: v.optional(peopleCount) },
      peopleCount,
    ),
    'Number of staff, by where they are: hongKong, mainland, or another region that a law names.',
  ),
  faces: optional(peopleCount, 'People whose faces it stores to recognise them.'),
  turnover: optional(
    v.pipe(finiteNumber, v.minValue(0)),
    'Turnover of the previous year, in the currency of this file.',
  ),
  criticalInfrastructure: yesOrNo(
    'Whether it has been told that it operates critical information infrastructure.',
  ),
  importantData: yesOrNo('Whether it holds important data, as the mainland defines it.'),
  accountCountryCode: optional(
    v.pipe(v.string(), v.check(isCountryCode, 'a country code is written +852')),
    'Country code of the account on its work platform; +86 means the mainland terms (T0).',
  ),
  mainlandProcessing: yesOrNo(
    'Whether a vendor or a team in the mainland stores or handles its data; an inventory of flows says it flow by flow.',
  ),
  targetsMainland: yesOrNo('Whether it offers goods or services to people in the mainland.'),
  personalises: yesOrNo('Whether it decides or recommends automatically, person by person.'),
  analysesBehaviour: yesOrNo('Whether it analyses the behaviour of people in the mainland.'),
  directMarketing: optional(
    v.picklist(['none', 'own', 'passed-on']),
    'none; own: it markets directly; passed-on: it hands data on for marketing, for gain.',
  ),
  exportedThisYear: optional(
    v.strictObject({ ordinary: peopleCount, sensitive: peopleCount }),
    'People whose data left the mainland since 1 January, each counted once; else the flows are added up.',
  ),
  incident: optional(
    v.pipe(incident, partsOfWhole([{ part: 'sensitive', whole: 'people' }])),
    'An incident that has happened, to see what must be done.',
  ),
  auditOrdered: yesOrNo('Whether a mainland regulator has ordered an audit.'),
  enforcementNotice: optional(
    v.picklist(['none', 'first', 'repeat']),
    'Whether an enforcement notice of the PCPD is being ignored, and for which time.',
  ),
  answers: optional(
    v.record(v.string(), v.union([v.boolean(), finiteNumber])),
    'Answers to further questions that a law asks, by the name that it gives them.',
  ),
});

export type Company = v.InferOutput<typeof companySchema>;

function isCountryCode(text: string): boolean {
  return /^\+[1-9]\d{0,3}$/.test(text);
}
