import { describe, expect, test } from 'vitest';
import { lawBook, ask, exportFlow } from './ask.ts';
import type { SmallCase } from './ask.ts';

/** `holds`: cases in which the rule holds for the company or for a flow; `not`: in which it does not. */
interface Row {
  readonly rule: string;
  readonly holds: Readonly<Record<string, SmallCase>>;
  readonly not: Readonly<Record<string, SmallCase>>;
}

const mainlandCustomers = {
  subjectsIn: 'mainland',
  from: 'mainland',
  peopleAt: 'from',
  to: 'hong-kong',
} as const;
/** Customers of a Hong Kong shop who live in Shenzhen and whom it serves from Hong Kong. */
const served: SmallCase = { company: { targetsMainland: true }, flows: [mainlandCustomers] };
const inShanghai: Pick<SmallCase, 'company'> = {
  company: { places: ['shanghai', 'hong-kong'] },
};
const people = (mainland: number): SmallCase => ({
  company: { ...served.company, people: { mainland: { ordinary: mainland } } },
  flows: [mainlandCustomers],
});
const exporting = (ordinary: number, sensitive = 0, more: object = {}): SmallCase => ({
  flows: [
    ...(ordinary > 0 ? [{ ...exportFlow, people: ordinary, ...more }] : []),
    ...(sensitive > 0
      ? [{ ...exportFlow, name: 'Health', data: ['health'] as const, people: sensitive, ...more }]
      : []),
  ] as never,
});
const returning = {
  from: 'hong-kong',
  processor: 'DingTalk',
  processorPlace: 'hangzhou',
  to: 'hong-kong',
} as const;

const table: readonly Row[] = [
  {
    rule: 'R1',
    holds: { 'decided on in Hong Kong': {} },
    not: { 'decided on by an entity in Shanghai': { flows: [{ controlledFrom: 'shanghai' }] } },
  },
  {
    rule: 'R2',
    holds: {
      'stored in Hangzhou': { flows: [{ processor: 'DingTalk', processorPlace: 'hangzhou' }] },
      'a processor under an account with +86': {
        company: { accountCountryCode: '+86' },
        flows: [{ processor: 'DingTalk' }],
      },
    },
    not: {
      'a processor under an account with +852': {
        company: { accountCountryCode: '+852' },
        flows: [{ processor: 'DingTalk' }],
      },
      'people in the mainland who send their data themselves': served,
      'before the law': { asOf: '2021-10-31', flows: [{ to: 'shanghai' }] },
    },
  },
  {
    rule: 'R3',
    holds: {
      'aimed at people there': served,
      'promotions pushed to them': {
        flows: [
          { subjectsIn: 'mainland', purpose: 'direct-marketing', to: 'shenzhen', peopleAt: 'to' },
        ],
      },
    },
    not: {
      'not aimed at them': { flows: [mainlandCustomers] },
      'staff, to whom nothing is offered': {
        company: { targetsMainland: true },
        flows: [{ ...mainlandCustomers, subjects: 'staff' }],
      },
      'handled in the mainland, which is Article 3(1)': {
        company: { targetsMainland: true },
        flows: [exportFlow],
      },
    },
  },
  {
    rule: 'R4',
    holds: {
      'behaviour analysed': { company: { analysesBehaviour: true }, flows: [mainlandCustomers] },
      'recommendations person by person': {
        flows: [{ ...mainlandCustomers, purpose: 'personalisation' }],
      },
    },
    not: {
      'of people in Hong Kong': { company: { analysesBehaviour: true } },
      'nothing analysed': { flows: [mainlandCustomers] },
    },
  },
  {
    rule: 'R5',
    holds: { 'Hong Kong staff only': { flows: [{ subjects: 'staff' }] } },
    not: { 'aimed at people there': served },
  },
  {
    rule: 'R6',
    holds: { 'reached from outside': served },
    not: {
      'with an establishment in the mainland': {
        company: { ...served.company, ...inShanghai.company },
        flows: [mainlandCustomers],
      },
      'handled in the mainland by a processor only': { flows: [returning] },
    },
  },
  {
    rule: 'R7',
    holds: { 'with an establishment in Shanghai': { ...inShanghai, flows: [exportFlow] } },
    not: { 'from outside': served },
  },
  {
    rule: 'R8',
    holds: {
      '1,000,000 people': people(1_000_000),
      'the day the measures began': { ...people(1_000_000), asOf: '2025-05-01' },
    },
    not: {
      '999,999 people': people(999_999),
      'the day before': { ...people(1_000_000), asOf: '2025-04-30' },
      '2,000,000 people in Hong Kong, whom PIPL does not reach': {
        company: { people: { hongKong: { ordinary: 2_000_000 } } },
      },
    },
  },
  {
    rule: 'R9',
    holds: { '10,000,001 people': people(10_000_001) },
    not: {
      '10,000,000 people': people(10_000_000),
      'the day before': { ...people(10_000_001), asOf: '2025-04-30' },
    },
  },
  {
    rule: 'R10',
    holds: {
      'fewer people': people(1000),
      'the day the measures began': { ...people(1000), asOf: '2025-05-01' },
    },
    not: {
      'the day before': { ...people(1000), asOf: '2025-04-30' },
      'more than 10,000,000, which has its own rule': people(10_000_001),
      'PIPL does not apply': {},
    },
  },
  {
    rule: 'R11',
    holds: {
      'one person under 14': { ...served, flows: [{ ...mainlandCustomers, minors: 1 }] },
      'the day the regulations began': {
        ...served,
        asOf: '2024-01-01',
        flows: [{ ...mainlandCustomers, minors: 1 }],
      },
    },
    not: {
      none: served,
      'the day before': {
        ...served,
        asOf: '2023-12-31',
        flows: [{ ...mainlandCustomers, minors: 1 }],
      },
      'under 14 in Hong Kong': { flows: [{ minors: 5 }] },
    },
  },
  {
    rule: 'R12',
    holds: {
      ordered: { ...served, company: { ...served.company, auditOrdered: true } },
      'an incident of 1,000,001 people': {
        ...served,
        company: { ...served.company, incident: { people: 1_000_001 } },
      },
      'an incident of 100,001 people with sensitive data': {
        ...served,
        company: { ...served.company, incident: { sensitive: 100_001 } },
      },
    },
    not: {
      'an incident of 1,000,000 people': {
        ...served,
        company: { ...served.company, incident: { people: 1_000_000, sensitive: 100_000 } },
      },
      'the day before the measures': {
        ...served,
        asOf: '2025-04-30',
        company: { ...served.company, auditOrdered: true },
      },
      'PIPL does not apply': { company: { auditOrdered: true } },
    },
  },
  {
    rule: 'R13',
    holds: {
      export: { flows: [exportFlow] },
      'sensitive data': {
        ...inShanghai,
        flows: [{ ...exportFlow, to: 'shanghai', data: ['health'] }],
      },
      'automated decisions': {
        flows: [{ ...exportFlow, to: 'shanghai', purpose: 'personalisation' }],
      },
      'a processor': {
        flows: [{ ...exportFlow, to: 'shanghai', processor: 'Host', processorPlace: 'beijing' }],
      },
    },
    not: {
      'nothing of that kind': { flows: [{ ...exportFlow, to: 'shanghai' }] },
      'PIPL does not apply': { flows: [{ data: ['health'] }] },
    },
  },
  {
    rule: 'R14',
    holds: {
      'critical infrastructure exports': {
        company: { criticalInfrastructure: true },
        flows: [exportFlow],
      },
      'important data exported': { flows: [{ ...exportFlow, importantData: true }] },
      'the day the measures began': {
        asOf: '2022-09-01',
        flows: [{ ...exportFlow, importantData: true }],
      },
    },
    not: {
      neither: { flows: [exportFlow] },
      'important data that stays': {
        flows: [{ ...exportFlow, to: 'beijing', importantData: true }],
      },
      'the day before': { asOf: '2022-08-31', flows: [{ ...exportFlow, importantData: true }] },
      'critical infrastructure, exempt by contract': {
        company: { criticalInfrastructure: true },
        flows: [{ ...exportFlow, legalBasis: 'contract' }],
      },
    },
  },
  {
    rule: 'R15',
    holds: {
      '1,000,001 people': exporting(1_000_001),
      '10,001 people with sensitive data': exporting(0, 10_001),
      'over two flows together': {
        flows: [
          { ...exportFlow, people: 600_000 },
          { ...exportFlow, name: 'More', people: 400_001 },
        ],
      },
      'as the company says, each person once': {
        company: { exportedThisYear: { ordinary: 1_000_001, sensitive: 0 } },
        flows: [exportFlow],
      },
      'the day the provisions began': { ...exporting(1_000_001), asOf: '2024-03-22' },
    },
    not: {
      '1,000,000 people': exporting(1_000_000),
      '9,999 people with sensitive data': exporting(0, 9999),
      '10,000 people with sensitive data': exporting(0, 10_000),
      'the day before': { ...exporting(1_000_001), asOf: '2024-03-21' },
      'exempt exports, which do not count': exporting(2_000_000, 0, { legalBasis: 'contract' }),
    },
  },
  {
    rule: 'R15a',
    holds: {
      '100,000 people, before the provisions': { ...exporting(100_000), asOf: '2024-03-21' },
      '10,000 with sensitive data': { ...exporting(0, 10_000), asOf: '2024-03-21' },
      '1,000,000 people handled': {
        ...exporting(1),
        asOf: '2024-03-21',
        company: { people: { mainland: { ordinary: 1_000_000 } } },
      },
    },
    not: {
      '99,999 people': { ...exporting(99_999), asOf: '2024-03-21' },
      '9,999 with sensitive data': { ...exporting(0, 9999), asOf: '2024-03-21' },
      'since the provisions': { ...exporting(100_000), asOf: '2024-03-22' },
      'before the measures': { ...exporting(100_000), asOf: '2022-08-31' },
    },
  },
  {
    rule: 'R16',
    holds: {
      '100,000 people': exporting(100_000),
      '1,000,000 people': exporting(1_000_000),
      'one person with sensitive data': exporting(0, 1),
      '9,999 people with sensitive data': exporting(0, 9999),
    },
    not: {
      '99,999 people': exporting(99_999),
      '1,000,001 people': exporting(1_000_001),
      '10,001 people with sensitive data': exporting(0, 10_001),
      'the day before the provisions': { ...exporting(100_000), asOf: '2024-03-21' },
    },
  },
  {
    rule: 'R16a',
    holds: {
      'one person': { ...exporting(1), asOf: '2024-03-21' },
      'the day the measures began': { ...exporting(1), asOf: '2023-06-01' },
    },
    not: {
      'the day before': { ...exporting(1), asOf: '2023-05-31' },
      'since the provisions': { ...exporting(1), asOf: '2024-03-22' },
      'enough for an assessment': { ...exporting(100_000), asOf: '2024-03-21' },
    },
  },
  {
    rule: 'R17',
    holds: { '99,999 people, none with sensitive data': exporting(99_999, 0) },
    not: {
      '100,000 people': exporting(100_000),
      'critical infrastructure': {
        company: { criticalInfrastructure: true },
        flows: [exportFlow],
      },
      'the day before the provisions': { ...exporting(99_999), asOf: '2024-03-21' },
    },
  },
  {
    rule: 'R18',
    holds: {
      contract: { flows: [{ ...exportFlow, legalBasis: 'contract' }] },
      'human resources': { flows: [{ ...exportFlow, legalBasis: 'employment' }] },
      emergency: { flows: [{ ...exportFlow, legalBasis: 'emergency' }] },
    },
    not: {
      consent: { flows: [{ ...exportFlow, legalBasis: 'consent' }] },
      'important data': {
        flows: [{ ...exportFlow, legalBasis: 'contract', importantData: true }],
      },
      'the day before the provisions': {
        asOf: '2024-03-21',
        flows: [{ ...exportFlow, legalBasis: 'contract' }],
      },
    },
  },
  {
    rule: 'R19',
    holds: { 'there and back': { flows: [returning] } },
    not: {
      'with domestic data added': { flows: [{ ...returning, addsMainlandData: true }] },
      'about people in the mainland': { flows: [{ ...returning, subjectsIn: 'mainland' }] },
      'there to stay': { flows: [{ to: 'hangzhou' }] },
      'the day before the provisions': { asOf: '2024-03-21', flows: [returning] },
    },
  },
  {
    rule: 'R20',
    holds: {
      'Hong Kong and Shenzhen': { flows: [{ to: 'shenzhen' }] },
      'Guangzhou to Hong Kong': { flows: [{ ...exportFlow, from: 'guangzhou' }] },
      'a bank in the pilot': {
        asOf: '2023-12-13',
        company: { sector: 'banking' },
        flows: [{ to: 'shenzhen' }],
      },
      'all sectors': { asOf: '2024-11-01', flows: [{ to: 'shenzhen' }] },
    },
    not: {
      'Hong Kong and Hangzhou': { flows: [{ to: 'hangzhou' }] },
      'Heyuan, in Guangdong but not of the nine': { flows: [{ to: 'heyuan' }] },
      'passed on to Singapore': { flows: [{ to: 'shenzhen', onwardTo: 'singapore' }] },
      'passed on to Shanghai': { flows: [{ to: 'shenzhen', onwardTo: 'shanghai' }] },
      'a retailer in the pilot': {
        asOf: '2024-10-31',
        company: { sector: 'retail' },
        flows: [{ to: 'shenzhen' }],
      },
      'a bank before the pilot': {
        asOf: '2023-12-12',
        company: { sector: 'banking' },
        flows: [{ to: 'shenzhen' }],
      },
      'people in Shenzhen, who are no party to sign': {
        ...served,
        flows: [{ ...mainlandCustomers, from: 'shenzhen' }],
      },
      'important data': { flows: [{ to: 'shenzhen', importantData: true }] },
    },
  },
  {
    rule: 'R21',
    holds: {
      'Hong Kong and Hangzhou': { flows: [{ to: 'hangzhou' }] },
      'passed on to Singapore': { flows: [{ to: 'shenzhen', onwardTo: 'singapore' }] },
    },
    not: {
      'Hong Kong and Shenzhen': { flows: [{ to: 'shenzhen' }] },
      'within Hong Kong': {},
    },
  },
  {
    rule: 'R22',
    holds: { 'to Singapore': { flows: [{ to: 'singapore' }] } },
    not: {
      'within Hong Kong': {},
      'decided on elsewhere': { flows: [{ to: 'singapore', controlledFrom: 'singapore' }] },
    },
  },
  {
    rule: 'R23',
    holds: { 'the PDPO applies': {} },
    not: {
      'neither law applies': {
        company: { places: ['singapore'] },
        flows: [{ from: 'singapore', to: 'singapore' }],
      },
    },
  },
  {
    rule: 'R24',
    holds: { 'PIPL applies': { flows: [exportFlow] } },
    not: { 'it does not': {} },
  },
  {
    rule: 'R25',
    holds: { 'the PDPO applies': {} },
    not: { 'it does not': { flows: [{ controlledFrom: 'shanghai' }] } },
  },
  {
    rule: 'R26',
    holds: { 'own marketing': { company: { directMarketing: 'own' } } },
    not: { none: { company: { directMarketing: 'none' } }, unanswered: {} },
  },
  {
    rule: 'R27',
    holds: { 'PIPL applies': { flows: [exportFlow] } },
    not: { 'it does not': {} },
  },
  {
    rule: 'R28',
    holds: { 'the PDPO applies': {} },
    not: { 'it does not': { flows: [{ controlledFrom: 'shanghai' }] } },
  },
  {
    rule: 'R29',
    holds: {
      'the draft is on, 99,999 people': {
        ...inShanghai,
        drafts: ['small-handlers'],
        flows: [{ ...exportFlow, people: 99_999 }],
      },
    },
    not: {
      'the draft is off': { ...inShanghai, flows: [{ ...exportFlow, people: 99_999 }] },
      '100,000 people': {
        ...inShanghai,
        drafts: ['small-handlers'],
        flows: [{ ...exportFlow, people: 100_000 }],
      },
      'a company outside the mainland': { drafts: ['small-handlers'], flows: [exportFlow] },
    },
  },
];

const cases = (side: 'holds' | 'not') =>
  table.flatMap((row) =>
    Object.entries(row[side]).map(([name, each]) => [row.rule, name, each] as const),
  );

test.each(cases('holds'))('%s holds: %s', (rule, _, each) => {
  expect(ask(each).holds(rule, null)).toBe(true);
});

test.each(cases('not'))('%s does not hold: %s', (rule, _, each) => {
  expect(ask(each).holds(rule, null)).toBe(false);
});

test('the table has every rule R1 to R29, with cases on both sides', () => {
  const rules = new Set(table.map(({ rule }) => rule));
  for (let number = 1; number <= 29; number++) expect(rules).toContain(`R${number}`);
  for (const { holds, not, rule } of table) {
    expect(Object.keys(holds).length, rule).toBeGreaterThan(0);
    expect(Object.keys(not).length, rule).toBeGreaterThan(0);
  }
});

describe('a rule that is in force only between two dates', () => {
  const dated = [...lawBook.entries].flatMap(([name, entry]) =>
    entry.kind === 'rule' && entry.rule.inForce.from !== undefined
      ? [[name, entry.rule.inForce.from, entry.rule.inForce.to] as const]
      : [],
  );
  test.each(dated)('%s begins on %s and not a day before', (name, from, to) => {
    const dayBefore = `${from.slice(0, 8)}${String(Number(from.slice(8)) - 1).padStart(2, '0')}`;
    // A day 00 sorts between the last day of one month and the first of the next, as it should.
    expect(ask({ asOf: dayBefore }).status(name, null)).toBe('not yet in force');
    expect(['holds', 'does not hold']).toContain(ask({ asOf: from }).status(name, null));
    if (to === undefined) return;
    expect(['holds', 'does not hold']).toContain(ask({ asOf: to }).status(name, null));
    expect(ask({ asOf: '2026-11-01' }).status(name, null)).toBe('no longer in force');
  });
});
