import { describe, expect, it, test } from 'vitest';
import { coverage } from '../../src/regimes/required-controls.ts';
import { dutiesOf } from '../../src/regimes/duties.ts';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { regimeVerdicts } from '../../src/regimes/regime-verdicts.ts';
import { remarksOf } from '../../src/regimes/remarks.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import { applies, ask, customersThere, exportFlow, inquire, isDue, mechanism } from './ask.ts';
import type { SmallCase } from './ask.ts';

/** A flow as a hurried user writes it: nothing but what has to be there. */
const bare: Flow = {
  name: 'Flow',
  data: ['name', 'contact'],
  purpose: 'service',
  subjects: 'customers',
  subjectsIn: 'mainland',
  people: 1000,
  from: 'shanghai',
  to: 'hong-kong',
};
const told = (company: Company, ...flows: readonly Partial<Flow>[]) =>
  inquire({ company, flows: flows.map((flow) => ({ ...bare, ...flow })) }, '2026-11-01');
const mechanismOf = (inquiry: ReturnType<typeof told>, flow = 0) =>
  flowVerdict(inquiry, flow).mechanism;
const textsOf = (inquiry: ReturnType<typeof told>) =>
  dutiesOf(inquiry)
    .filter(({ status }) => status === 'applies')
    .map(({ text }) => text)
    .join('\n');
const remarks = (inquiry: ReturnType<typeof told>) =>
  remarksOf(inquiry, regimeVerdicts(inquiry), [])
    .map(({ message }) => message)
    .join('\n');
const representative = /representative in the mainland/;

describe('representative (PIPL Art. 53)', () => {
  const shop: SmallCase = { company: { targetsMainland: true }, flows: [customersThere] };
  it('is due of a shop outside that sells to people inside', () => {
    expect(isDue(shop, representative)).toBe(true);
  });
  it('stays due with a vendor in the mainland: a step more takes nothing away', () => {
    const flows = [
      { ...customersThere, processor: 'DingTalk', processorPlace: 'hangzhou' as const },
    ];
    expect(isDue({ ...shop, flows }, representative)).toBe(true);
    expect(ask({ ...shop, flows }).holds('R2', null)).toBe(true);
    expect(ask({ ...shop, flows }).holds('R3', null)).toBe(true);
  });
  it('stays due with a company in the mainland, which can be it once named and filed', () => {
    const group: SmallCase = {
      ...shop,
      company: { targetsMainland: true, places: ['hong-kong', 'shenzhen'] },
    };
    expect(isDue(group, representative)).toBe(true);
    expect(isDue(group, /File the representative/)).toBe(true);
    expect(isDue(group, /can be it, once it is named/)).toBe(true);
  });
  it('is not due where the handler itself is inside, or only a vendor is', () => {
    expect(
      isDue(
        { company: { targetsMainland: true, places: ['shanghai'] }, flows: [exportFlow] },
        representative,
      ),
    ).toBe(false);
    expect(
      isDue({ flows: [{ processor: 'DingTalk', processorPlace: 'hangzhou' }] }, representative),
    ).toBe(false);
  });
  it('follows from rating or watching anybody in the mainland, staff too (Art. 3 para. 2 (2))', () => {
    const attendance = told(
      { places: ['hong-kong'], analysesBehaviour: true, mainlandProcessing: false },
      {
        data: ['whereabouts', 'messages'],
        purpose: 'behaviour-analysis',
        subjects: 'staff',
        peopleAt: 'from',
      },
    );
    expect(attendance.holds('R4', null)).toBe(true);
    expect(textsOf(attendance)).toMatch(representative);
  });
});

describe('minors (Regulations on Minors in Cyberspace Art. 37)', () => {
  const app = { ...customersThere, people: 50_000, minors: 0 };
  const about = (under18: number): SmallCase => ({
    company: { targetsMainland: true },
    flows: [{ ...app, under18 }],
  });
  it('asks for an audit every year from 14 to 17 too, and a report by 31 January', () => {
    const duties = dutiesOf(ask(about(50_000)));
    const audit = duties.find(({ text }) => /minors\) every year/.test(text));
    expect(audit).toMatchObject({ status: 'applies', deadline: 'every year', from: '2024-01-01' });
    const report = duties.find(({ text }) => /Report the yearly audit/.test(text));
    expect(report?.deadline).toContain('31 January');
    expect(report?.text).toContain('CAC of the city');
  });
  it('does not take people of 14 to 17 for sensitive: that is for under 14 (PIPL Art. 28)', () => {
    expect(ask(about(50_000)).holds('hasSensitive', 0)).toBe(false);
    expect(isDue(about(50_000), /guardian's consent/)).toBe(false);
  });
  it('is not known where nobody says how old people are', () => {
    expect(
      isDue(
        { company: { targetsMainland: true }, flows: [{ ...app, under18: undefined }] },
        /minors\) every year/,
      ),
    ).toBeNull();
  });
});

describe('what is not answered is not no, and not nothing', () => {
  const nothing = inquire({ company: {}, flows: null }, '2026-11-01');
  it('no law is said not to apply to a company of which nothing is known', () => {
    expect(regimeVerdicts(nothing).map(({ id, status }) => [id, status])).toEqual([
      ['pipl', 'not known'],
      ['pdpo', 'not known'],
    ]);
    for (const { open } of regimeVerdicts(nothing)) expect(open.length).toBeGreaterThan(0);
    expect(nothing.holds('R5', null)).toBe(false);
    expect(remarks(nothing)).not.toContain('does not apply');
  });
  it('and it is not said to have its controls in place', () => {
    expect(coverage(nothing, [])).toMatchObject({ between: [0, 1] });
  });
  it('a flow that serves people in the mainland comes under PIPL, whether or not question 6 is answered', () => {
    const shop: Company = { places: ['hong-kong'] };
    const flow: Partial<Flow> = { people: 200_000, from: 'mainland', peopleAt: 'from' };
    expect(applies(told(shop, flow), 'pipl')).toBe(true);
    expect(applies(told({ ...shop, targetsMainland: false }, flow), 'pipl')).not.toBe(true);
  });
  it('of guests who come to Hong Kong it is not presumed that they are served in the mainland', () => {
    const guests: Partial<Flow> = { subjects: 'visitors', from: 'hong-kong' };
    expect(applies(told({ places: ['hong-kong'] }, guests), 'pipl')).toBeNull();
  });
});

describe('grounds that free an export (2024 Provisions Art. 5; Network Data Regulations Art. 35)', () => {
  const company: Company = {
    places: ['shanghai'],
    importantData: false,
    criticalInfrastructure: false,
  };
  const from = (flow: Partial<Flow>) =>
    mechanismOf(told(company, { minors: 0, to: 'united-states', people: 2_000_000, ...flow })).id;
  test.each<[string, Partial<Flow>, string]>([
    ['a contract with the person', { legalBasis: 'contract' }, 'none-exempt'],
    ['the same, for support', { legalBasis: 'contract', purpose: 'support' }, 'none-exempt'],
    [
      'analysis under the name of a contract',
      { legalBasis: 'contract', purpose: 'behaviour-analysis' },
      'cac-assessment',
    ],
    [
      'marketing under the name of a contract',
      { legalBasis: 'contract', purpose: 'direct-marketing' },
      'cac-assessment',
    ],
    [
      'recommendations under that name',
      { legalBasis: 'contract', purpose: 'personalisation' },
      'cac-assessment',
    ],
    [
      'reporting under that name',
      { legalBasis: 'contract', purpose: 'reporting' },
      'cac-assessment',
    ],
    [
      'membership under a contract: needed for it?',
      { legalBasis: 'contract', purpose: 'membership' },
      'open',
    ],
    [
      'staff, to manage them',
      { legalBasis: 'employment', purpose: 'human-resources', subjects: 'staff' },
      'none-exempt',
    ],
    [
      'staff, sensitive data too',
      { legalBasis: 'employment', purpose: 'human-resources', subjects: 'staff', data: ['health'] },
      'none-exempt',
    ],
    [
      'customers under the name of employment',
      { legalBasis: 'employment', data: ['health'] },
      'cac-assessment',
    ],
    [
      'applicants, who are no employees',
      {
        legalBasis: 'employment',
        purpose: 'human-resources',
        subjects: 'applicants',
        people: 200_000,
      },
      'standard-contract',
    ],
    [
      'staff, to watch them',
      { legalBasis: 'employment', purpose: 'behaviour-analysis', subjects: 'staff' },
      'cac-assessment',
    ],
    [
      'an emergency',
      { legalBasis: 'emergency', purpose: 'support', subjects: 'patients', data: ['health'] },
      'none-exempt',
    ],
    [
      'marketing under the name of an emergency',
      { legalBasis: 'emergency', purpose: 'direct-marketing' },
      'cac-assessment',
    ],
    ['a duty of law', { legalBasis: 'legal-duty', purpose: 'reporting' }, 'none-exempt'],
    [
      'marketing under the name of a duty',
      { legalBasis: 'legal-duty', purpose: 'direct-marketing' },
      'cac-assessment',
    ],
    ['consent, which frees nothing', { legalBasis: 'consent' }, 'cac-assessment'],
    [
      'consent, but needed for a contract',
      { legalBasis: 'consent', exportNecessary: 'contract' },
      'none-exempt',
    ],
    [
      'a contract, but not needed for it',
      { legalBasis: 'contract', exportNecessary: 'none' },
      'cac-assessment',
    ],
    ['nobody says on which basis', {}, 'open'],
  ])('%s', (_, flow, id) => {
    expect(from(flow)).toBe(id);
  });
  it('tells a ground that is about others or for something else', () => {
    expect(remarks(told(company, { legalBasis: 'employment' }))).toContain(
      'does not free the export',
    );
  });
  it('says what managing staff needs, and whose duty a duty of law is', () => {
    const staff = {
      legalBasis: 'employment',
      purpose: 'human-resources',
      subjects: 'staff',
    } as const;
    expect(remarks(told(company, staff))).toContain('collective contract');
    const duty = {
      legalBasis: 'legal-duty',
      purpose: 'reporting',
      data: ['financial-account'],
    } as const;
    expect(remarks(told(company, { ...duty, data: ['financial-account'] }))).toContain(
      'PIPL Art. 41',
    );
  });
  it('does not free important data', () => {
    expect(from({ legalBasis: 'contract', importantData: true })).toBe('cac-assessment');
  });
});

describe('orders and powers of the authority (Audit Measures Arts. 5, 9, 11)', () => {
  const incident: SmallCase = { company: { incident: { people: 1_000_000 } }, flows: [exportFlow] };
  it('after a large incident an audit may be ordered, which is no duty yet', () => {
    expect(isDue(incident, /outside body/)).toBe(false);
    expect(remarks(ask(incident))).toContain('It is no duty until it does');
  });
  it('once ordered it is due, within the time that the authority sets', () => {
    const ordered = dutiesOf(ask({ ...incident, company: { auditOrdered: true } }));
    const audit = ordered.find(({ text }) => /outside body/.test(text));
    expect(audit?.deadline).toBe('within the time that the authority sets');
    expect(ordered.find(({ text }) => /put right after/.test(text))?.deadline).toContain(
      '15 working days',
    );
    expect(JSON.stringify(ordered)).not.toContain('90 working days');
  });
});

describe('the Greater Bay Area contract', () => {
  const parties: Company = {
    places: ['hong-kong', 'shenzhen'],
    importantData: false,
    criticalInfrastructure: false,
    sector: 'retail',
  };
  const shenzhen: Partial<Flow> = {
    from: 'shenzhen',
    people: 2_000_000,
    minors: 0,
    legalBasis: 'consent',
  };
  it('takes the place of assessment and contract: neither is a duty beside it', () => {
    const inquiry = told(parties, shenzhen);
    expect(mechanismOf(inquiry).id).toBe('gba-contract');
    expect(textsOf(inquiry)).toContain('Greater Bay Area contract');
    expect(textsOf(inquiry)).not.toMatch(/security assessment|standard contract/);
    expect(mechanismOf(inquiry).alternatives).toContain('CAC security assessment');
  });
  it('is for parties registered there; where a vendor has its servers is no test, but a question', () => {
    const inquiry = told(parties, {
      ...shenzhen,
      processor: 'Cloud',
      processorPlace: 'zhangjiakou',
    });
    expect(mechanismOf(inquiry).id).toBe('gba-contract');
    expect(flowVerdict(inquiry, 0).remarks.join()).toContain('Ask before relying on the contract');
    for (const place of ['hangzhou', 'zhangjiakou', 'heyuan', 'shanghai'] as const)
      expect(flowVerdict(told(parties, { ...shenzhen, from: place }), 0).bayArea?.available).toBe(
        false,
      );
  });
  it('follows the registration where the file says it', () => {
    const inquiry = told(parties, { ...shenzhen, from: 'shanghai', sender: 'shenzhen' });
    expect(mechanismOf(inquiry).id).toBe('gba-contract');
  });
  it('is out where data goes on beyond, on the same row or on one of its own', () => {
    const onward = told(parties, { ...shenzhen, onwardTo: 'united-states' });
    expect(mechanismOf(onward).id).toBe('cac-assessment');
    const row: Partial<Flow> = {
      name: 'same data on',
      from: 'hong-kong',
      to: 'united-states',
      people: 2_000_000,
      minors: 0,
    };
    const said = told(parties, { ...shenzhen, name: 'in' }, { ...row, after: 'in' });
    expect(flowVerdict(said, 0).bayArea).toMatchObject({ available: false, rule: 'R21' });
    const unsaid = told(parties, { ...shenzhen, name: 'in' }, row);
    expect(flowVerdict(unsaid, 0).bayArea).toMatchObject({
      available: null,
      open: ['/flows/1/after'],
    });
    expect(mechanismOf(unsaid).id).toBe('open');
    const apart = told(parties, { ...shenzhen, name: 'in' }, { ...row, after: '' });
    expect(flowVerdict(apart, 0).bayArea?.available).toBe(true);
  });
  it('is unsettled where data goes on to Macao, or the exporter runs critical infrastructure', () => {
    expect(mechanismOf(told(parties, { ...shenzhen, onwardTo: 'macao' })).status).toBe('unsettled');
    const critical = told({ ...parties, criticalInfrastructure: true }, shenzhen);
    expect(mechanismOf(critical)).toMatchObject({ status: 'unsettled', rule: 'R20' });
  });
  it('is not for important data', () => {
    expect(mechanismOf(told(parties, { ...shenzhen, importantData: true })).id).toBe(
      'cac-assessment',
    );
  });
  it('exists with Macao too', () => {
    const macao = told(
      { ...parties, places: ['macao', 'zhuhai'] },
      { ...shenzhen, from: 'zhuhai', to: 'macao' },
    );
    expect(mechanismOf(macao)).toMatchObject({ id: 'gba-contract', rule: 'R20a' });
  });
  it('is not spoken of where nothing needs a mechanism', () => {
    expect(flowVerdict(ask({}), 0).bayArea).toBeNull();
    expect(
      flowVerdict(
        ask({ company: { targetsMainland: true }, flows: [{ ...customersThere, people: 10 }] }),
        0,
      ).bayArea,
    ).toBeNull();
  });
  it('tells why a retailer could not have it in the pilot', () => {
    const early = ask({
      asOf: '2024-10-31',
      company: parties,
      flows: [{ ...exportFlow, from: 'shenzhen', people: 2_000_000 }],
    });
    expect(flowVerdict(early, 0).bayArea).toMatchObject({ available: false, rule: 'R21' });
    expect(flowVerdict(early, 0).bayArea?.because).toContain('before 1 November 2024');
  });
});

describe('important data', () => {
  const company: Company = { places: ['shanghai', 'hong-kong'], criticalInfrastructure: false };
  const flow: Partial<Flow> = { legalBasis: 'consent', minors: 0 };
  it('of the company is asked of each flow that does not say: never taken as none', () => {
    const inquiry = told({ ...company, importantData: true }, flow);
    expect(mechanismOf(inquiry)).toMatchObject({
      status: 'not known',
      open: ['/flows/0/importantData'],
    });
    expect(mechanismOf(inquiry).because).toContain('CAC security assessment');
  });
  it('of the flow needs the assessment at any number', () => {
    expect(mechanismOf(told(company, { ...flow, people: 1, importantData: true })).id).toBe(
      'cac-assessment',
    );
  });
  it('brings an officer and a yearly risk assessment', () => {
    const texts = textsOf(told({ ...company, importantData: true }, flow));
    expect(texts).toMatch(/network data security officer/);
    expect(texts).toMatch(/risk of important data every year/);
  });
});

describe('direct marketing (PDPO Part 6A)', () => {
  const flow: Partial<Flow> = {
    purpose: 'direct-marketing',
    subjectsIn: 'hong-kong',
    from: 'hong-kong',
  };
  it('is known from a flow too, where the company says nothing', () => {
    const texts = textsOf(told({ places: ['hong-kong'] }, flow));
    expect(texts).toMatch(/consent to marketing, or an indication that they do not object/);
    expect(texts).toMatch(/free channel/);
    expect(texts).toMatch(/On the first use/);
  });
  it('by somebody else for purposes of their own asks for written consent', () => {
    const handed = told(
      { places: ['hong-kong'] },
      { ...flow, to: 'singapore', recipientRole: 'handler' },
    );
    expect(textsOf(handed)).toMatch(/written consent/);
    expect(
      textsOf(
        told({ places: ['hong-kong'], directMarketing: 'none' }, { ...flow, recipientRole: 'own' }),
      ),
    ).not.toMatch(/written consent/);
  });
});

describe('people who send their data abroad themselves', () => {
  const company: Company = {
    places: ['hong-kong'],
    targetsMainland: true,
    importantData: false,
    criticalInfrastructure: false,
    mainlandProcessing: false,
  };
  const flow: Partial<Flow> = {
    from: 'mainland',
    peopleAt: 'from',
    people: 150_000,
    minors: 0,
    legalBasis: 'consent',
  };
  it('leave nobody in the mainland to sign a contract: unsettled, and said so', () => {
    const way = mechanismOf(told(company, flow));
    expect(way.status).toBe('unsettled');
    expect(way.note).toContain('nobody in the mainland to sign');
  });
  it('were not counted by the rules of 2022', () => {
    const early = ask({
      asOf: '2023-01-01',
      company,
      flows: [{ ...customersThere, people: 150_000 }],
    });
    expect(early.holds('R15a', 0)).toBe(false);
  });
});

describe('looking in from elsewhere is handling where it happens', () => {
  const company: Company = {
    places: ['shanghai', 'hong-kong'],
    importantData: false,
    criticalInfrastructure: false,
  };
  const stored: Partial<Flow> = {
    to: 'shanghai',
    people: 150_000,
    minors: 0,
    legalBasis: 'consent',
  };
  it('from Hong Kong into Shanghai it is an export', () => {
    expect(mechanismOf(told(company, { ...stored, accessedFrom: ['hong-kong'] })).id).toBe(
      'standard-contract',
    );
    expect(mechanismOf(told(company, { ...stored, accessedFrom: [] })).id).toBe('no-export');
  });
  it('is asked where the company is on both sides', () => {
    expect(mechanismOf(told(company, stored))).toMatchObject({
      status: 'not known',
      open: ['/flows/0/accessedFrom'],
    });
  });
  it('from the mainland into Hong Kong it brings PIPL', () => {
    const support = told(
      { places: ['hong-kong'] },
      { subjectsIn: 'hong-kong', from: 'hong-kong', accessedFrom: ['hangzhou'] },
    );
    expect(support.holds('R2', 0)).toBe(true);
  });
});

describe('transit (2024 Provisions Art. 4): where it was collected, not where people live', () => {
  const guests: Partial<Flow> = {
    subjects: 'visitors',
    people: 150_000,
    minors: 0,
    from: 'hong-kong',
    processor: 'Booking system',
    processorPlace: 'shenzhen',
    legalBasis: 'consent',
  };
  const company: Company = {
    places: ['hong-kong'],
    targetsMainland: false,
    importantData: false,
    criticalInfrastructure: false,
  };
  it('frees guests from the mainland whose data was collected in Hong Kong', () => {
    expect(mechanismOf(told(company, { ...guests, addsMainlandData: false }))).toMatchObject({
      id: 'none-exempt',
      rule: 'R19',
    });
  });
  it('does not where domestic data is added, nor what was collected inside', () => {
    expect(mechanismOf(told(company, { ...guests, addsMainlandData: true })).id).toBe(
      'standard-contract',
    );
    expect(
      mechanismOf(told(company, { ...guests, addsMainlandData: false, collectedIn: 'shenzhen' }))
        .id,
    ).toBe('standard-contract');
  });
  it('frees only the mechanism: PIPL and its impact assessment stay', () => {
    const inquiry = told(company, { ...guests, addsMainlandData: false });
    expect(applies(inquiry, 'pipl')).toBe(true);
    expect(textsOf(inquiry)).toMatch(/Assess the impact/);
  });
  it('goes on through the mainland to a third place', () => {
    const on = told(company, {
      subjectsIn: 'hong-kong',
      from: 'hong-kong',
      processor: 'Host',
      processorPlace: 'hangzhou',
      to: 'singapore',
      legalBasis: 'consent',
    });
    expect(mechanismOf(on)).toMatchObject({ id: 'none-exempt', rule: 'R19' });
  });
});

describe('smaller things that were told wrong', () => {
  it('staff without a stated basis is a question, not consent', () => {
    const staff = told(
      { places: ['shanghai'], importantData: false, criticalInfrastructure: false },
      { subjects: 'staff', purpose: 'human-resources', people: 200_000, to: 'united-states' },
    );
    expect(mechanismOf(staff)).toMatchObject({ status: 'not known' });
    expect(mechanismOf(staff).open).toContain('/flows/0/legalBasis');
  });
  it('audits are regular since 1 November 2021', () => {
    expect(isDue({ asOf: '2024-06-01', flows: [exportFlow] }, /Audit compliance regularly/)).toBe(
      true,
    );
  });
  it('storage at home is asked of operators of critical infrastructure that export, and of nobody else', () => {
    const missing = (company: SmallCase['company'], to: 'shanghai' | 'hong-kong') =>
      flowVerdict(
        ask({
          company: { places: ['shanghai'], ...company },
          flows: [{ ...exportFlow, to, people: 1_000_000 }],
        }),
        0,
      ).missing;
    expect(missing({}, 'shanghai')).not.toContain('local-storage');
    expect(missing({}, 'hong-kong')).not.toContain('local-storage');
    expect(missing({ criticalInfrastructure: true }, 'hong-kong')).toContain('local-storage');
  });
  it('every duty bears the name of a text of its own law, and its own date', () => {
    const all = dutiesOf(
      ask({
        company: {
          places: ['hong-kong', 'shanghai'],
          directMarketing: 'passed-on',
          targetsMainland: true,
          importantData: true,
          criticalInfrastructure: true,
        },
        flows: [
          {
            ...exportFlow,
            people: 20_000_000,
            data: ['health', 'biometric'],
            minors: 5,
            under18: 9,
            processor: 'Vendor',
            processorPlace: 'singapore',
          },
          { ...customersThere },
        ],
      }),
    );
    expect(all.length).toBeGreaterThan(40);
    for (const { article, from, regime, text } of all) {
      if (regime === 'pdpo') expect(article, text).toMatch(/PDPO|PCPD|Cap\. 653/);
      else expect(article, text).not.toMatch(/PDPO|PCPD/);
      expect(from, text).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    const dateOf = (words: RegExp) => all.find(({ text }) => words.test(text))?.from;
    expect(dateOf(/Bind the processor/)).toBe('2012-10-01');
    expect(dateOf(/tell the PCPD/)).toBe('2023-06-30');
    expect(dateOf(/record of what was entrusted/)).toBe('2025-01-01');
  });
  it('impact is assessed before data goes to another handler, who is told with consent (Arts. 23, 55)', () => {
    const handed: SmallCase = {
      company: { places: ['shanghai'] },
      flows: [{ ...exportFlow, to: 'beijing', recipientRole: 'handler' }],
    };
    expect(isDue(handed, /Assess the impact/)).toBe(true);
    expect(isDue(handed, /separate consent to handing/)).toBe(true);
    expect(
      isDue(
        { ...handed, flows: [{ ...exportFlow, to: 'beijing', recipientRole: undefined }] },
        /Assess the impact/,
      ),
    ).toBeNull();
  });
  it('controls that are our reading of Article 51 say so', () => {
    const { controls } = flowVerdict(ask({ flows: [exportFlow] }), 0);
    const articles = controls
      .filter(({ id }) => ['audit-trail', 'masking'].includes(id))
      .flatMap(({ askedBy }) => askedBy);
    for (const { article, regime } of articles)
      if (regime === 'pipl') expect(article).toContain('as we read');
  });
});

describe('duties of the texts, each with its article', () => {
  const about: SmallCase = {
    company: {
      places: ['hong-kong', 'shanghai'],
      faces: 150_000,
      importantData: true,
      criticalInfrastructure: true,
      answers: { largePlatform: true, designatedInHongKong: true },
    },
    flows: [
      {
        ...exportFlow,
        people: 10_000_000,
        minors: 3,
        under18: 5,
        data: ['biometric', 'id-number'],
        purpose: 'personalisation',
        recipientRole: 'handler',
        processor: 'Vendor',
        processorPlace: 'hangzhou',
      },
    ],
  };
  const all = dutiesOf(ask(about));
  test.each([
    ['PIPL Art. 17', /before handling, who you are/],
    ['PIPL Art. 21', /with the processor by contract/],
    ['PIPL Art. 23', /recipient's name and contact/],
    ['PIPL Art. 24', /transparent and fair/],
    ['PIPL Art. 29', /separate consent to the handling of sensitive/],
    ['PIPL Arts. 28, 30', /why it is necessary/],
    ['PIPL Art. 31', /guardian's consent/],
    ['PIPL Art. 38 para. 3', /recipient abroad handles/],
    ['PIPL Art. 39', /contact of the recipient abroad/],
    ['PIPL Art. 39', /separate consent to the export/],
    ['PIPL Art. 40', /Store in the mainland/],
    ['PIPL Art. 41', /court or authority abroad/],
    ['PIPL Art. 51', /internal rules/],
    ['PIPL Arts. 55-56', /at least three years/],
    ['PIPL Art. 57', /put it right at once/],
    ['PIPL Art. 58', /independent supervisory body/],
    ['PIPL Art. 59', /help the handler/],
    ['Network Data Regulations Art. 12', /record of what was entrusted/],
    ['Network Data Regulations Art. 12', /record of what was provided/],
    ['Network Data Regulations Art. 10', /24 hours|endangers national security/],
    ['Network Data Regulations Art. 21', /as a list/],
    ['Network Data Regulations Arts. 28, 30', /network data security officer/],
    ['Network Data Regulations Art. 44', /every year a report/],
    ['Face Recognition Measures Arts. 8, 10', /the only way/],
    ['Face Recognition Measures Art. 15', /File the use/],
    ['GB/T 45574-2025', /national standard/],
    ['Cap. 653', /security incident/],
    ['PDPO s. 26', /erase/],
    ['PDPO s. 27', /log of refusals/],
    ['PDPO s. 64', /intent of gain or harm/],
    ['Regulations on Minors in Cyberspace Art. 35', /leak of data of minors/],
    ['Regulations on Minors in Cyberspace Art. 36', /Let staff see/],
    ['Order 24', /important data every year/],
  ])('%s: %s', (article, words) => {
    const found = all.filter(({ text, deadline }) => words.test(text) || words.test(deadline));
    const named = found.find((duty) => duty.article.includes(article));
    expect(named, found.map((duty) => duty.article).join()).toMatchObject({
      status: 'applies',
      who: expect.stringMatching(/./),
      deadline: expect.stringMatching(/./),
    });
    expect(['S', 'S2', 'M', 'A', 'N']).toContain(named?.confidence);
  });
  it('names what costs are modelled, or none', () => {
    for (const { cost } of all)
      expect([
        null,
        'programmeCost',
        'auditsPerYear',
        'filingsPerYear',
        'requestsPerYear',
      ]).toContain(cost);
  });
  it('keeps drafts out until a scenario counts them', () => {
    expect(all.map(({ rule }) => rule)).not.toContain('D2');
    const drafted = dutiesOf(
      ask({
        ...about,
        drafts: ['large-handlers', 'large-platforms', 'app-collection', 'pdpo-reform'],
      }),
    );
    for (const rule of ['D1', 'D2', 'D3', 'D4'])
      expect(drafted.map((duty) => duty.rule)).toContain(rule);
  });
});

test('a free-trade zone counts only where the company says so, and the reader is told', () => {
  const zone: SmallCase = { flows: [{ ...exportFlow, people: 150_000 }] };
  expect(mechanism(zone)).toBe('standard-contract');
  expect(flowVerdict(ask(zone), 0).remarks.join()).toContain('free-trade zone');
  expect(mechanism({ ...zone, company: { answers: { freeTradeZoneList: true } } })).toBe(
    'none-exempt',
  );
});
