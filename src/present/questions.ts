import type { Company } from '../schema/company.ts';
import type { PlaceId } from '../schema/places.ts';

/** One thing that is asked of a company; answers are read from its section and written into it. */
export type QuestionField = {
  readonly id: string;
  readonly label: string;
} & (
  | {
      readonly kind: 'yes-no';
      /** null where it has not been answered. */
      readonly read: (company: Company) => boolean | null;
      readonly write: (company: Company, answer: boolean) => Company;
    }
  | {
      readonly kind: 'number';
      readonly isMoney: boolean;
      readonly read: (company: Company) => number | null;
      readonly write: (company: Company, answer: number | null) => Company;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly read: (company: Company) => string | null;
      readonly write: (company: Company, answer: string) => Company;
    }
);

export interface Question {
  readonly id: string;
  readonly ask: string;
  /** What hangs on the answer. */
  readonly why: string;
  /** The rules that ask it. */
  readonly rules: readonly string[];
  /** Whether an inventory of flows, where there is one, says it in more detail. */
  readonly isInFlows: boolean;
  readonly fields: readonly QuestionField[];
}

type YesNoKey =
  | 'criticalInfrastructure'
  | 'importantData'
  | 'targetsMainland'
  | 'personalises'
  | 'analysesBehaviour'
  | 'mainlandProcessing';

const yesNo = (id: YesNoKey, label: string): QuestionField => ({
  kind: 'yes-no',
  id,
  label,
  read: (company) => company[id] ?? null,
  write: (company, answer) => ({ ...company, [id]: answer }),
});

type Region = 'hongKong' | 'mainland';
type Kind = 'ordinary' | 'sensitive' | 'minors';

const people = (region: Region, kind: Kind, label: string): QuestionField => ({
  kind: 'number',
  isMoney: false,
  id: `${region}-${kind}`,
  label,
  read: (company) => company.people?.[region]?.[kind] ?? null,
  write: (company, answer) => ({
    ...company,
    people: { ...company.people, [region]: withNumber(company.people?.[region], kind, answer) },
  }),
});

const staff = (region: Region, label: string): QuestionField => ({
  kind: 'number',
  isMoney: false,
  id: `staff-${region}`,
  label,
  read: (company) => company.staff?.[region] ?? null,
  write: (company, answer) => ({ ...company, staff: withNumber(company.staff, region, answer) }),
});

/** A group of places that are ticked together; a place that is named already stays as it is. */
const established = (
  id: PlaceId,
  label: string,
  isOfGroup: (place: PlaceId) => boolean,
): QuestionField => ({
  kind: 'yes-no',
  id: `in-${id}`,
  label,
  read: ({ places = ['hong-kong'] }) => places.some(isOfGroup),
  write: (company, answer) => {
    const { places = ['hong-kong'] } = company;
    const others = places.filter((place) => !isOfGroup(place));
    const own = places.filter(isOfGroup);
    const next = answer ? [...others, ...(own.length === 0 ? [id] : own)] : others;
    // A company is somewhere: to take the last place out leaves it in Hong Kong.
    return { ...company, places: next.length === 0 ? ['hong-kong'] : next };
  },
});

const bayArea: readonly PlaceId[] = [
  'guangzhou',
  'shenzhen',
  'zhuhai',
  'foshan',
  'huizhou',
  'dongguan',
  'zhongshan',
  'jiangmen',
  'zhaoqing',
];
const otherMainland: readonly PlaceId[] = [
  'mainland',
  'hangzhou',
  'zhangjiakou',
  'heyuan',
  'beijing',
  'shanghai',
  'tianjin',
  'chongqing',
  'chengdu',
  'nanjing',
  'suzhou',
  'wuhan',
  'xiamen',
];

/** What a company is asked, in plain words: ten questions, from where it is to what it handles. */
export const questions: readonly Question[] = [
  {
    id: 'places',
    ask: 'Where is the company established?',
    why: 'Hong Kong law reaches whoever decides on data in or from Hong Kong. A company that mainland law reaches from outside must name a representative there; one that is established there need not.',
    rules: ['R1', 'R6'],
    isInFlows: false,
    fields: [
      established('hong-kong', 'Hong Kong', (place) => place === 'hong-kong'),
      established('shenzhen', 'Shenzhen or another Bay Area city of Guangdong', (place) =>
        bayArea.includes(place),
      ),
      established('mainland', 'Elsewhere in the mainland', (place) =>
        otherMainland.includes(place),
      ),
    ],
  },
  {
    id: 'hong-kong-people',
    ask: 'Of how many people in Hong Kong does it hold data, staff apart?',
    why: 'More people, more requests to see and correct data.',
    rules: ['R23'],
    isInFlows: true,
    fields: [
      people('hongKong', 'ordinary', 'Ordinary data only'),
      people('hongKong', 'sensitive', 'With sensitive data'),
    ],
  },
  {
    id: 'mainland-people',
    ask: 'And of how many people in the mainland?',
    why: 'Numbers decide how data may leave the mainland: 100,000 people for a contract, 1,000,000 for an official assessment, 1 and 10,000 where it is sensitive (health, biometrics, financial accounts, whereabouts; everything about those under 14). From 1,000,000 a protection officer is due, and data of minors is audited every year.',
    rules: ['R16', 'R15', 'R8', 'R11'],
    isInFlows: true,
    fields: [
      people('mainland', 'ordinary', 'Ordinary data only'),
      people('mainland', 'sensitive', 'With sensitive data'),
      people('mainland', 'minors', 'Under 14'),
    ],
  },
  {
    id: 'staff',
    ask: 'How many people does it employ?',
    why: 'Data that is needed to employ people may leave the mainland without a contract or assessment, whatever the number.',
    rules: ['R18'],
    isInFlows: true,
    fields: [staff('hongKong', 'In Hong Kong'), staff('mainland', 'In the mainland')],
  },
  {
    id: 'turnover',
    ask: 'What was last year\u2019s turnover?',
    why: 'The highest fine in the mainland is RMB 50 million or 5 % of the previous year\u2019s turnover.',
    rules: ['R27'],
    isInFlows: false,
    fields: [
      {
        kind: 'number',
        isMoney: true,
        id: 'turnover',
        label: 'Turnover',
        read: ({ turnover }) => turnover ?? null,
        write: ({ turnover: _before, ...company }, answer) =>
          answer === null ? company : { ...company, turnover: answer },
      },
    ],
  },
  {
    id: 'targets',
    ask: 'Does it offer goods or services to people in the mainland?',
    why: 'Then mainland law applies although nothing is handled there. A website that people there can merely open is not enough; prices, delivery or pushes meant for them are.',
    rules: ['R3'],
    isInFlows: false,
    fields: [yesNo('targetsMainland', 'Offers meant for people in the mainland')],
  },
  {
    id: 'behaviour',
    ask: 'Does it watch or rate people by machine?',
    why: 'To analyse the behaviour of people in the mainland brings mainland law with it, and an impact assessment is due before a machine decides about them.',
    rules: ['R4', 'R13'],
    isInFlows: false,
    fields: [
      yesNo('analysesBehaviour', 'Analyses the behaviour of people in the mainland'),
      yesNo('personalises', 'Recommends or decides person by person'),
    ],
  },
  {
    id: 'marketing',
    ask: 'Does it use data for direct marketing?',
    why: 'Hong Kong asks for consent before; it is one of the few offences there that are fined up to HK$500,000, and up to HK$1,000,000 where data is handed on for gain.',
    rules: ['R26'],
    isInFlows: false,
    fields: [
      {
        kind: 'choice',
        id: 'directMarketing',
        label: 'Direct marketing',
        options: [
          { value: 'none', label: 'No' },
          { value: 'own', label: 'For itself' },
          { value: 'passed-on', label: 'Hands data on, for gain' },
        ],
        read: ({ directMarketing }) => directMarketing ?? null,
        write: (company, answer) => ({
          ...company,
          directMarketing: answer as NonNullable<Company['directMarketing']>,
        }),
      },
    ],
  },
  {
    id: 'vendors',
    ask: 'Is its data stored or handled in the mainland?',
    why: 'Handling in the mainland is under mainland law, wherever the people live. Where a vendor comes from is no test; where it stores is. Work platforms put an account with +86 under their mainland terms.',
    rules: ['R2'],
    isInFlows: true,
    fields: [
      yesNo('mainlandProcessing', 'A vendor or a team there stores or handles it'),
      {
        kind: 'choice',
        id: 'accountCountryCode',
        label: 'Country code of its account on the work platform',
        options: [
          { value: '+852', label: '+852' },
          { value: '+86', label: '+86' },
          { value: '+65', label: 'Another' },
        ],
        read: ({ accountCountryCode: code }) =>
          code === undefined ? null : code === '+852' || code === '+86' ? code : '+65',
        write: (company, answer) => ({ ...company, accountCountryCode: answer }),
      },
    ],
  },
  {
    id: 'critical',
    ask: 'Has a mainland authority told it that it is critical, or that its data is important?',
    why: 'Operators of critical infrastructure, and whoever exports important data, need the official assessment whatever the numbers.',
    rules: ['R14'],
    isInFlows: false,
    fields: [
      yesNo('criticalInfrastructure', 'Operates critical information infrastructure'),
      yesNo('importantData', 'Holds important data'),
    ],
  },
];

function withNumber<K extends string>(
  counts: { readonly [Name in K]?: number | undefined } | undefined,
  key: K,
  answer: number | null,
): Partial<Record<K, number>> {
  const entries = Object.entries({ ...counts }).filter(([name]) => name !== key);
  const others = Object.fromEntries(entries) as Partial<Record<K, number>>;
  return answer === null ? others : { ...others, [key]: answer };
}
