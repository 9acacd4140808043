import { parseFormula } from '../../src/language/parse-formula.ts';
import { Inquiry } from '../../src/regimes/inquiry.ts';
import type { Case } from '../../src/regimes/inquiry.ts';
import { openLawBook } from '../../src/regimes/law-book.ts';
import { computedFacts } from '../../src/regimes/computed-facts.ts';
import { gapTableFile, regimeFiles } from '../../src/runner/regime-files.ts';
import type { Company } from '../../src/schema/company.ts';
import type { Flow } from '../../src/schema/flow.ts';

export const lawBook = openLawBook(regimeFiles, gapTableFile, parseFormula);

/** What a test says of a case; everything else is as in Hong Kong on 1 November 2026. */
export interface SmallCase extends Partial<Omit<Case, 'flows' | 'company' | 'setting'>> {
  readonly company?: Partial<Company>;
  readonly flows?: readonly Partial<Flow>[];
  readonly asOf?: string;
}

/** An ordinary flow that stays in Hong Kong. */
export const quietFlow: Flow = {
  name: 'Members',
  data: ['name', 'contact'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'hong-kong',
  people: 1000,
  from: 'hong-kong',
  to: 'hong-kong',
};

/** An export: customers of an office in Shanghai, sent to Hong Kong with consent. */
export const exportFlow: Flow = {
  ...quietFlow,
  name: 'Customers in Shanghai',
  subjectsIn: 'mainland',
  from: 'shanghai',
  to: 'hong-kong',
};

export function ask({
  asOf = '2026-11-01',
  company = {},
  flows = [{}],
  drafts = [],
  assumptions = {},
}: SmallCase): Inquiry {
  return new Inquiry(
    lawBook,
    {
      company: { places: ['hong-kong'], ...company },
      flows: flows.map((flow, index) => ({
        flow: { ...quietFlow, ...flow },
        implied: false,
        pointer: `/flows/${index}`,
      })),
      setting: { asOf, rate: 1, yuan: 1.09, years: 5 },
      drafts,
      assumptions,
      keeps: [],
    },
    computedFacts,
  );
}
