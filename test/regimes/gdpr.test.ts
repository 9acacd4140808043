import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';
import evidence from '../../models/evidence.json';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { computedFacts } from '../../src/regimes/computed-facts.ts';
import { Inquiry } from '../../src/regimes/inquiry.ts';
import { openLawBook } from '../../src/regimes/law-book.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { lawOfFiles } from '../../src/runner/law-with.ts';
import { gapTableFile, programmeFile, regimeFiles } from '../../src/runner/regime-files.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { Flow } from '../../src/schema/flow.ts';
import type { LawFlow, LawResult } from '../../src/schema/law-result.ts';
import { regimeSchema } from '../../src/schema/regime.ts';

const example = 'examples/laws/shop-with-german-customers.json';
const withoutFolder = regimeFiles.filter(({ id }) => id !== 'gdpr');
const readShop = (): any => JSON.parse(readFileSync(example, 'utf8'));

/** The shop of the example, with some of its members changed; `undefined` takes one away. */
function shop(changes: object = {}, answers: object = {}): any {
  const own = readShop();
  return {
    ...own,
    ...changes,
    company: {
      ...own.company,
      ...(changes as any).company,
      answers: { ...own.company.answers, ...answers },
    },
  };
}

const german = (changes: Partial<Flow> = {}): Flow => ({
  ...readShop().flows.find(({ name }: Flow) => name === 'Customers in Germany'),
  ...changes,
});

function prepareWith(regimes: typeof regimeFiles, scenario: string | object) {
  const own = typeof scenario === 'string' ? null : JSON.stringify(scenario, null, 2);
  const file = typeof scenario === 'string' ? scenario : 'scenarios/own.json';
  return prepare({
    file,
    read: (path) =>
      path === file && own !== null ? own : existsSync(path) ? readFileSync(path) : null,
    findModel: (name) => ({
      file: `models/${name}.json`,
      source: readFileSync(`models/${name}.json`),
    }),
    parse: parseFormula,
    applyLaw: lawOfFiles(
      { regimes, gapTable: gapTableFile, programmes: programmeFile },
      parseFormula,
    ),
    run: { trials: 256 },
  });
}

function lawOf(scenario: object): LawResult {
  const { issues, prepared } = prepareWith(regimeFiles, scenario);
  if (prepared === null || prepared.law === null)
    throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared.law.result;
}

const verdict = (law: LawResult, id: string) => law.regimes.find((regime) => regime.id === id);
const flowOf = (law: LawResult, name: string): LawFlow => {
  const flow = law.flows.find((each) => each.name === name);
  if (flow === undefined) throw new Error(`there is no flow ${name}`);
  return flow;
};
const mechanismOf = (law: LawResult, name: string, regime = 'gdpr') =>
  flowOf(law, name).mechanisms.find((each) => each.regime === regime);
const dutiesOf = (law: LawResult, regime = 'gdpr') =>
  law.duties.filter((duty) => duty.regime === regime);
const ruled = (law: LawResult, rule: string) => law.rules[rule]?.status;

describe('the file of the GDPR', () => {
  const file: unknown = JSON.parse(readFileSync('models/regimes/gdpr/regime.json', 'utf8'));
  const gdpr = v.parse(regimeSchema, file);

  it('is a law that is asked only where a scenario names it', () => {
    expect(gdpr).toMatchObject({ id: 'gdpr', kind: 'law', byDefault: false });
    expect(lawOf(shop({ law: undefined })).regimes.map(({ id }) => id)).toEqual(['pipl', 'pdpo']);
  });

  it('covers the Union and the EEA, and neither the United Kingdom nor Switzerland', () => {
    const europe = gdpr.regions['europe']?.places ?? [];
    expect(europe).toEqual(
      expect.arrayContaining(['germany', 'european-union', 'norway', 'iceland', 'liechtenstein']),
    );
    expect(europe).toHaveLength(27 + 3 + 1);
    expect(europe).not.toContain('united-kingdom');
    expect(europe).not.toContain('switzerland');
  });

  it('has formulas that read, over names that there are', () => {
    const book = openLawBook(regimeFiles, gapTableFile, parseFormula);
    const inquiry = new Inquiry(
      book,
      {
        company: {},
        flows: [{ flow: german(), implied: false, pointer: '/flows/0' }],
        setting: { asOf: '2026-11-01', rate: 1, yuan: 1.09, years: 5 },
        drafts: [],
        assumptions: {},
        keeps: [],
      },
      computedFacts,
    );
    const formulas = [
      ...Object.values(gdpr.rules).flatMap(({ duties, effects, when }) => [
        when,
        ...duties.flatMap((duty) => duty.when ?? []),
        ...effects.map(({ formula }) => formula),
      ]),
      ...gdpr.mechanisms.flatMap(({ alternatives, when }) => [
        when,
        ...alternatives.map((each) => each.when),
      ]),
      ...gdpr.controls.map(({ when }) => when),
      ...gdpr.remarks.map(({ when }) => when),
      ...Object.values(gdpr.asks).flatMap(({ when }) => when ?? []),
    ];
    for (const formula of formulas)
      expect(() => inquiry.formula(formula, 0), formula).not.toThrow();
  });

  it('names evidence that stands in the register', () => {
    const named = [
      ...Object.values(gdpr.rules).flatMap((rule) => [
        ...rule.evidence,
        ...rule.duties.flatMap((duty) => duty.evidence ?? []),
      ]),
      ...Object.values(gdpr.assumptions).flatMap((each) => each.evidence),
      ...gdpr.controls.flatMap((each) => each.evidence),
      ...gdpr.remarks.flatMap((each) => each.evidence),
      ...Object.values(gdpr.asks).flatMap((each) => each.evidence),
    ];
    const known = [...Object.keys(evidence.facts), ...Object.keys(evidence.claims)];
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('has a column in every row of the table of differences', () => {
    expect(Object.keys(gdpr.asks).toSorted()).toEqual(Object.keys(gapTableFile).toSorted());
  });
});

describe('a shop in Hong Kong that sells to Germany', () => {
  const law = lawOf(shop());

  it('is under the PDPO and the GDPR, and not under PIPL', () => {
    expect(law.regimes.map(({ applies, id }) => [id, applies])).toEqual([
      ['pipl', false],
      ['pdpo', true],
      ['gdpr', true],
    ]);
    expect(verdict(law, 'gdpr')?.rules).toEqual(['G3a']);
  });

  test.each([
    ['GDPR Art. 13', /^Tell people when data is collected/, 'on collection'],
    ['GDPR Arts. 12(3), 15-21', /^Answer requests for access/, 'one month; two further months'],
    ['GDPR Art. 27', /^Name in writing a representative/, 'from the start'],
    ['GDPR Art. 28', /^Use only processors/, 'before the data goes to it'],
    ['GDPR Art. 30', /^Keep a record of processing/, 'from the start'],
    ['GDPR Art. 32', /^Have security that fits the risk/, 'from the start'],
    ['GDPR Art. 33(1)', /^Tell the supervisory authority of a breach/, 'within 72 hours'],
    ['GDPR Art. 34', /^Tell the people where the risk/, 'without undue delay'],
    ['GDPR Art. 21(2)-(4)', /^Tell people of the right to object/, 'at the first communication'],
  ])('%s: has the duty %s', (article, text, deadline) => {
    const duty = dutiesOf(law).find((each) => each.article === article && text.test(each.text));
    expect(duty).toMatchObject({ status: 'applies' });
    expect(duty?.deadline).toContain(deadline);
  });

  it('bears the name of its own law in every duty, and no date before it was applied', () => {
    const gdpr = dutiesOf(law);
    expect(gdpr.filter(({ isAdvice }) => !isAdvice).map(({ article }) => article)).toEqual(
      gdpr.filter(({ isAdvice }) => !isAdvice).map(() => expect.stringContaining('GDPR')),
    );
    expect(gdpr.filter(({ from }) => (from ?? '') < '2018-05-25')).toEqual([]);
  });

  it('owes neither an officer nor an impact assessment, as it has answered', () => {
    expect([ruled(law, 'G37'), ruled(law, 'G35')]).toEqual(['does not hold', 'does not hold']);
  });

  it('signs clauses with its platform in Singapore, and none for what people send themselves', () => {
    expect(mechanismOf(law, 'Customers in Germany')).toMatchObject({
      id: 'gdpr-clauses',
      status: 'needed',
      rule: 'G46',
    });
    expect(mechanismOf(law, 'Newsletter to Germany')).toMatchObject({
      id: 'gdpr-no-transfer',
      status: 'none',
    });
  });

  it('keeps the mechanism of the law that is asked by default in its place', () => {
    for (const flow of law.flows) expect(flow.mechanism.id).toBe('not-pipl');
  });

  it('has a column of its own where the laws differ', () => {
    const access = law.gaps.find(({ topic }) => topic === 'Access deadline');
    expect(access?.asks).toMatchObject({
      pdpo: expect.stringContaining('40'),
      gdpr: expect.stringContaining('One month'),
    });
    expect(access?.together).toBe('Answer within one month, which keeps all.');
  });
});

describe('scope, Article 3', () => {
  const applies = (changes: object, answers: object = {}) =>
    verdict(lawOf(shop(changes, answers)), 'gdpr')?.applies;
  const quiet = [german({ purpose: 'service' })];

  test.each([
    ['(2)(a): goods or services offered', { flows: quiet }, { offersToEurope: true }, true],
    ['(2)(a): neither offered nor monitored', { flows: quiet }, { offersToEurope: false }, false],
    [
      '(2)(b): behaviour monitored',
      { flows: quiet },
      { offersToEurope: false, monitorsEurope: true },
      true,
    ],
    [
      '(2)(b): an analysis of their behaviour',
      { flows: [german({ purpose: 'behaviour-analysis' })] },
      { offersToEurope: false },
      true,
    ],
    [
      '(2)(a): staff are not offered anything',
      { flows: [german({ subjects: 'staff', purpose: 'human-resources' })] },
      {},
      false,
    ],
    [
      'people in Norway count',
      { flows: [german({ subjectsIn: 'norway', from: 'norway' })] },
      {},
      true,
    ],
    [
      'people in Switzerland do not',
      { flows: [german({ subjectsIn: 'switzerland', from: 'switzerland' })] },
      {},
      false,
    ],
    [
      'people in the United Kingdom do not',
      { flows: [german({ subjectsIn: 'united-kingdom', from: 'united-kingdom' })] },
      {},
      false,
    ],
    ['the day before it was applied', { asOf: '2018-05-24' }, {}, false],
    ['the day on which it was applied', { asOf: '2018-05-25' }, {}, true],
    [
      '(1): an office in Berlin that handles it',
      {
        company: { places: ['hong-kong', 'germany'] },
        flows: [german({ controlledFrom: 'germany' })],
      },
      { offersToEurope: false },
      true,
    ],
    [
      '(1): an office in Berlin that has no part in data about Hong Kong',
      {
        company: { places: ['hong-kong', 'germany'] },
        flows: [german({ subjectsIn: 'hong-kong', from: 'hong-kong' })],
      },
      { europeTakesPart: false },
      false,
    ],
  ] as const)('%s', (_, changes, answers, expected) => {
    expect(applies(changes, answers)).toBe(expected);
  });

  test.each([
    ['whether it offers there', '/company/answers/offersToEurope', { offersToEurope: undefined }],
    [
      'whether it monitors there',
      '/company/answers/monitorsEurope',
      { offersToEurope: false, monitorsEurope: undefined },
    ],
  ])('unanswered %s: it is not known, and the question is named', (_, pointer, answers) => {
    const law = lawOf(shop({ flows: quiet }, answers));
    expect(verdict(law, 'gdpr')).toMatchObject({ applies: null, status: 'not known' });
    expect(verdict(law, 'gdpr')?.open).toContain(pointer);
    expect(law.questions.find((question) => question.pointer === pointer)?.ask).toMatch(
      /^whether it (offers|monitors)/,
    );
    expect(dutiesOf(law).every(({ status }) => status === 'not known')).toBe(true);
    expect(law.postures['dual']).toMatchObject({ status: 'not known' });
    expect(law.postures['dual']?.open.map(({ regime }) => regime)).toEqual(['gdpr']);
  });

  it('of a company that says nothing at all is not known, as that of every law', () => {
    const law = lawOf({ ...shop(), company: {}, flows: undefined, postures: undefined });
    expect(law.regimes.map(({ id, status }) => [id, status])).toEqual([
      ['pipl', 'not known'],
      ['pdpo', 'not known'],
      ['gdpr', 'not known'],
    ]);
    const asked = law.questions.map(({ pointer }) => pointer);
    expect(asked).toContain('/company/people/europe/ordinary');
    expect(asked).toContain('/company/answers/offersToEurope');
  });

  it('of a profile without a list of flows follows from the people whom it counts there', () => {
    const { europe: _, ...elsewhere } = readShop().company.people;
    const counted = lawOf({ ...shop(), flows: undefined });
    expect(verdict(counted, 'gdpr')?.applies).toBe(true);
    expect(counted.flows.map(({ name }) => name)).toContain('Customers in the EU and EEA');
    const uncounted = lawOf({ ...shop({ company: { people: elsewhere } }), flows: undefined });
    expect(verdict(uncounted, 'gdpr')?.applies).toBeNull();
  });
});

describe('representative, Article 27', () => {
  test.each([
    ['a shop that sells there all the time', {}, {}, 'holds'],
    ['handling that is occasional and harmless', {}, { occasionalInEurope: true }, 'does not hold'],
    [
      'occasional, but special categories on a large scale',
      {},
      { occasionalInEurope: true, largeScaleSpecial: true },
      'holds',
    ],
    ['a public authority', {}, { publicAuthority: true }, 'does not hold'],
    [
      'an establishment in France',
      { company: { places: ['hong-kong', 'france'] } },
      {},
      'does not hold',
    ],
    ['not said whether it is occasional', {}, { occasionalInEurope: undefined }, 'not known'],
  ] as const)('%s: %s', (_, changes, answers, expected) => {
    expect(ruled(lawOf(shop(changes, answers)), 'G27')).toBe(expected);
  });
});

describe('records, Article 30(5)', () => {
  const health = [german({ data: ['name', 'health'] })];
  test.each([
    ['fewer than 250 people, not occasional', {}, {}, 'holds'],
    ['fewer than 250 people, occasional', {}, { occasionalInEurope: true }, 'does not hold'],
    [
      '250 people or more, occasional',
      {},
      { occasionalInEurope: true, fewerThan250: false },
      'holds',
    ],
    [
      'fewer than 250 people, occasional, health',
      { flows: health },
      { occasionalInEurope: true },
      'holds',
    ],
  ] as const)('%s: %s', (_, changes, answers, expected) => {
    expect(ruled(lawOf(shop(changes, answers)), 'G30')).toBe(expected);
  });
});

describe('special categories, Article 9', () => {
  test.each([
    ['health', 'holds'],
    ['religion', 'holds'],
    ['biometric', 'holds'],
    ['financial-account', 'does not hold'],
    ['whereabouts', 'does not hold'],
  ] as const)('%s: %s', (kind, expected) => {
    expect(ruled(lawOf(shop({ flows: [german({ data: ['name', kind] })] })), 'G9')).toBe(expected);
  });

  it('on a large scale ask for an impact assessment, and for an officer as core activity', () => {
    const clinic = lawOf(
      shop(
        { flows: [german({ data: ['name', 'health'] })] },
        { largeScaleSpecial: true, coreSpecial: true },
      ),
    );
    expect([ruled(clinic, 'G35'), ruled(clinic, 'G37')]).toEqual(['holds', 'holds']);
  });
});

describe('transfers, Articles 44 to 49', () => {
  const through = (
    processorPlace: Flow['processorPlace'],
    changes: object = {},
    answers: object = {},
  ) =>
    mechanismOf(
      lawOf(
        shop(
          // A company in Germany that uses a vendor: what leaves the Union is what the vendor gets.
          {
            company: { places: ['germany'] },
            flows: [german({ processorPlace, to: 'germany', controlledFrom: 'germany' })],
            ...changes,
          },
          answers,
        ),
      ),
      'Customers in Germany',
    )?.id;

  test.each([
    ['ireland', 'gdpr-no-transfer'],
    ['hong-kong', 'gdpr-clauses'],
    ['shenzhen', 'gdpr-clauses'],
    ['singapore', 'gdpr-clauses'],
    ['macao', 'gdpr-clauses'],
    ['japan', 'gdpr-adequacy'],
    ['south-korea', 'gdpr-adequacy'],
    ['united-kingdom', 'gdpr-adequacy'],
    ['switzerland', 'gdpr-adequacy'],
    ['new-zealand', 'gdpr-adequacy'],
    ['brazil', 'gdpr-adequacy'],
  ] as const)('a vendor in %s: %s', (place, expected) => {
    expect(through(place)).toBe(expected);
  });

  test.each([
    ['united-states', 'certified', { dataPrivacyFramework: true }, '2026-11-01', 'gdpr-adequacy'],
    [
      'united-states',
      'not certified',
      { dataPrivacyFramework: false },
      '2026-11-01',
      'gdpr-clauses',
    ],
    ['united-states', 'not said', {}, '2026-11-01', 'open'],
    [
      'united-states',
      'the day before the decision',
      { dataPrivacyFramework: true },
      '2023-07-09',
      'gdpr-clauses',
    ],
    [
      'united-states',
      'the day of the decision',
      { dataPrivacyFramework: true },
      '2023-07-10',
      'gdpr-adequacy',
    ],
    ['canada', 'commercial', { canadianCommercial: true }, '2026-11-01', 'gdpr-adequacy'],
    ['canada', 'not commercial', { canadianCommercial: false }, '2026-11-01', 'gdpr-clauses'],
    ['brazil', 'the day before the decision', {}, '2026-01-25', 'gdpr-clauses'],
    ['south-korea', 'the day before the decision', {}, '2021-12-16', 'gdpr-clauses'],
    ['japan', 'the day before the decision', {}, '2019-01-22', 'gdpr-clauses'],
  ] as const)('a vendor in %s, %s', (place, _, answers, asOf, expected) => {
    expect(through(place, { asOf }, answers)).toBe(expected);
  });

  test.each([
    ['a subsidiary', { europeanCompany: true }, 'gdpr-clauses'],
    ['a branch', { europeanCompany: false }, 'gdpr-no-transfer'],
    ['not said which', {}, 'open'],
  ])('what %s in Germany sends to its own company in Hong Kong', (_, answers, expected) => {
    const flow: Flow = { ...german(), to: 'hong-kong' };
    const { peopleAt: _at, processor: _who, processorPlace: _where, ...sent } = flow;
    const law = lawOf(
      shop({ company: { places: ['hong-kong', 'germany'] }, flows: [sent] }, answers),
    );
    expect(mechanismOf(law, sent.name)?.id).toBe(expected);
  });
});

describe('postures', () => {
  const law = lawOf(shop());
  const run = (scenario: object) => {
    const { prepared, issues } = prepareWith(regimeFiles, scenario);
    if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
    return calculate(prepared, evidence as Evidence);
  };

  it('leave the GDPR out where they keep two laws, and are lawful where they keep it too', () => {
    expect(law.postures['dual']).toMatchObject({
      status: 'leaves out a law',
      leavesOut: [{ regime: 'gdpr', rule: 'G3a', article: 'GDPR Art. 3(2)(a)' }],
    });
    expect(law.postures['all-three']).toMatchObject({ status: 'lawful', leavesOut: [] });
  });

  it('pay for the GDPR where they keep it, and bear its risks where they do not', () => {
    const values = (input: string) =>
      law.derived.find((each) => each.input === input)?.values ?? {};
    const programme = values('programmeCost') as Record<string, number>;
    const steps = law.derived.find(({ input }) => input === 'programmeCost')?.steps['all-three'];
    expect(steps?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['GDPR programme', 'Representative in the European Union']),
    );
    expect(programme['all-three']).toBeGreaterThan(programme['dual'] ?? NaN);
    const rate = values('investigationRate') as Record<string, number>;
    expect(rate['dual']).toBe(0.02);
    expect(rate['all-three']).toBe(0.005);
  });

  it('can be fined up to EUR 20 million or 4 % of turnover, whichever is higher', () => {
    const cap = (turnover: number) =>
      lawOf(shop({ company: { turnover } })).derived.find(({ input }) => input === 'fineCap')
        ?.values['dual'];
    expect(cap(120_000_000)).toBe(174_200_000);
    expect(cap(20_000_000_000)).toBe(800_000_000);
  });

  it('have costs that follow', () => {
    const { outputs } = run(shop());
    const mean = (posture: string) => (outputs as any).tco[posture].mean;
    expect(Number.isFinite(mean('all-three'))).toBe(true);
    expect(mean('all-three')).not.toBe(mean('dual'));
  });
});

describe('without the folder', () => {
  const shipped = readdirSync('scenarios').filter(
    (name) => name.endsWith('.json') && name !== 'scenario.schema.json',
  );

  test.each(shipped)('scenarios/%s has the same hash', (name) => {
    const hashes = [regimeFiles, withoutFolder].map((regimes) => {
      const { prepared, issues } = prepareWith(regimes, `scenarios/${name}`);
      if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
      return calculate(prepared, evidence as Evidence).manifest.resultHash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('a scenario that names it is refused in words, with the place', () => {
    const { issues, prepared } = prepareWith(withoutFolder, shop({ postures: undefined }, {}));
    expect(prepared).toBeNull();
    expect(issues.map(({ message, pointer }) => `${pointer}: ${message}`)).toContainEqual(
      '/law/regimes/2: there is no law "gdpr"; there are pipl, pdpo',
    );
  });
});

describe('any choice of laws', () => {
  test.each([[['pdpo']], [['pipl']], [['gdpr']], [['gdpr', 'pdpo']], [['pipl', 'gdpr']]])(
    '%s can be asked alone',
    (regimes) => {
      const law = lawOf(shop({ law: { regimes } }));
      expect(law.regimes.map(({ id }) => id).toSorted()).toEqual(regimes.toSorted());
      expect(law.derived.find(({ input }) => input === 'requestsPerYear')).toBeDefined();
    },
  );

  it('tells where two laws differ of which one is the GDPR', () => {
    const law = lawOf(shop({ law: { regimes: ['gdpr', 'pdpo'] } }));
    const consent = law.gaps.find(({ topic }) => topic === 'Consent');
    expect(Object.keys(consent?.asks ?? {})).toEqual(['pdpo', 'gdpr']);
  });

  it('refuses people and staff counted where no law counts them', () => {
    const own = readShop();
    const { issues } = prepareWith(
      regimeFiles,
      shop({
        company: {
          people: { ...own.company.people, eurpoe: { ordinary: 1 } },
          staff: { germany: 2 },
        },
      }),
    );
    expect(issues.map(({ message, pointer }) => `${pointer}: ${message}`)).toEqual([
      expect.stringMatching(
        /^\/company\/people\/eurpoe: no law has people counted in "eurpoe".*europe/,
      ),
      expect.stringMatching(/^\/company\/staff\/germany: no law has people counted in "germany"/),
    ]);
  });
});
