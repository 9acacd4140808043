import { describe, expect, test } from 'vitest';
import { lawBook, ask, dayBefore, exportFlow } from './ask.ts';
import type { SmallCase, SmallFlow } from './ask.ts';

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
const both: Pick<SmallCase, 'company'> = { company: { places: ['shanghai', 'hong-kong'] } };
const inShanghai: Pick<SmallCase, 'company'> = { company: { places: ['shanghai'] } };
const stays = { ...exportFlow, to: 'shanghai' } as const;
const people = (mainland: number): SmallCase => ({
  company: {
    ...served.company,
    people: { mainland: { ordinary: mainland, sensitive: 0, minors: 0, under18: 0 } },
  },
  flows: [mainlandCustomers],
});
const exporting = (ordinary: number, sensitive = 0, more: SmallFlow = {}): SmallCase => ({
  flows: [
    ...(ordinary > 0 ? [{ ...exportFlow, people: ordinary, ...more }] : []),
    ...(sensitive > 0
      ? [
          {
            ...exportFlow,
            name: 'Health',
            data: ['health'] as ['health'],
            people: sensitive,
            ...more,
          },
        ]
      : []),
  ],
});
const returning = {
  from: 'hong-kong',
  processor: 'DingTalk',
  processorPlace: 'hangzhou',
  to: 'hong-kong',
} as const;
const needed = (exportNecessary: SmallFlow['exportNecessary']): SmallFlow => ({
  ...exportFlow,
  purpose: exportNecessary === 'human-resources' ? 'human-resources' : 'support',
  subjects: exportNecessary === 'human-resources' ? 'staff' : 'customers',
  people: 2_000_000,
  exportNecessary,
});
const fromShenzhen: SmallFlow = { ...exportFlow, from: 'shenzhen', people: 2_000_000 };

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
      'aimed at people there, with a vendor there': {
        ...served,
        flows: [{ ...mainlandCustomers, processor: 'DingTalk', processorPlace: 'hangzhou' }],
      },
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
      'decided on by a company in the mainland': {
        company: { targetsMainland: true, places: ['shanghai'] },
        flows: [exportFlow],
      },
      'guests in Hong Kong, of whom the company says that it offers nothing there': {
        flows: [{ subjects: 'visitors', subjectsIn: 'mainland', purpose: 'service' }],
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
    holds: {
      'reached from outside': served,
      'with a company in the mainland, which is another person': {
        company: { ...served.company, ...both.company },
        flows: [mainlandCustomers],
      },
    },
    not: {
      'handled in the mainland by a processor only': { flows: [returning] },
    },
  },
  {
    rule: 'R7',
    holds: {
      'reached from outside, with a company in Shanghai': {
        company: { ...served.company, ...both.company },
        flows: [mainlandCustomers],
      },
    },
    not: {
      'from outside': served,
      'no representative is needed': { ...both, flows: [exportFlow] },
    },
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
    holds: {
      '10,000,001 people': people(10_000_001),
      '10,000,000 people, as the CAC reads it': people(10_000_000),
    },
    not: {
      '9,999,999 people': people(9_999_999),
      'the day before': { ...people(10_000_001), asOf: '2025-04-30' },
    },
  },
  {
    rule: 'R10',
    holds: {
      'few people': people(1000),
      'more than 10,000,000, who have an interval besides': people(10_000_001),
      'the day the law began': { ...people(1000), asOf: '2021-11-01' },
    },
    not: {
      'the day before': { ...people(1000), asOf: '2021-10-31' },
      'PIPL does not apply': {},
    },
  },
  {
    rule: 'R11',
    holds: {
      'one person of 17': { ...served, flows: [{ ...mainlandCustomers, under18: 1 }] },
      'one person under 14': {
        ...served,
        flows: [{ ...mainlandCustomers, minors: 1, under18: 1 }],
      },
      'the day the regulations began': {
        ...served,
        asOf: '2024-01-01',
        flows: [{ ...mainlandCustomers, minors: 1, under18: 1 }],
      },
    },
    not: {
      none: served,
      'the day before': {
        ...served,
        asOf: '2023-12-31',
        flows: [{ ...mainlandCustomers, minors: 1, under18: 1 }],
      },
      'under 14 in Hong Kong': { flows: [{ minors: 5, under18: 5 }] },
    },
  },
  {
    rule: 'R12',
    holds: {
      ordered: { ...served, company: { ...served.company, auditOrdered: true } },
    },
    not: {
      'an incident after which one may be ordered': {
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
        flows: [needed('contract')],
      },
    },
  },
  {
    rule: 'R15',
    holds: {
      '1,000,000 people': exporting(1_000_000),
      '10,000 people with sensitive data': exporting(0, 10_000),
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
      '999,999 people': exporting(999_999),
      '9,999 people with sensitive data': exporting(0, 9999),
      'the day before': { ...exporting(1_000_001), asOf: '2024-03-21' },
      'exempt exports, which do not count': { flows: [needed('contract')] },
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
        company: {
          people: { mainland: { ordinary: 1_000_000, sensitive: 0, minors: 0, under18: 0 } },
        },
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
      '999,999 people': exporting(999_999),
      'one person with sensitive data': exporting(0, 1),
      '9,999 people with sensitive data': exporting(0, 9999),
    },
    not: {
      '99,999 people': exporting(99_999),
      '1,000,000 people': exporting(1_000_000),
      '10,000 people with sensitive data': exporting(0, 10_000),
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
      contract: { flows: [needed('contract')] },
      'human resources': { flows: [needed('human-resources')] },
      emergency: { flows: [needed('emergency')] },
    },
    not: {
      'none of them': { flows: [exportFlow] },
      'customers, as if they were staff': {
        flows: [{ ...exportFlow, exportNecessary: 'human-resources' }],
      },
      'analysis, as if a contract needed it': {
        flows: [{ ...needed('contract'), purpose: 'behaviour-analysis' }],
      },
      'important data': { flows: [{ ...needed('contract'), importantData: true }] },
      'the day before the provisions': { asOf: '2024-03-21', flows: [needed('contract')] },
    },
  },
  {
    rule: 'R19',
    holds: {
      'there and back': { flows: [returning] },
      'of people who live in the mainland': {
        flows: [{ ...returning, subjectsIn: 'mainland', subjects: 'visitors' }],
      },
    },
    not: {
      'with domestic data added': { flows: [{ ...returning, addsMainlandData: true }] },
      'collected in the mainland': { flows: [{ ...returning, collectedIn: 'shanghai' }] },
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
      'Hangzhou to Hong Kong': { flows: [{ ...fromShenzhen, from: 'hangzhou' }] },
      'passed on to Singapore': { flows: [{ ...fromShenzhen, onwardTo: 'singapore' }] },
      'Hangzhou to Macao': { flows: [{ ...fromShenzhen, from: 'hangzhou', to: 'macao' }] },
    },
    not: {
      'Shenzhen to Hong Kong': { flows: [fromShenzhen] },
      'nothing needs a mechanism': { flows: [{ to: 'hangzhou' }] },
      'people, who are no party': { ...served, flows: [{ ...mainlandCustomers, people: 200_000 }] },
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
    holds: {
      'own marketing': { company: { directMarketing: 'own' } },
      'a flow for it': { flows: [{ purpose: 'direct-marketing' }] },
    },
    not: { none: { company: { directMarketing: 'none' } } },
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
      '99,999 people': { ...inShanghai, flows: [{ ...stays, people: 99_999 }] },
      'the day it began': { ...inShanghai, asOf: '2026-09-01', flows: [stays] },
    },
    not: {
      'the day before': { ...inShanghai, asOf: '2026-08-31', flows: [stays] },
      '100,000 people': { ...inShanghai, flows: [{ ...stays, people: 100_000 }] },
      'a company outside the mainland': { flows: [exportFlow] },
    },
  },
  {
    rule: 'R9a',
    holds: { '10,000,000 people': people(10_000_000) },
    not: { '9,999,999 people': people(9_999_999) },
  },
  {
    rule: 'R11a',
    holds: { 'under 14': { ...served, flows: [{ ...mainlandCustomers, minors: 1, under18: 1 }] } },
    not: { '14 to 17': { ...served, flows: [{ ...mainlandCustomers, under18: 1 }] } },
  },
  {
    rule: 'R12a',
    holds: {
      'an incident of 1,000,000 people': {
        ...served,
        company: { ...served.company, incident: { people: 1_000_000 } },
      },
    },
    not: {
      'an audit that is ordered': {
        ...served,
        company: { ...served.company, incident: { people: 1_000_000 }, auditOrdered: true },
      },
      'PIPL does not apply': { company: { incident: { people: 1_000_000 } } },
    },
  },
  {
    rule: 'R18a',
    holds: { 'a duty of law': { flows: [needed('legal-duty')] } },
    not: {
      'the day before the regulations': { asOf: '2024-12-31', flows: [needed('legal-duty')] },
      'marketing, as if a duty asked for it': {
        flows: [{ ...needed('legal-duty'), purpose: 'direct-marketing' }],
      },
    },
  },
  {
    rule: 'R19a',
    holds: {
      'the company says so': {
        company: { answers: { freeTradeZoneList: true } },
        flows: [exportFlow],
      },
    },
    not: { 'nobody says so': { company: { answers: {} }, flows: [exportFlow] } },
  },
  {
    rule: 'R20a',
    holds: { 'Zhuhai to Macao': { flows: [{ ...fromShenzhen, from: 'zhuhai', to: 'macao' }] } },
    not: {
      'on to Hong Kong': {
        flows: [{ ...fromShenzhen, from: 'zhuhai', to: 'macao', onwardTo: 'hong-kong' }],
      },
      'Shanghai to Macao': { flows: [{ ...exportFlow, to: 'macao' }] },
    },
  },
  {
    rule: 'R22a',
    holds: { 'a processor': { flows: [{ processor: 'Host', processorPlace: 'singapore' }] } },
    not: { 'no processor': {} },
  },
  {
    rule: 'R22b',
    holds: { 'identity card numbers': { flows: [{ data: ['id-number'] }] } },
    not: { 'names alone': {} },
  },
  { rule: 'R23a', holds: { 'PIPL applies': { flows: [exportFlow] } }, not: { 'it does not': {} } },
  {
    rule: 'R26a',
    holds: {
      'passed on': { company: { directMarketing: 'passed-on' } },
      'a flow to somebody who markets': {
        flows: [{ purpose: 'direct-marketing', to: 'singapore', recipientRole: 'handler' }],
      },
    },
    not: { 'own marketing': { company: { directMarketing: 'own' } } },
  },
  { rule: 'R28a', holds: { 'the PDPO applies': {} }, not: { before: { asOf: '2021-10-07' } } },
  {
    rule: 'R28b',
    holds: { 'the PDPO applies': {} },
    not: { 'it does not': { flows: [{ controlledFrom: 'shanghai' }] } },
  },
  { rule: 'R30', holds: { 'PIPL applies': { flows: [exportFlow] } }, not: { 'it does not': {} } },
  {
    rule: 'R31',
    holds: { export: { flows: [exportFlow] } },
    not: { 'it stays': { flows: [stays] } },
  },
  {
    rule: 'R32',
    holds: { health: { flows: [{ ...exportFlow, data: ['health'] }] } },
    not: { names: { flows: [exportFlow] } },
  },
  {
    rule: 'R33',
    holds: { 'a handler of its own': { flows: [{ ...stays, recipientRole: 'handler' }] } },
    not: { 'the company itself': { flows: [stays] } },
  },
  {
    rule: 'R34',
    holds: { 'a processor': { flows: [{ ...stays, recipientRole: 'processor' }] } },
    not: { 'the company itself': { flows: [stays] } },
  },
  {
    rule: 'R35',
    holds: { recommendations: { flows: [{ ...stays, purpose: 'personalisation' }] } },
    not: { membership: { flows: [stays] } },
  },
  {
    rule: 'R36',
    holds: { 'stored there': { flows: [stays] } },
    not: { 'stored in Hong Kong': served },
  },
  {
    rule: 'R37',
    holds: { 'important data there': { company: { importantData: true }, flows: [stays] } },
    not: { 'important data elsewhere': { company: { importantData: true } } },
  },
  {
    rule: 'R37a',
    holds: { 'no important data': { flows: [stays] } },
    not: { 'important data': { company: { importantData: true }, flows: [stays] } },
  },
  {
    rule: 'R38',
    holds: {
      'a large platform': {
        company: { answers: { largePlatform: true } },
        flows: [{ ...stays, people: 10_000_000 }],
      },
    },
    not: { 'large, but no platform': { flows: [{ ...stays, people: 10_000_000 }] } },
  },
  {
    rule: 'R40',
    holds: { 'biometrics there': { flows: [{ ...stays, data: ['biometric'] }] } },
    not: { 'biometrics in Hong Kong': { flows: [{ data: ['biometric'] }] } },
  },
  {
    rule: 'R41',
    holds: {
      '100,000 faces': { company: { faces: 100_000 }, flows: [{ ...stays, data: ['biometric'] }] },
    },
    not: {
      '99,999 faces': { company: { faces: 99_999 }, flows: [{ ...stays, data: ['biometric'] }] },
      'stored in Hong Kong': { company: { faces: 100_000 }, flows: [{ data: ['biometric'] }] },
    },
  },
  {
    rule: 'R42',
    holds: { 'told so': { company: { criticalInfrastructure: true }, flows: [stays] } },
    not: { 'handled elsewhere': { company: { criticalInfrastructure: true } } },
  },
  {
    rule: 'H1',
    holds: { designated: { company: { answers: { designatedInHongKong: true } } } },
    not: {
      'not designated': {},
      'not in Hong Kong': {
        company: { places: ['shanghai'], answers: { designatedInHongKong: true } },
      },
    },
  },
  {
    rule: 'F1',
    holds: { 'a contract': exporting(100_000) },
    not: { 'few people': exporting(1) },
  },
  {
    rule: 'D1',
    holds: { 'it counts': { drafts: ['pdpo-reform'] } },
    not: { 'it does not count': {} },
  },
  {
    rule: 'D2',
    holds: { 'it counts': { ...people(10_000_000), drafts: ['large-handlers'] } },
    not: { 'it does not count': people(10_000_000) },
  },
  {
    rule: 'D3',
    holds: {
      'it counts': {
        company: { answers: { largePlatform: true } },
        flows: [{ ...stays, people: 10_000_000 }],
        drafts: ['large-platforms'],
      },
    },
    not: {
      'it does not count': {
        company: { answers: { largePlatform: true } },
        flows: [{ ...stays, people: 10_000_000 }],
      },
    },
  },
  {
    rule: 'D4',
    holds: { 'it counts': { flows: [exportFlow], drafts: ['app-collection'] } },
    not: { 'it does not count': { flows: [exportFlow] } },
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

test('the table has every rule of the laws, with cases on both sides', () => {
  const rules = new Set(table.map(({ rule }) => rule));
  for (const { id, kind, rules: own } of lawBook.regimes)
    if (kind === 'law') for (const rule of Object.keys(own)) expect([...rules], id).toContain(rule);
  for (const { holds, not, rule } of table) {
    expect(Object.keys(holds).length, rule).toBeGreaterThan(0);
    expect(Object.keys(not).length, rule).toBeGreaterThan(0);
  }
});

test('a rule that falls away is named by one that there is', () => {
  for (const { rules } of lawBook.regimes)
    for (const [name, { takesAway }] of Object.entries(rules))
      for (const other of takesAway) expect(lawBook.entries.get(other)?.kind, name).toBe('rule');
});

describe('a rule that is in force only between two dates', () => {
  const dated = [...lawBook.entries].flatMap(([name, entry]) =>
    entry.kind === 'rule' && entry.rule.inForce.from !== undefined
      ? [[name, entry.rule.inForce.from, entry.rule.inForce.to] as const]
      : [],
  );
  test.each(dated)('%s begins on %s and not a day before', (name, from, to) => {
    expect(ask({ asOf: dayBefore(from) }).status(name, null)).toBe('not yet in force');
    expect(['holds', 'does not hold']).toContain(ask({ asOf: from }).status(name, null));
    if (to === undefined) return;
    expect(['holds', 'does not hold']).toContain(ask({ asOf: to }).status(name, null));
    expect(ask({ asOf: '2026-11-01' }).status(name, null)).toBe('no longer in force');
  });
});
