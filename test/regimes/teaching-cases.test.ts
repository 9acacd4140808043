import { expect, test } from 'vitest';
import cases from '../fixtures/law/teaching-cases.json';
import { dutiesOf } from '../../src/regimes/duties.ts';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import type { LawFlow } from '../../src/schema/law-result.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import { regimeVerdicts } from '../../src/regimes/regime-verdicts.ts';
import { inquire } from './ask.ts';

/** Cases whose right answer was derived from the texts, with article and date: the words that they use. */
const mechanisms: Readonly<Record<string, string>> = {
  'cac-assessment': 'assessment',
  'standard-contract': 'contract-or-certification',
  'none-few': 'none-below-threshold',
  'none-exempt': 'none-exempt',
  'no-export': 'none-nothing-leaves',
  'not-pipl': 'none-not-pipl',
  'gba-contract': 'gba-contract-available',
};
const dutyWords: Readonly<Record<string, RegExp>> = {
  officer: /protection officer/,
  representative: /representative in the mainland/,
  minorsAudit: /audit.*minors/i,
  marketingConsent: /consent to marketing/,
};

interface TeachingCase {
  readonly id: string;
  readonly why: string;
  readonly asOf: string;
  readonly company: Company;
  readonly flows?: readonly Flow[];
  readonly expect: {
    readonly pipl?: string | readonly string[];
    readonly pdpo?: string | readonly string[];
    readonly flows?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
    readonly duties?: Readonly<Record<string, boolean>>;
  };
}

const words = { applies: 'applies', 'does not apply': 'not', 'not known': 'open' } as const;
const needs = (flow: LawFlow, control: string): boolean =>
  flow.controls.some(({ id, open }) => id === control && open.length === 0);

test.each(cases as unknown as readonly TeachingCase[])('$id: $why', (each) => {
  const inquiry = inquire({ company: each.company, flows: each.flows ?? null }, each.asOf);
  const scopes = Object.fromEntries(
    regimeVerdicts(inquiry).map(({ id, status }) => [id, words[status]]),
  );
  for (const law of ['pipl', 'pdpo'] as const) {
    const right = each.expect[law];
    if (right !== undefined) expect([right].flat(), law).toContain(scopes[law]);
  }
  const verdicts = new Map(
    inquiry.flows.map((_, index) => flowVerdict(inquiry, index)).map((flow) => [flow.name, flow]),
  );
  for (const [name, right] of Object.entries(each.expect.flows ?? {})) {
    const flow = verdicts.get(name)!;
    const own = flow.regimes.find(({ regime }) => regime === 'pipl')!;
    const answer = {
      pipl: words[own.status],
      mechanism: mechanisms[flow.mechanism.id] ?? 'open',
      impactAssessment: needs(flow, 'impact-assessment'),
      separateConsent: needs(flow, 'separate-consent'),
      guardianConsent: needs(flow, 'guardian-consent'),
    };
    expect(answer, name).toMatchObject(right);
  }
  const due = dutiesOf(inquiry).filter(({ status }) => status === 'applies');
  for (const [duty, right] of Object.entries(each.expect.duties ?? {}))
    expect(
      due.some(({ text }) => dutyWords[duty]!.test(text)),
      duty,
    ).toBe(right);
});

test('there are twelve, and each says more than that it ran', () => {
  expect(cases).toHaveLength(12);
  for (const { expect: right } of cases) expect(Object.keys(right).length).toBeGreaterThan(0);
});
