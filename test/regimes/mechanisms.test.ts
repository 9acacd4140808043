import { describe, expect, it, test } from 'vitest';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { ask, exportFlow } from './ask.ts';
import type { SmallCase } from './ask.ts';

/** The mechanism of the first flow, its rule, and what would do as well. */
function mechanism(about: SmallCase) {
  const { alternatives, id, rule } = flowVerdict(ask(about), 0).mechanism;
  return [id, rule, ...alternatives];
}

const health = { ...exportFlow, data: ['health' as const] };

describe('the mechanism of an export from Shanghai by the number of people', () => {
  test.each([
    [99_999, 'none-few', 'R17'],
    [100_000, 'standard-contract', 'R16'],
    [999_999, 'standard-contract', 'R16'],
    [1_000_000, 'cac-assessment', 'R15'],
  ])('ordinary data of %d people: %s by %s', (people, id, rule) => {
    expect(mechanism({ flows: [{ ...exportFlow, people }] }).slice(0, 2)).toEqual([id, rule]);
  });
  test.each([
    [0, 'none-few', 'R17'],
    [1, 'standard-contract', 'R16'],
    [9999, 'standard-contract', 'R16'],
    [10_000, 'cac-assessment', 'R15'],
  ])('sensitive data of %d people: %s by %s', (people, id, rule) => {
    expect(mechanism({ flows: [{ ...health, people }] }).slice(0, 2)).toEqual([id, rule]);
  });
  it('counts a person under 14 as sensitive, whatever the data', () => {
    expect(mechanism({ flows: [{ ...exportFlow, people: 50, minors: 1, under18: 1 }] })[0]).toBe(
      'standard-contract',
    );
  });
  it('leaves an ordinary flow free of a mechanism where only another one is sensitive', () => {
    const flows = [
      { ...exportFlow, people: 500 },
      { ...health, people: 500 },
    ];
    expect(mechanism({ flows })).toEqual(['none-few', 'R17']);
  });
});

describe('the mechanism by the law date', () => {
  const people = 100_000;
  test.each([
    ['2021-10-31', 'not-pipl', ''],
    ['2021-11-01', 'undetermined', ''],
    ['2022-08-31', 'undetermined', ''],
    ['2022-09-01', 'cac-assessment', 'R15a'],
    ['2024-03-21', 'cac-assessment', 'R15a'],
    ['2024-03-22', 'standard-contract', 'R16'],
    ['2026-11-01', 'standard-contract', 'R16'],
  ])('on %s, data of 100,000 people: %s', (asOf, id, rule) => {
    const [found, by] = mechanism({ asOf, flows: [{ ...exportFlow, people }] });
    expect(found).toBe(id);
    if (rule !== '') expect(by).toBe(rule);
  });
  it('offers certification beside the contract since both exist, but not to critical infrastructure', () => {
    const flows = [{ ...exportFlow, people }];
    for (const asOf of ['2024-03-22', '2025-12-31', '2026-01-01'])
      expect(mechanism({ asOf, flows })).toEqual(['standard-contract', 'R16', 'Certification']);
    expect(mechanism({ company: { criticalInfrastructure: true }, flows })).toEqual([
      'cac-assessment',
      'R14',
    ]);
  });
});

describe('exemptions and the Greater Bay Area', () => {
  it('lets data in transit out again without a mechanism, and says that nothing domestic was added', () => {
    const flow = {
      ...exportFlow,
      subjectsIn: 'hong-kong' as const,
      from: 'hong-kong' as const,
      processor: 'DingTalk',
      processorPlace: 'hangzhou' as const,
      people: 5_000_000,
    };
    expect(mechanism({ flows: [flow] })).toEqual(['none-exempt', 'R19']);
    expect(mechanism({ flows: [{ ...flow, addsMainlandData: true }] })).toEqual([
      'cac-assessment',
      'R15',
    ]);
  });
  it('takes the Bay Area contract from Shenzhen at any number, and not from Hangzhou', () => {
    const large = { ...health, people: 50_000 };
    expect(mechanism({ flows: [{ ...large, from: 'shenzhen' }] })).toEqual([
      'gba-contract',
      'R20',
      'CAC security assessment',
    ]);
    expect(mechanism({ flows: [{ ...large, from: 'hangzhou' }] })).toEqual([
      'cac-assessment',
      'R15',
    ]);
  });
  it('says of every flow that needs a mechanism whether the contract is to be had', () => {
    const from = (place: 'shenzhen' | 'hangzhou') =>
      flowVerdict(ask({ flows: [{ ...health, from: place }] }), 0).bayArea;
    expect(from('shenzhen')).toMatchObject({ available: true, rule: 'R20' });
    expect(from('hangzhou')).toMatchObject({ available: false, rule: 'R21' });
    expect(flowVerdict(ask({}), 0).bayArea).toBeNull();
  });
  it('does not need a contract where nothing needs a mechanism', () => {
    expect(mechanism({ flows: [{ ...exportFlow, from: 'shenzhen', people: 10 }] })[0]).toBe(
      'none-few',
    );
  });
});

test('a +86 account brings the platform under the mainland terms, a +852 account does not', () => {
  const verdict = (accountCountryCode: string) =>
    flowVerdict(ask({ company: { accountCountryCode }, flows: [{ processor: 'DingTalk' }] }), 0);
  expect(verdict('+86').path).toEqual(['Hong Kong', 'Elsewhere in the mainland', 'Hong Kong']);
  expect(verdict('+86').regimes).toContainEqual(
    expect.objectContaining({ regime: 'pipl', applies: true, rule: 'R2' }),
  );
  expect(verdict('+852').path).toEqual(['Hong Kong', 'Singapore', 'Hong Kong']);
  expect(verdict('+852').regimes).toContainEqual(
    expect.objectContaining({ regime: 'pipl', applies: false, rule: 'R5' }),
  );
});

test('a flow is tagged from its metadata and its path', () => {
  const { crossBorder, tags } = flowVerdict(
    ask({ flows: [{ ...health, minors: 3, under18: 3, people: 10, plugin: 'clinic app' }] }),
    0,
  );
  expect(crossBorder).toBe(true);
  expect(tags).toEqual([
    'health',
    'customers in the mainland',
    'membership',
    'sensitive',
    'people under 14',
    'cross-border',
    'through clinic app',
    'recipient in Hong Kong',
  ]);
});

test('what a flow needs and lacks is told with the article that asks for it', () => {
  const { controls, missing } = flowVerdict(
    ask({ flows: [{ ...health, controls: ['encryption', 'notice'] }] }),
    0,
  );
  expect(missing).toEqual([
    'access-control',
    'audit-trail',
    'masking',
    'separate-consent',
    'impact-assessment',
  ]);
  expect(controls.find(({ id }) => id === 'encryption')).toEqual({
    id: 'encryption',
    label: 'encryption',
    inPlace: true,
    askedBy: [
      { regime: 'pipl', article: 'PIPL Art. 51' },
      { regime: 'pdpo', article: 'PDPO DPP 4(1), as we read it' },
    ],
    open: [],
  });
});
