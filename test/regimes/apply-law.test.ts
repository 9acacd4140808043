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
    // Its further ways have facts about flows that are taken out here.
    postures: Object.fromEntries(
      Object.entries<any>(pushing.postures).map(([id, { facts: _facts, ...own }]) => [id, own]),
    ),
    company: {
      ...pushing.company,
      targetsMainland: false,
      people: {
        hongKong: pushing.company.people.hongKong,
        mainland: { ordinary: 0, sensitive: 0, minors: 0, under18: 0 },
      },
    },
    flows: pushing.flows.filter((flow: any) => flow.subjectsIn !== 'mainland'),
  };
  const piplOf = (of: ReturnType<typeof lawOf>) => of.regimes.find(({ id }) => id === 'pipl')!;
  const law = lawOf(pushing);

  it('comes under Article 3(2) by the pushes alone', () => {
    const only = { ...quiet, flows: [...quiet.flows, pushing.flows[2]] };
    const pushed = lawOf(only);
    expect(piplOf(pushed)).toMatchObject({ applies: true, rules: ['R3'] });
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
    expect(piplOf(result.law!)).toMatchObject({ applies: false, rules: ['R5'] });
    expect(piplOf(result.law!).because).toContain('nothing is aimed at people there');
    expect(result.law?.remarks.map(({ code }) => code)).toContain('pipl-does-not-apply');
    for (const category of ['audits', 'filings', 'programme'])
      expect(result.components['pipl-only']![category], category).toBe(0);
    for (const category of ['audits', 'filings', 'isolation'])
      expect(result.components['pdpo-only']![category], category).toBe(0);
  });
});

describe('Hong Kong staff only, without an inventory', () => {
  const staffOnly = (more: object) =>
    lawOf({
      model: 'compliance-tco',
      name: 'Staff only',
      company: { places: ['hong-kong'], staff: { hongKong: 60 }, ...more },
    });
  const nobody = { ordinary: 0, sensitive: 0, minors: 0, under18: 0 };
  it('PIPL does not apply where everything that could bring it is answered with no', () => {
    const law = staffOnly({
      staff: { hongKong: 60, mainland: 0 },
      people: { hongKong: nobody, mainland: nobody },
      mainlandProcessing: false,
      targetsMainland: false,
    });
    expect(law.regimes.map(({ applies, id }) => [id, applies])).toEqual([
      ['pipl', false],
      ['pdpo', true],
    ]);
    expect(law.flows).toMatchObject([{ name: 'Staff in Hong Kong', implied: true }]);
    expect(law.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['pipl-does-not-apply', 'implied-flows']),
    );
  });
  it('is not known where they are not, with the questions that would settle it', () => {
    const law = staffOnly({});
    const pipl = law.regimes.find(({ id }) => id === 'pipl');
    expect(pipl).toMatchObject({ applies: null, status: 'not known' });
    expect(pipl?.open).toContain('/company/mainlandProcessing');
    expect(law.questions.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(pipl!.open));
    expect(law.remarks.map(({ code }) => code)).not.toContain('pipl-does-not-apply');
  });
});

test.each([
  ['without a list of flows', {}],
  ['with a list in which nothing stands', { flows: [] }],
])(
  'an empty company %s: no law is said not to apply, no cost is zero for want of an answer',
  (_, own) => {
    const law = lawOf({ model: 'compliance-tco', name: 'Empty', company: {}, ...own });
    expect(law.regimes.map(({ status }) => status)).toEqual(['not known', 'not known']);
    expect(law.questions.length).toBeGreaterThan(5);
    expect(law.duties.every(({ status }) => status === 'not known')).toBe(true);
    expect(law.coverage).toMatchObject({ from: 0, to: 1 });
    for (const input of ['programmeCost', 'auditsPerYear', 'fineCap'])
      for (const value of Object.values(derived(law, input).values))
        if (value !== 0) expect(value, input).toMatchObject({ from: 0, open: expect.any(Array) });
    expect(derived(law, 'programmeCost').values['dual']).toMatchObject({ from: 0 });
  },
);

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
        formula: 'establishedInMainland ? representativeFiling : representative',
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
    // Fewer than a million people: at least every five years, says the regulator.
    expect(audits.values['pipl-only']).toBe(0.2);
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
  it('caps fines by the law, alike for who complies and who does not', () => {
    const values = derived(lawOf(base), 'fineCap').values;
    for (const posture of ['pipl-only', 'pdpo-only', 'dual'])
      expect(values[posture], posture).toBeCloseTo(54_500_000, 6);
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
    const { coverage, postures } = lawOf(base);
    const of = (posture: string) => postures[posture]!.coverage;
    expect(of('dual')).toBe(1);
    expect(coverage).toBeLessThan(of('pdpo-only') as number);
    expect(of('pdpo-only')).toBeLessThan(1);
    expect(of('pipl-only')).toBeLessThan(1);
  });
});

describe('postures before the law', () => {
  const { postures } = lawOf('retailer');
  it('one that keeps a single law of two leaves one out, by rule and article', () => {
    expect(postures['pdpo-only']).toMatchObject({
      status: 'leaves out a law',
      meets: ['pdpo'],
      leavesOut: [{ regime: 'pipl', rule: 'R3', article: 'PIPL Art. 3 para. 2 (1)' }],
    });
    expect(postures['pipl-only']).toMatchObject({
      status: 'leaves out a law',
      leavesOut: [{ regime: 'pdpo', rule: 'R1' }],
    });
    expect(postures['dual']).toMatchObject({ status: 'lawful', leavesOut: [], exceeds: [] });
  });
  it('one that ends what brings a law is lawful without it', () => {
    expect(postures['hong-kong-only']).toMatchObject({ status: 'lawful', meets: ['pdpo'] });
    expect(postures['hong-kong-only']!.own?.regimes.find(({ id }) => id === 'pipl')?.applies).toBe(
      false,
    );
  });
});

describe('asking why', () => {
  it('goes from a rule down to what the company says', () => {
    const why = whyOf(lawOf('retailer'), 'R6', null)!;
    expect(why).toMatchObject({ value: true, formula: 'R3 or R4' });
    expect(why.from.map(({ name, value }) => [name, value])).toEqual([
      ['R3', true],
      ['R4', false],
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
    value: { value: { 'pdpo-only': 0, dual: 0.2 } },
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
