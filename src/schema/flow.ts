import * as v from 'valibot';
import { peopleCount } from './company.ts';
import {
  controls,
  dataKinds,
  exportNeeds,
  legalBases,
  purposes,
  recipientRoles,
  subjects,
} from './flow-words.ts';
import { partsOfWhole } from './parts-of-whole.ts';
import { placeIds } from './places.ts';

const place = v.picklist(placeIds);
const optional = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.optional(v.pipe(schema, v.description(description)));

const anyFlow = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.description('What people call the flow.')),
  data: v.pipe(v.array(v.picklist(dataKinds)), v.minLength(1), v.description('Kinds of data.')),
  purpose: v.pipe(v.picklist(purposes), v.description('What it is for.')),
  subjects: v.pipe(v.picklist(subjects), v.description('Whom the data is about.')),
  subjectsIn: v.pipe(place, v.description('Where these people are.')),
  people: v.pipe(peopleCount, v.description('How many people a year.')),
  sensitivePeople: optional(
    peopleCount,
    'Of them, how many with sensitive data; all where a kind of data is sensitive, unless given.',
  ),
  minors: optional(peopleCount, 'Of them, how many under 14.'),
  under18: optional(peopleCount, 'Of them, how many under 18, those under 14 among them.'),
  samePeopleAs: optional(
    v.string(),
    'Name of a flow about the same people, so that they are counted once; else they are added up.',
  ),
  from: v.pipe(place, v.description('Where the data comes from.')),
  to: v.pipe(place, v.description('Where it goes.')),
  peopleAt: optional(
    v.picklist(['from', 'to']),
    'The end at which the people themselves are, with no system that stores or handles the data.',
  ),
  processor: optional(v.string(), 'Who handles it on the way, such as DingTalk.'),
  processorPlace: optional(
    place,
    'Where the processor stores or handles it; else it follows the country code of the account.',
  ),
  plugin: optional(v.string(), 'The app or plugin through which it goes.'),
  controlledFrom: optional(
    place,
    'Where it is decided on; Hong Kong where the company is there, unless given.',
  ),
  collectedIn: optional(place, 'Where the data was collected; where it comes from, unless given.'),
  accessedFrom: optional(
    v.array(place),
    'Places from which people look into the data where it is stored; [] where nobody does from elsewhere.',
  ),
  sender: optional(place, 'Where the company or person that sends it is registered.'),
  recipient: optional(place, 'Where the company or person that receives it is registered.'),
  recipientRole: optional(
    v.picklist(recipientRoles),
    'own: the recipient is the company itself; processor: handles it for the company; handler: uses it for its own purposes.',
  ),
  legalBasis: optional(v.picklist(legalBases), 'Legal basis of the handling.'),
  exportNecessary: optional(
    v.picklist(exportNeeds),
    'What the export is needed for: a contract with the person, managing staff, an emergency, a duty of mainland law, or none of these.',
  ),
  addsMainlandData: optional(
    v.boolean(),
    'Whether data of people in the mainland is added on the way; yes where it is about them.',
  ),
  onwardTo: optional(place, 'Where the recipient passes it on to.'),
  after: optional(
    v.string(),
    'Name of the flow whose data this one carries on; "" where it carries on none.',
  ),
  importantData: optional(v.boolean(), 'Whether it holds important data.'),
  controls: optional(v.array(v.picklist(controls)), 'Controls that are in place.'),
});

/** One data flow of the inventory: what goes from where to where, about whom, and how it is kept. */
export const flowSchema = v.pipe(
  anyFlow,
  partsOfWhole([
    { part: 'sensitivePeople', whole: 'people' },
    { part: 'minors', whole: 'people' },
    { part: 'under18', whole: 'people' },
    { part: 'minors', whole: 'under18' },
  ]),
);

export type Flow = v.InferOutput<typeof flowSchema>;

/** The most flows that an inventory may have. */
export const mostFlows = 500;
