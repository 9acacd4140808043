import { parseFormula } from '../../src/language/parse-formula.ts';
import { computedFacts } from '../../src/regimes/computed-facts.ts';
import { dutiesOf } from '../../src/regimes/duties.ts';
import { flowVerdict } from '../../src/regimes/flow-verdict.ts';
import { impliedFlows } from '../../src/regimes/implied-flows.ts';
import { Inquiry } from '../../src/regimes/inquiry.ts';
import type { Case } from '../../src/regimes/inquiry.ts';
import { openLawBook } from '../../src/regimes/law-book.ts';
import { gapTableFile, regimeFiles } from '../../src/runner/regime-files.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';
import type { LawDuty } from '../../src/schema/law-result.ts';

/** The laws that are asked by default, and what they cost. */
export const lawBook = openLawBook(
  regimeFiles.filter(({ byDefault }) => byDefault),
  gapTableFile,
  parseFormula,
);

/** What a test says of a case; everything else is as in Hong Kong on 1 November 2026. */
export interface SmallCase extends Partial<Omit<Case, 'flows' | 'company' | 'setting'>> {
  readonly company?: Partial<Company>;
  /** Answers that are taken away again, so that they are not known. */
  readonly unanswered?: readonly (keyof Company)[];
  /** null: no inventory, so that the profile implies the flows. */
  readonly flows?: readonly SmallFlow[] | null;
  readonly asOf?: string;
}

/** What a test says of a flow; undefined takes an answer away, so that it is not known. */
export type SmallFlow = { readonly [Key in keyof Flow]?: Flow[Key] | undefined };

/** A company in Hong Kong that has answered everything, with no. */
export const quietCompany: Company = {
  places: ['hong-kong'],
  sector: 'retail',
  turnover: 0,
  criticalInfrastructure: false,
  importantData: false,
  accountCountryCode: '+852',
  mainlandProcessing: false,
  targetsMainland: false,
  personalises: false,
  analysesBehaviour: false,
  directMarketing: 'none',
  faces: 0,
  answers: { largePlatform: false, designatedInHongKong: false },
};

/** An ordinary flow of grown people that stays in Hong Kong, with everything answered. */
export const quietFlow: Flow = {
  name: 'Members',
  data: ['name', 'contact'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'hong-kong',
  people: 1000,
  minors: 0,
  under18: 0,
  from: 'hong-kong',
  to: 'hong-kong',
  accessedFrom: [],
  legalBasis: 'consent',
  exportNecessary: 'none',
  recipientRole: 'own',
  addsMainlandData: false,
  importantData: false,
};

/** An export: customers of an office in Shanghai, sent to Hong Kong with consent. */
export const exportFlow: Flow = {
  ...quietFlow,
  name: 'Customers in Shanghai',
  subjectsIn: 'mainland',
  from: 'shanghai',
  to: 'hong-kong',
};

/** Customers of a Hong Kong shop in the mainland, who send it their data themselves. */
export const customersThere: Flow = {
  ...quietFlow,
  name: 'Customers there',
  purpose: 'service',
  subjectsIn: 'mainland',
  from: 'mainland',
  peopleAt: 'from',
  to: 'hong-kong',
};

export function ask({
  asOf = '2026-11-01',
  company = {},
  unanswered = [],
  flows = [{}],
  drafts = [],
  assumptions = {},
  keeps = [],
}: SmallCase): Inquiry {
  const all = { ...quietCompany, ...company };
  const own = Object.fromEntries(
    Object.entries(all).filter(([key]) => !unanswered.includes(key as keyof Company)),
  );
  return inquire(
    { company: own, flows: flows?.map((flow) => known({ ...quietFlow, ...flow })) ?? null },
    asOf,
    { drafts, assumptions, keeps },
  );
}

/** Asks the law about a company and its flows, with nothing answered but what they say. */
export function inquire(
  { company, flows }: { readonly company: Company; readonly flows: readonly Flow[] | null },
  asOf: string,
  more: Partial<Pick<Case, 'drafts' | 'assumptions' | 'keeps'>> = {},
): Inquiry {
  return new Inquiry(
    lawBook,
    {
      company,
      flows:
        flows?.map((flow, index) => ({ flow, implied: false, pointer: `/flows/${index}` })) ??
        impliedFlows(company, lawBook.regions),
      setting: { asOf, rate: 1, yuan: 1.09, years: 5 },
      drafts: [],
      assumptions: {},
      keeps: [],
      ...more,
    },
    computedFacts,
  );
}

function known(flow: SmallFlow): Flow {
  return Object.fromEntries(
    Object.entries(flow).filter(([, value]) => value !== undefined),
  ) as unknown as Flow;
}

/** Whether a law applies: `true`, `false`, or null where it is not known. */
export function applies(inquiry: Inquiry, law: 'pipl' | 'pdpo'): boolean | null {
  const value = inquiry.value(law === 'pipl' ? 'piplApplies' : 'pdpoApplies', null);
  return typeof value === 'boolean' ? value : null;
}

/** The mechanism of a flow, the first unless said otherwise. */
export function mechanism(about: SmallCase, flow = 0): string {
  return flowVerdict(ask(about), flow).mechanism.id;
}

/** The duties whose text has some words, of a status. */
export function duties(
  about: SmallCase,
  words: RegExp,
  status: LawDuty['status'] = 'applies',
): readonly LawDuty[] {
  return dutiesOf(ask(about)).filter((duty) => duty.status === status && words.test(duty.text));
}

/** Whether a duty with some words is due: for certain, not at all, or null where that is not known. */
export function isDue(about: SmallCase, words: RegExp): boolean | null {
  if (duties(about, words).length > 0) return true;
  return duties(about, words, 'not known').length > 0 ? null : false;
}

/** The day before another, both as ISO dates. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
