import { readFileSync } from 'node:fs';
import { scenarioHash } from '../../../src/analysis/run-identity.ts';
import type { PapersParts } from '../../../src/export/papers/papers-parts.ts';
import { parseFormula } from '../../../src/language/parse-formula.ts';
import { prepare } from '../../../src/runner/prepare.ts';
import { lawWith } from '../../../src/runner/regime-files.ts';
import type { Company } from '../../../src/schema/company.ts';
import type { Flow } from '../../../src/schema/flow.ts';

/** What papers of a scenario are made from: a file of the project, or one that a test writes. */
export function papersCase(scenario: string | object): PapersParts {
  const file = typeof scenario === 'string' ? scenario : 'scenarios/of-a-test.json';
  const { issues, prepared } = prepare({
    file,
    read: (path) =>
      typeof scenario === 'object' && path === file ? JSON.stringify(scenario) : readFileSync(path),
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
  });
  if (prepared?.law == null)
    throw new Error(issues.map(({ message, pointer }) => `${pointer}: ${message}`).join('\n'));
  const { company, flows } = prepared.loaded.scenario;
  return {
    law: prepared.law.result,
    company: company ?? null,
    flows: flows ?? null,
    scenario: {
      name: prepared.compiled.source.scenario.name,
      hash: scenarioHash(prepared.identity.scenario),
    },
  };
}

/** A company with all answered that the law asks of any, so that only what a test leaves out is open. */
export const answeredCompany: Company = {
  name: 'Example Limited',
  places: ['hong-kong', 'shenzhen', 'shanghai'],
  sector: 'retail',
  people: {
    hongKong: { ordinary: 1000, sensitive: 0, minors: 0, under18: 0 },
    mainland: { ordinary: 50_000, sensitive: 0, minors: 0, under18: 0 },
  },
  staff: { hongKong: 10, mainland: 10 },
  criticalInfrastructure: false,
  importantData: false,
  accountCountryCode: '+852',
  targetsMainland: true,
  personalises: false,
  analysesBehaviour: false,
  directMarketing: 'none',
  faces: 0,
};

/** Ordinary data of customers in Shanghai, sent to Hong Kong on their consent. */
export const exportFlow: Flow = {
  name: 'Orders from Shanghai',
  data: ['name', 'contact', 'orders'],
  purpose: 'reporting',
  subjects: 'customers',
  subjectsIn: 'shanghai',
  people: 50_000,
  minors: 0,
  under18: 0,
  from: 'shanghai',
  to: 'hong-kong',
  recipientRole: 'own',
  legalBasis: 'consent',
  exportNecessary: 'none',
  accessedFrom: [],
  controls: ['notice'],
};

/** A case of its own, as papers are made from. */
export function ownCase(
  flows: readonly Flow[],
  {
    asOf = '2026-11-01',
    company = answeredCompany,
    name = 'Own case',
  }: { readonly asOf?: string; readonly company?: Company; readonly name?: string } = {},
): PapersParts {
  return papersCase({ model: 'compliance-tco', name, asOf, company, flows });
}
