import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';
import { briefScenario } from '../../src/schema/brief-scenario.ts';
import { whyOf } from '../../src/regimes/why.ts';
import { lawResultSchema } from '../../src/schema/law-result.ts';
import { fileOf, lawOf, prepareScenario, ready, run } from './ask-scenario.ts';

const meanOf = (result: ReturnType<typeof run>, posture: string) =>
  result.outputs['tco']![posture]!.mean;
const derived = (law: ReturnType<typeof lawOf>, input: string) =>
  law.derived.find((each) => each.input === input)!;

describe('the retailer that pushes discounts to Shenzhen', () => {
  const pushing = fileOf('retailer');
  const quiet = {
    ...pushing,
    company: {
      ...pushing.company,
      targetsMainland: false,
      people: { hongKong: pushing.company.people.hongKong },
    },
    flows: pushing.flows.filter((flow: any) => flow.subjectsIn !== 'mainland'),
  };
  const law = lawOf(pushing);

  it('comes under Article 3(2) by the pushes alone', () => {
    const only = { ...quiet, flows: [...quiet.flows, pushing.flows[2]] };
    const pushed = lawOf(only);
    expect(pushed.regimes[0]).toMatchObject({ id: 'pipl', applies: true, rules: ['R3'] });
    expect(pushed.rules['R3']).toMatchObject({
      article: 'PIPL Art. 3 para. 2 (1)',
      flows: ['Member discounts pushed to Shenzhen'],
    });
    const duties = pushed.duties.map(({ rule }) => rule);
    expect(duties).toContain('R6');
    expect(duties).toContain('R13');
  });
  it('needs a representative and impact assessments, but no officer', () => {
    const duties = law.duties.map(({ rule }) => rule);
    expect(duties).toEqual(expect.arrayContaining(['R3', 'R6', 'R10', 'R13']));
    expect(duties).not.toContain('R8');
  });
  it('costs more under every posture than without the pushes', () => {
    const [with3, without] = [run(pushing), run(quiet)];
    for (const posture of ['pipl-only', 'pdpo-only', 'dual'])
      expect(meanOf(with3, posture), posture).toBeGreaterThan(meanOf(without, posture));
    // The representative alone is HK$60,000 a year.
    expect(with3.components['pipl-only']!['programme']).toBeGreaterThan(5 * 60_000);
    expect(without.components['pipl-only']!['programme']).toBe(0);
  });
  it('without them, PIPL does not apply: its lines are zero, and the result says why', () => {
    const result = run(quiet);
    expect(result.law?.regimes[0]).toMatchObject({ id: 'pipl', applies: false, rules: ['R5'] });
    expect(result.law?.regimes[0]?.because).toContain('nothing is aimed at people there');
    expect(result.law?.remarks.map(({ code }) => code)).toContain('pipl-does-not-apply');
    for (const category of ['audits', 'filings', 'programme'])
      expect(result.components['pipl-only']![category], category).toBe(0);
    for (const category of ['audits', 'filings', 'fines', 'isolation'])
      expect(result.components['pdpo-only']![category], category).toBe(0);
  });
});

test('Hong Kong staff only, without a step in the mainland: PIPL does not apply', () => {
  const law = lawOf({
    model: 'compliance-tco',
    name: 'Staff only',
    company: { places: ['hong-kong'], staff: { hongKong: 60 } },
  });
  expect(law.regimes.map(({ applies, id }) => [id, applies])).toEqual([
    ['pipl', false],
    ['pdpo', true],
  ]);
  expect(law.flows).toMatchObject([{ name: 'Staff in Hong Kong', implied: true }]);
  expect(law.remarks.map(({ code }) => code)).toEqual(['pipl-does-not-apply', 'implied-flows']);
});

describe('what the law sets', () => {
  const base = fileOf('retailer');
  it('is used where the scenario gives no value, and says by which rules', () => {
    const result = run(base);
    expect(result.inputs['programmeCost']?.from).toBe('law');
    const cost = derived(result.law!, 'programmeCost');
    expect(cost.status).toBe('used');
    expect(cost.steps['pipl-only']).toEqual([
      { rule: 'R3', label: 'PIPL programme', how: 'max', formula: 'piplProgramme', amount: 90_000 },
      {
        rule: 'R6',
        label: 'Representative in the mainland',
        how: 'add',
        formula: 'representative',
        amount: 60_000,
      },
      {
        rule: 'R13',
        label: 'Impact assessments',
        how: 'add',
        formula: 'assessedFlows * impactAssessment * reviewRate',
        amount: 45_000,
      },
    ]);
    expect(cost.values['pipl-only']).toBe(195_000);
    expect(cost.values['dual']).toBeCloseTo((195_000 + 114_000) * 0.88, 6);
  });
  it('gives way to a value in the scenario, and is shown as overridden', () => {
    const result = run({
      ...base,
      inputs: { ...base.inputs, auditsPerYear: { 'pipl-only': 1, 'pdpo-only': 0, dual: 1 } },
    });
    expect(result.inputs['auditsPerYear']?.from).toBe('scenario');
    const audits = derived(result.law!, 'auditsPerYear');
    expect(audits).toMatchObject({ status: 'overridden' });
    expect(audits.rules).toContain('R10');
    expect(audits.values['pipl-only']).toBeCloseTo(1 / 3, 12);
  });
  it('takes the place of an extended value where the scenario asks for it, and no other', () => {
    const client = {
      extends: './published.json',
      name: 'A client',
      law: { derive: ['auditsPerYear'] },
    };
    const result = run(client);
    expect(result.inputs['auditsPerYear']?.from).toBe('law');
    expect(derived(result.law!, 'programmeCost').status).toBe('overridden');
    expect(derived(result.law!, 'requestsPerYear').status).toBe('shown');
    expect(result.inputs['requestsPerYear']?.from).toBe('model');
  });
  it('follows our assumptions, which a scenario may change', () => {
    const cost = derived(
      lawOf({ ...base, law: { assumptions: { representative: 200_000 } } }),
      'programmeCost',
    );
    expect(cost.values['pipl-only']).toBe(335_000);
  });
  it('caps fines by the law: RMB 50 million or 5 % of turnover, HK$50,000 for an ignored notice', () => {
    const small = lawOf({ ...base, company: { ...base.company, directMarketing: 'none' } });
    expect(derived(small, 'fineCap').values).toEqual({
      'pipl-only': 50_000,
      'pdpo-only': expect.closeTo(54_500_000, 6),
      dual: expect.closeTo(54_500_000, 6),
    });
    const repeat = lawOf({
      ...base,
      company: { ...base.company, directMarketing: 'none', enforcementNotice: 'repeat' },
    });
    expect(derived(repeat, 'fineCap').values['pipl-only']).toBe(100_000);
    // USD 5.2 billion at 7.8: 5 % of it is far above RMB 50 million.
    expect(derived(lawOf('multinational'), 'fineCap').values['pdpo-only']).toBeCloseTo(
      0.05 * 5_200_000_000 * 7.8,
      3,
    );
  });
  it('is zero for filings where nothing needs a mechanism, and counts those that do', () => {
    expect(derived(lawOf(base), 'filingsPerYear').values['dual']).toBe(0);
    // Bank: the Shanghai accounts need an assessment (4), the Shenzhen ones a Bay Area contract (0.5).
    expect(derived(lawOf('bank'), 'filingsPerYear').values['dual']).toBeCloseTo(4.5 / 3, 12);
  });
  it('covers more controls under both laws than under one', () => {
    const { coverage } = lawOf(base);
    expect(coverage['dual']).toBe(1);
    expect(coverage['today']).toBeLessThan(coverage['pdpo-only']!);
    expect(coverage['pdpo-only']).toBeLessThan(1);
    expect(coverage['pipl-only']).toBeLessThan(1);
  });
});

describe('asking why', () => {
  it('goes from a rule down to what the company says', () => {
    const why = whyOf(lawOf('retailer'), 'R6', null)!;
    expect(why).toMatchObject({ value: true, formula: '(R3 or R4) and not mainlandEstablishment' });
    expect(why.from.map(({ name, value }) => [name, value])).toEqual([
      ['R3', true],
      ['R4', false],
      ['mainlandEstablishment', false],
    ]);
  });
  it('goes from a flow down to what the inventory says', () => {
    const why = whyOf(lawOf('retailer'), 'counted', 1)!;
    const names = JSON.stringify(why);
    expect(why.value).toBe(true);
    for (const fact of ['leavesMainland', 'targetsMainland', 'legalBasis', 'R19'])
      expect(names).toContain(`"${fact}"`);
  });
  it('knows no name that the law does not', () => {
    expect(whyOf(lawOf('retailer'), 'nothing', null)).toBeNull();
  });
});

describe('what a scenario says of the law and the law cannot follow', () => {
  const base = fileOf('retailer');
  test.each([
    [
      { law: { assumptions: { representativ: 1 } } },
      '/law/assumptions/representativ',
      'did you mean "representative"?',
    ],
    [{ law: { derive: ['auditPerYear'] } }, '/law/derive/0', 'did you mean "auditsPerYear"?'],
    [{ programme: { steps: { mapping: { after: ['audit'] } } } }, '/programme', 'waits for itself'],
    [
      { company: { ...base.company, places: ['hong-kung'] } },
      '/company/places/0',
      'did you mean "hong-kong"?',
    ],
    [
      { company: { ...base.company, accountCountryCode: '852' } },
      '/company/accountCountryCode',
      'a country code is written +852',
    ],
    [{ flows: [{ ...base.flows[0], people: -1 }] }, '/flows/0/people', 'it must be at least 0'],
  ])('%j is told at %s', (change, pointer, message) => {
    const { issues } = prepareScenario({ ...base, ...change });
    expect(issues.map((issue) => issue.pointer)).toContain(pointer);
    expect(issues.find((issue) => issue.pointer === pointer)?.message).toContain(message);
  });
});

test.each([
  'published',
  'statute',
  'retailer',
  'bank',
  'small-firm',
  'multinational',
  'late-programme',
  'fast-programme',
])('%s: the diagnosis is as its schema says, and teaches something', (name) => {
  const { law, loaded } = ready(name);
  expect(v.safeParse(lawResultSchema, law?.result).issues).toBeUndefined();
  expect(law!.result.flows.length).toBeGreaterThan(1);
  expect(loaded.scenario.description!.length).toBeGreaterThan(120);
});

test('a value that was set by the law is shown as such to whoever edits it, and stays its base', () => {
  const briefed = (inputs: object) => {
    const { compiled, base, law, loaded } = ready({ ...fileOf('retailer'), inputs });
    const { model, scenario } = compiled.source;
    const byLaw = law!.fallback;
    return briefScenario({ model, base, loaded, resolved: scenario, byLaw }).inputs.find(
      ({ name }) => name === 'auditsPerYear',
    )!;
  };
  expect(briefed({})).toMatchObject({
    from: 'law',
    value: { value: { 'pdpo-only': 0, dual: 1 / 3 } },
  });
  expect(briefed({ auditsPerYear: 1 })).toMatchObject({ from: 'scenario', value: 1 });
});

test('the published comparison only shows what the law would set', () => {
  const law = lawOf('published');
  expect(law.derived.map(({ status }) => status)).not.toContain('used');
  expect(ready('published').law!.inputs).toEqual({});
});

test('each scenario shows what it is there for', () => {
  const mechanisms = (name: string) => lawOf(name).flows.map(({ mechanism }) => mechanism.id);
  expect(mechanisms('bank')).toEqual([
    'gba-contract',
    'cac-assessment',
    'none-exempt',
    'not-pipl',
    'none-exempt',
    'none-exempt',
  ]);
  expect(mechanisms('multinational')[0]).toBe('cac-assessment');
  expect(lawOf('multinational').duties.map(({ rule }) => rule)).toContain('R8');
  expect(lawOf('small-firm').regimes[0]?.applies).toBe(false);
  const small = run('small-firm', 20_000);
  expect(meanOf(small, 'dual')).toBeGreaterThan(meanOf(small, 'pdpo-only'));
});
