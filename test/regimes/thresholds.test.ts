import { describe, expect, test } from 'vitest';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { ask, customersThere, exportFlow, isDue, lawBook, mechanism } from './ask.ts';
import type { SmallCase, SmallFlow } from './ask.ts';

/**
 * Every number of the law at one less, the number itself and one more. The words of the texts say
 * which side the number is on (Civil Code Art. 1259): 以上, 以下, 以内 include it; 不满, 超过, 以外
 * do not.
 */
interface Row {
  readonly words: string;
  readonly article: string;
  readonly limit: number;
  readonly about: (count: number) => SmallCase;
  readonly answer: (about: SmallCase) => unknown;
  readonly is: readonly [below: unknown, at: unknown, above: unknown];
}

const ordinary = (people: number, more: SmallFlow = {}): SmallCase => ({
  flows: [{ ...exportFlow, people, ...more }],
});
const sensitive = (people: number): SmallCase => ordinary(people, { data: ['health'] });
const held = (people: number): SmallCase => ({
  flows: [{ ...customersThere, people }],
  company: { targetsMainland: true },
});
const minorsOf = (minors: number, under18: number): SmallCase => ({
  flows: [{ ...customersThere, minors, under18 }],
  company: { targetsMainland: true },
});
const incident = (key: 'people' | 'sensitive' | 'loss', count: number): SmallCase => ({
  company: { incident: { [key]: count } },
  flows: [exportFlow],
});
const old = (people: number, data: SmallFlow['data'] = ['name']): SmallCase => ({
  asOf: '2024-03-21',
  flows: [{ ...exportFlow, people, data }],
});
const holds = (rule: string) => (about: SmallCase) => ask(about).holds(rule, null);
const due = (words: RegExp) => (about: SmallCase) => isDue(about, words);

const table: readonly Row[] = [
  {
    words: '不满10万人 (none); 10万人以上 (contract)',
    article: '2024 Provisions Arts. 5 (4), 8',
    limit: 100_000,
    about: ordinary,
    answer: mechanism,
    is: ['none-few', 'standard-contract', 'standard-contract'],
  },
  {
    words: '不满100万人 (contract); 100万人以上 (assessment)',
    article: '2024 Provisions Arts. 7, 8',
    limit: 1_000_000,
    about: ordinary,
    answer: mechanism,
    is: ['standard-contract', 'cac-assessment', 'cac-assessment'],
  },
  {
    words: '不满1万人敏感个人信息: no lower limit',
    article: '2024 Provisions Art. 8',
    limit: 1,
    about: sensitive,
    answer: mechanism,
    is: ['none-few', 'standard-contract', 'standard-contract'],
  },
  {
    words: '不满1万人 (contract); 1万人以上敏感个人信息 (assessment)',
    article: '2024 Provisions Arts. 7, 8',
    limit: 10_000,
    about: sensitive,
    answer: mechanism,
    is: ['standard-contract', 'cac-assessment', 'cac-assessment'],
  },
  {
    words: '处理100万人以上个人信息',
    article: 'Audit Measures Art. 12',
    limit: 1_000_000,
    about: held,
    answer: due(/protection officer/),
    is: [false, true, true],
  },
  {
    words: '超过1000万人; the CAC reads the number as included',
    article: 'Audit Measures Art. 4; CAC answer of 29 April 2026',
    limit: 10_000_000,
    about: held,
    answer: due(/once every two years/),
    is: [false, true, true],
  },
  {
    words: '处理1000万人以上个人信息',
    article: 'Network Data Regulations Art. 28',
    limit: 10_000_000,
    about: held,
    answer: due(/network data security officer/),
    is: [false, true, true],
  },
  {
    words: '100万人以下 every five years, more every three or four (guidance)',
    article: 'CAC answer of 29 April 2026',
    limit: 1_000_000,
    about: held,
    answer: (about) => [isDue(about, /every five years/), isDue(about, /three or four years/)],
    is: [
      [true, false],
      [true, false],
      [false, true],
    ],
  },
  {
    words: '不满10万人个人信息',
    article: 'Order 25',
    limit: 100_000,
    about: (people) => ({
      company: { places: ['shanghai'] },
      flows: [{ ...exportFlow, to: 'shanghai', people }],
    }),
    answer: holds('R29'),
    is: [true, false, false],
  },
  {
    words: '达到10万人',
    article: 'Face Recognition Measures Art. 15',
    limit: 100_000,
    about: (faces) => ({ company: { faces }, flows: [{ ...exportFlow, data: ['biometric'] }] }),
    answer: due(/File the use of face recognition/),
    is: [false, true, true],
  },
  {
    words: '100万人以上个人信息',
    article: 'Audit Measures Art. 5 (3)',
    limit: 1_000_000,
    about: (people) => incident('people', people),
    answer: holds('R12a'),
    is: [false, true, true],
  },
  {
    words: '10万人以上敏感个人信息',
    article: 'Audit Measures Art. 5 (3)',
    limit: 100_000,
    about: (people) => incident('sensitive', people),
    answer: holds('R12a'),
    is: [false, true, true],
  },
  {
    words: '100万人以上公民个人信息',
    article: 'Incident Reporting Measures, annex',
    limit: 1_000_000,
    about: (people) => incident('people', people),
    answer: due(/Report the incident that has happened/),
    is: [false, true, true],
  },
  {
    words: 'RMB 5 million or more (an account)',
    article: 'Incident Reporting Measures, annex',
    limit: 5_450_000,
    about: (loss) => incident('loss', loss),
    answer: due(/Report the incident that has happened/),
    is: [false, true, true],
  },
  {
    words: '未成年人: from the first person under 18 on',
    article: 'Regulations on Minors in Cyberspace Art. 37',
    limit: 1,
    about: (count) => minorsOf(0, count),
    answer: due(/people under 18 \(minors\) every year/),
    is: [false, true, true],
  },
  {
    words: '不满十四周岁: from the first person under 14 on',
    article: 'PIPL Arts. 28, 31',
    limit: 1,
    about: (count) => minorsOf(count, count),
    answer: due(/guardian's consent/),
    is: [false, true, true],
  },
  {
    words: '处理100万人以上 (until 21 March 2024)',
    article: 'Assessment Measures Art. 4 (2)',
    limit: 1_000_000,
    about: (people) => ({
      asOf: '2024-03-21',
      flows: [
        { ...exportFlow, people: 1 },
        { ...exportFlow, name: 'At home', to: 'shanghai', people: people - 1 },
      ],
    }),
    answer: mechanism,
    is: ['standard-contract', 'cac-assessment', 'cac-assessment'],
  },
  {
    words: '累计向境外提供10万人个人信息 (until 21 March 2024)',
    article: 'Assessment Measures Art. 4 (3)',
    limit: 100_000,
    about: (people) => old(people),
    answer: mechanism,
    is: ['standard-contract', 'cac-assessment', 'cac-assessment'],
  },
  {
    words: '1万人敏感个人信息 (until 21 March 2024)',
    article: 'Assessment Measures Art. 4 (3)',
    limit: 10_000,
    about: (people) => old(people, ['health']),
    answer: mechanism,
    is: ['standard-contract', 'cac-assessment', 'cac-assessment'],
  },
];

test.each(
  table.flatMap(({ about, answer, article, is, limit, words }) =>
    [-1, 0, 1].map((step) => ({
      about,
      answer,
      article,
      words,
      count: limit + step,
      is: is[step + 1],
    })),
  ),
)('$words ($article): $count', ({ about, answer, count, is }) => {
  expect(answer(about(count))).toEqual(is);
});

test('every threshold that is shown stands in the table, with its side', () => {
  const shown = lawBook.regimes.flatMap(({ thresholds }) => thresholds);
  expect(shown.length).toBeGreaterThan(8);
  for (const { limit, words } of shown) {
    const rows = table.filter((row) => row.limit === limit);
    expect(rows.length, `${words} ${limit}`).toBeGreaterThan(0);
  }
});

describe('people are counted by a stated rule', () => {
  test('exports of several flows are added up', () => {
    const flows = [
      { ...exportFlow, people: 60_000 },
      { ...exportFlow, name: 'More', people: 40_000 },
    ];
    expect(mechanism({ flows })).toBe('standard-contract');
    expect(mechanism({ flows: [flows[0]!, { ...flows[1]!, people: 39_999 }] })).toBe('none-few');
  });
  test('people whom flows share are counted once', () => {
    const flows = [
      { ...exportFlow, people: 60_000 },
      { ...exportFlow, name: 'The same', people: 60_000, samePeopleAs: exportFlow.name },
    ];
    expect(mechanism({ flows })).toBe('none-few');
  });
  test('what the company says of its exports goes before the flows', () => {
    const exportedThisYear = { ordinary: 99_999, sensitive: 0 };
    expect(
      mechanism({ company: { exportedThisYear }, flows: [{ ...exportFlow, people: 120_000 }] }),
    ).toBe('none-few');
  });
  test('people held in several flows are added up, so that two lists make an officer due', () => {
    const about: SmallCase = {
      company: { targetsMainland: true },
      flows: [
        { ...customersThere, people: 600_000 },
        { ...customersThere, name: 'Others', people: 500_000 },
      ],
    };
    expect(isDue(about, /protection officer/)).toBe(true);
    expect(
      isDue(
        {
          ...about,
          flows: [about.flows![0]!, { ...about.flows![1]!, samePeopleAs: customersThere.name }],
        },
        /protection officer/,
      ),
    ).toBe(false);
  });
  test('everybody under 14 is counted as sensitive', () => {
    expect(mechanism({ flows: [{ ...exportFlow, people: 50, minors: 1, under18: 1 }] })).toBe(
      'standard-contract',
    );
  });
  test('exports that are exempt do not count', () => {
    const flows = [
      { ...exportFlow, people: 500 },
      {
        ...exportFlow,
        name: 'Bookings',
        purpose: 'service' as const,
        people: 2_000_000,
        legalBasis: 'contract' as const,
        exportNecessary: 'contract' as const,
      },
    ];
    const inquiry = ask({ flows });
    expect(flowVerdict(inquiry, 0).mechanism.id).toBe('none-few');
    expect(flowVerdict(inquiry, 1).mechanism).toMatchObject({ id: 'none-exempt', rule: 'R18' });
  });
});
