import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutiesOf } from '../../src/regimes/duties.ts';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { regimeVerdicts } from '../../src/regimes/regime-verdicts.ts';
import { lawFormulas } from '../../src/regimes/law-book.ts';
import { company, inventory } from './arbitrary-cases.ts';
import {
  ask,
  customersThere,
  dayBefore,
  exportFlow,
  inquire,
  isDue,
  lawBook,
  mechanism,
} from './ask.ts';
import type { SmallCase, SmallFlow } from './ask.ts';

const people = (count: number, more: SmallFlow = {}): SmallCase => ({
  flows: [{ ...exportFlow, people: count, ...more }],
});
const served = (more: SmallFlow = {}): SmallCase => ({
  company: { targetsMainland: true },
  flows: [{ ...customersThere, ...more }],
});
const bayArea = (sector: 'banking' | 'retail'): SmallCase => ({
  company: { sector, places: ['hong-kong', 'shenzhen'] },
  flows: [{ ...exportFlow, from: 'shenzhen', people: 2_000_000 }],
});
const toMacao: SmallCase = {
  company: { places: ['macao', 'zhuhai'] },
  flows: [{ ...exportFlow, from: 'zhuhai', to: 'macao', people: 2_000_000 }],
};
const available = (about: SmallCase) => flowVerdict(ask(about), 0).bayArea?.available ?? null;
const due = (words: RegExp) => (about: SmallCase) => isDue(about, words);

/** What changes on a day, by which text: the day before and the day itself. */
const table: readonly (readonly [
  date: string,
  text: string,
  about: SmallCase,
  answer: (about: SmallCase) => unknown,
  before: unknown,
  on: unknown,
])[] = [
  [
    '1996-12-20',
    'PDPO: data protection principles',
    {},
    due(/six data protection principles/),
    false,
    true,
  ],
  [
    '1998-12-19',
    'PCPD code on identity card numbers',
    { flows: [{ data: ['id-number'] }] },
    due(/identity card numbers/),
    false,
    true,
  ],
  [
    '2012-10-01',
    'PDPO DPP 2(3), 4(2): processors',
    { flows: [{ processor: 'Vendor', processorPlace: 'singapore' }] },
    due(/Bind the processor/),
    false,
    true,
  ],
  [
    '2012-10-01',
    'PDPO s. 50A',
    { company: { enforcementNotice: 'first' } },
    due(/Obey the enforcement notice/),
    false,
    true,
  ],
  [
    '2013-04-01',
    'PDPO Part 6A',
    { company: { directMarketing: 'own' } },
    due(/consent to marketing/),
    false,
    true,
  ],
  [
    '2013-04-01',
    'PDPO s. 35K',
    { company: { directMarketing: 'passed-on' } },
    due(/written consent/),
    false,
    true,
  ],
  [
    '2015-07-20',
    'PCPD guidance on biometrics',
    { flows: [{ data: ['biometric'] }] },
    due(/Collect biometrics/),
    false,
    true,
  ],
  [
    '2021-09-01',
    'Data Security Law Art. 30',
    { ...people(1), company: { importantData: true } },
    due(/risk of important data regularly/),
    false,
    true,
  ],
  [
    '2021-09-01',
    'Critical Infrastructure Regulations Art. 17',
    { ...people(1), company: { criticalInfrastructure: true } },
    due(/risk at least once a year/),
    false,
    true,
  ],
  ['2021-10-08', 'PDPO s. 64: doxxing', {}, due(/intent of gain or harm/), false, true],
  ['2021-11-01', 'PIPL Art. 74', people(1), mechanism, 'not-pipl', 'undetermined'],
  ['2021-11-01', 'PIPL Art. 53', served(), due(/representative in the mainland/), false, true],
  ['2021-11-01', 'PIPL Art. 54', served(), due(/Audit compliance regularly/), false, true],
  [
    '2022-05-12',
    'PCPD model clauses',
    { flows: [{ to: 'singapore' }] },
    due(/model clauses/),
    false,
    true,
  ],
  [
    '2022-09-01',
    'Assessment Measures Art. 20',
    people(100_000),
    mechanism,
    'undetermined',
    'cac-assessment',
  ],
  [
    '2022-09-01',
    'Assessment Measures Art. 4 (1)',
    people(1, { importantData: true }),
    mechanism,
    'undetermined',
    'cac-assessment',
  ],
  [
    '2023-06-01',
    'Standard Contract Measures Art. 13',
    people(1),
    mechanism,
    'undetermined',
    'standard-contract',
  ],
  ['2023-06-30', 'PCPD guidance on breaches', {}, due(/tell the PCPD/), false, true],
  ['2023-12-13', 'Greater Bay Area contract, pilot', bayArea('banking'), available, null, true],
  [
    '2024-01-01',
    'Regulations on Minors in Cyberspace Art. 60',
    served({ minors: 1, under18: 1 }),
    due(/minors\) every year/),
    false,
    true,
  ],
  [
    '2024-01-01',
    'the same, of people of 14 to 17',
    served({ minors: 0, under18: 1 }),
    due(/minors\) every year/),
    false,
    true,
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 5 (4)',
    people(99_999),
    mechanism,
    'standard-contract',
    'none-few',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 8',
    people(100_000),
    mechanism,
    'cac-assessment',
    'standard-contract',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 5 (1)',
    people(200_000, { purpose: 'service', legalBasis: 'contract', exportNecessary: 'contract' }),
    mechanism,
    'cac-assessment',
    'none-exempt',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 5 (2)',
    people(300, {
      subjects: 'staff',
      purpose: 'human-resources',
      legalBasis: 'employment',
      exportNecessary: 'human-resources',
    }),
    mechanism,
    'standard-contract',
    'none-exempt',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 5 (3)',
    people(300, { purpose: 'support', legalBasis: 'emergency', exportNecessary: 'emergency' }),
    mechanism,
    'standard-contract',
    'none-exempt',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 4',
    { flows: [{ processor: 'Vendor', processorPlace: 'hangzhou' }] },
    mechanism,
    'standard-contract',
    'none-exempt',
  ],
  [
    '2024-03-22',
    '2024 Provisions Art. 6',
    {
      company: { answers: { freeTradeZoneList: true } },
      flows: [{ ...exportFlow, people: 300_000 }],
    },
    mechanism,
    'cac-assessment',
    'none-exempt',
  ],
  [
    '2024-09-10',
    'Greater Bay Area contract with Macao',
    toMacao,
    mechanism,
    'cac-assessment',
    'gba-contract',
  ],
  [
    '2024-11-01',
    'Greater Bay Area contract, all businesses',
    bayArea('retail'),
    mechanism,
    'cac-assessment',
    'gba-contract',
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 35 (6)',
    people(200_000, {
      purpose: 'reporting',
      legalBasis: 'legal-duty',
      exportNecessary: 'legal-duty',
    }),
    mechanism,
    'standard-contract',
    'none-exempt',
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 26',
    served(),
    due(/File the representative/),
    false,
    true,
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 28',
    served({ people: 10_000_000 }),
    due(/network data security officer/),
    false,
    true,
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 12',
    { flows: [{ ...exportFlow, processor: 'Vendor', processorPlace: 'beijing' }] },
    due(/record of what was entrusted/),
    false,
    true,
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 33',
    { ...people(1), company: { importantData: true } },
    due(/important data every year/),
    false,
    true,
  ],
  [
    '2025-01-01',
    'Network Data Regulations Art. 42',
    people(1, { purpose: 'personalisation' }),
    due(/off switch/),
    false,
    true,
  ],
  [
    '2025-05-01',
    'Audit Measures Art. 12',
    served({ people: 1_000_000 }),
    due(/protection officer/),
    false,
    true,
  ],
  [
    '2025-05-01',
    'Audit Measures Art. 4',
    served({ people: 10_000_001 }),
    due(/every two years/),
    false,
    true,
  ],
  [
    '2025-05-01',
    'Audit Measures Art. 5',
    { ...served(), company: { targetsMainland: true, auditOrdered: true } },
    due(/audit as ordered/),
    false,
    true,
  ],
  [
    '2025-05-30',
    'CAC answer on important data',
    people(1, { importantData: true }),
    due(/notified or published as important/),
    false,
    true,
  ],
  [
    '2025-06-01',
    'Face Recognition Measures Art. 15',
    { company: { faces: 100_000 }, flows: [{ ...exportFlow, data: ['biometric'] }] },
    due(/File the use of face/),
    false,
    true,
  ],
  [
    '2025-07-18',
    'CAC announcement on officers',
    served({ people: 1_000_000 }),
    due(/File the officer/),
    false,
    true,
  ],
  [
    '2025-11-01',
    'Incident Reporting Measures',
    people(1),
    due(/Be ready to report an incident/),
    false,
    true,
  ],
  [
    '2025-11-01',
    'GB/T 45574-2025',
    people(1, { data: ['health'] }),
    due(/GB\/T 45574/),
    false,
    true,
  ],
  [
    '2025-12-29',
    'CAC announcement on minors',
    served({ under18: 1 }),
    due(/minors' data to the CAC of the city, online/),
    false,
    true,
  ],
  [
    '2026-01-01',
    'Cap. 653',
    { company: { answers: { designatedInHongKong: true } } },
    due(/Report a security incident/),
    false,
    true,
  ],
  [
    '2026-01-30',
    'CAC answer: a threshold crossed within the year',
    people(1_000_000),
    due(/what went out since 1 January/),
    false,
    true,
  ],
  ['2026-04-29', 'CAC answer: audits', served(), due(/every five years/), false, true],
  [
    '2026-08-20',
    'Order 24: encouraged',
    people(1),
    due(/at least every three years\./),
    false,
    true,
  ],
  [
    '2026-09-01',
    'Order 25',
    { company: { places: ['shanghai'] }, flows: [{ ...exportFlow, to: 'shanghai' }] },
    due(/simplified forms/),
    false,
    true,
  ],
];

describe('what changes on a day', () => {
  test.each(table)('%s: %s', (date, _, about, answer, before, on) => {
    expect(answer({ ...about, asOf: dayBefore(date) })).toEqual(before);
    expect(answer({ ...about, asOf: date })).toEqual(on);
  });
  test('the table has every date on which a rule or a duty begins', () => {
    const dates = new Set(table.map(([date]) => date));
    const named = lawBook.regimes.flatMap((regime) =>
      Object.values(regime.rules).flatMap(({ duties, inForce }) => [
        inForce.from,
        ...duties.map(({ from }) => from),
      ]),
    );
    // Forms of one duty that change on a day are told by the deadlines below.
    const forms = ['2026-01-01'];
    for (const date of named)
      if (date !== undefined && !forms.includes(date)) expect([...dates]).toContain(date);
  });
});

test('an alternative begins on its day', () => {
  const options = (asOf: string) =>
    flowVerdict(ask({ asOf, flows: [{ ...exportFlow, people: 100_000 }] }), 0).mechanism
      .alternatives;
  expect(options('2024-03-22')).toEqual(['Certification']);
  const early = (asOf: string) =>
    flowVerdict(ask({ asOf, flows: [{ ...exportFlow, people: 1 }] }), 0).mechanism.alternatives;
  expect(early('2023-06-01')).toEqual(['Certification']);
});

test('a duty has the article and the deadline of the text of its date', () => {
  const deadlines = (asOf: string, words: RegExp) =>
    dutiesOf(ask({ asOf, flows: [{ ...exportFlow, people: 1_000_000 }] }))
      .filter(({ text }) => words.test(text))
      .map(({ article, deadline }) => `${article}: ${deadline}`);
  expect(deadlines('2024-03-21', /security assessment/).join()).toContain('valid 2 years');
  expect(deadlines('2024-03-22', /security assessment/).join()).toContain('valid 3 years');
  const contract = (asOf: string) =>
    dutiesOf(ask({ asOf, flows: [{ ...exportFlow, people: 100_000 }] })).find(({ text }) =>
      text.startsWith('Sign the CAC'),
    )?.deadline;
  expect(contract('2025-12-31')).not.toContain('certificate');
  expect(contract('2026-01-01')).toContain('certificate: valid 3 years');
  const minors = (asOf: string) =>
    dutiesOf(ask({ ...served({ under18: 1 }), asOf })).find(({ text }) =>
      /Report the yearly/.test(text),
    )?.deadline;
  expect(minors('2025-12-28')).toContain('in time');
  expect(minors('2025-12-29')).toContain('by 31 January');
  const risk = (asOf: string) =>
    dutiesOf(ask({ ...people(1), company: { importantData: true }, asOf })).find(({ text }) =>
      /important data every year/.test(text),
    )?.article;
  expect(risk('2026-08-19')).toBe('Network Data Regulations Art. 33');
  expect(risk('2026-08-20')).toContain('Order 24');
});

/** Every date that a rule, a duty, an alternative or a condition names, and the day after each end. */
const namedDates: readonly string[] = (() => {
  const after = (date: string): string => {
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
  };
  const ofRules = lawBook.regimes.flatMap((regime) => [
    ...Object.values(regime.rules).flatMap(({ duties, inForce }) =>
      [inForce, ...duties].flatMap(({ from, to }) => [from, to === undefined ? to : after(to)]),
    ),
    ...regime.mechanisms.flatMap(({ alternatives }) => alternatives.map(({ from }) => from)),
  ]);
  const inFormulas = lawFormulas(lawBook.regimes, lawBook.gapTable).flatMap((formula) =>
    [...formula.matchAll(/lawDate (?:<|>=) (\d{4})(\d\d)(\d\d)/g)].map(
      ([, y, m, d]) => `${y}-${m}-${d}`,
    ),
  );
  return [...new Set([...ofRules, ...inFormulas].flatMap((date) => date ?? []))].toSorted();
})();

test('a later date changes a verdict only at a date that the law names', () => {
  const verdictOf = (told: Parameters<typeof inquire>[0], asOf: string) => {
    const inquiry = inquire(told, asOf);
    return JSON.stringify([
      regimeVerdicts(inquiry),
      dutiesOf(inquiry),
      inquiry.flows.map((_, flow) => {
        const { bayArea, controls, mechanism: way, rules } = flowVerdict(inquiry, flow);
        return [bayArea, controls, way, rules];
      }),
    ]);
  };
  const periods = namedDates.map(
    (date, index) => [date, namedDates[index + 1] ?? '2035-01-01'] as const,
  );
  fc.assert(
    fc.property(
      fc.record({ company, flows: inventory }),
      fc.constantFrom(...periods),
      (told, [first, next]) => {
        expect(verdictOf(told, dayBefore(next))).toBe(verdictOf(told, first));
      },
    ),
    { numRuns: 60 },
  );
});
