import type { Company } from '../schema/company.ts';
import { people, yesNo } from './fact.ts';
import type { FactTypes, FactValue } from './fact.ts';
import { placeOf } from './places.ts';

/** What rules may ask of a company. */
export const companyFactTypes = {
  hongKongEstablishment: yesNo('Established in Hong Kong'),
  mainlandEstablishment: yesNo('Established in the mainland'),
  criticalInfrastructure: yesNo('Operates critical information infrastructure'),
  targetsMainland: yesNo('Offers goods or services to people in the mainland'),
  analysesBehaviour: yesNo('Analyses the behaviour of people in the mainland'),
  personalises: yesNo('Decides or recommends automatically'),
  marketsDirectly: yesNo('Markets directly'),
  passesOnForMarketing: yesNo('Hands data on for marketing, for gain'),
  auditOrdered: yesNo('A mainland regulator has ordered an audit'),
  noticeIgnored: yesNo('An enforcement notice is ignored'),
  noticeIgnoredAgain: yesNo('An enforcement notice is ignored for a second time'),
  pilotSector: yesNo('Banking, credit reference or health care'),
  exportsAreStated: yesNo('The company says how many people its exports touch'),
  statedExportedOrdinary: people('People with ordinary data exported, as the company says'),
  statedExportedSensitive: people('People with sensitive data exported, as the company says'),
  hongKongPeople: people('People in Hong Kong'),
  mainlandPeople: people('People in the mainland'),
  mainlandMinors: people('People under 14 in the mainland'),
  incidentPeople: people('People touched by the incident'),
  incidentSensitive: people('People whose sensitive data the incident touched'),
  incidentLoss: { label: 'Direct loss of the incident', unit: 'HKD' },
  turnover: { label: 'Turnover of the previous year', unit: 'HKD' },
  yuan: { label: 'HK$ for one yuan', unit: 'HKD' },
  horizon: { label: 'Years that are costed', unit: 'year' },
  lawDate: { label: 'Law date, as yearmonthday', unit: 'number' },
} as const satisfies FactTypes;

export type CompanyFacts = Readonly<Record<keyof typeof companyFactTypes, FactValue>>;

/** What a company is measured against: the law date, money, and the time that is costed. */
export interface LawSetting {
  /** ISO date. */
  readonly asOf: string;
  /** HK$ for one unit of the currency that the company's amounts are written in. */
  readonly rate: number;
  /** HK$ for one yuan. */
  readonly yuan: number;
  readonly years: number;
}

const pilotSectors: readonly string[] = ['banking', 'credit-reference', 'healthcare'];

/** The facts of a company; what it leaves open counts as no or none. */
export function companyFacts(company: Company, setting: LawSetting): CompanyFacts {
  const regions = (company.places ?? ['hong-kong']).map((place) => placeOf(place).region);
  const { hongKong, mainland } = company.people ?? {};
  const notice = company.enforcementNotice ?? 'none';
  return {
    hongKongEstablishment: regions.includes('hong-kong'),
    mainlandEstablishment: regions.includes('mainland'),
    criticalInfrastructure: company.criticalInfrastructure ?? false,
    targetsMainland: company.targetsMainland ?? false,
    analysesBehaviour: company.analysesBehaviour ?? false,
    personalises: company.personalises ?? false,
    marketsDirectly: (company.directMarketing ?? 'none') !== 'none',
    passesOnForMarketing: company.directMarketing === 'passed-on',
    auditOrdered: company.auditOrdered ?? false,
    noticeIgnored: notice !== 'none',
    noticeIgnoredAgain: notice === 'repeat',
    pilotSector: pilotSectors.includes(company.sector ?? ''),
    exportsAreStated: company.exportedThisYear !== undefined,
    statedExportedOrdinary: company.exportedThisYear?.ordinary ?? 0,
    statedExportedSensitive: company.exportedThisYear?.sensitive ?? 0,
    hongKongPeople: totalOf(hongKong),
    mainlandPeople: totalOf(mainland),
    mainlandMinors: mainland?.minors ?? 0,
    incidentPeople: company.incident?.people ?? 0,
    incidentSensitive: company.incident?.sensitive ?? 0,
    incidentLoss: (company.incident?.loss ?? 0) * setting.rate,
    turnover: (company.turnover ?? 0) * setting.rate,
    yuan: setting.yuan,
    horizon: setting.years,
    lawDate: Number(setting.asOf.replaceAll('-', '')),
  };
}

type Counts = NonNullable<NonNullable<Company['people']>['mainland']>;

export function totalOf(counts: Counts | undefined): number {
  return (counts?.ordinary ?? 0) + (counts?.sensitive ?? 0) + (counts?.minors ?? 0);
}

const questions: readonly (readonly [keyof Company, string])[] = [
  ['places', 'where the company is established'],
  ['people', 'how many people it handles data of'],
  ['turnover', 'last year\u2019s turnover'],
  ['criticalInfrastructure', 'whether it operates critical infrastructure'],
  ['importantData', 'whether it holds important data'],
  ['accountCountryCode', 'the country code of its account on the work platform'],
  ['targetsMainland', 'whether it offers goods or services to people in the mainland'],
  ['personalises', 'whether it decides or recommends automatically'],
  ['analysesBehaviour', 'whether it analyses behaviour of people in the mainland'],
  ['directMarketing', 'whether it markets directly'],
];

/** The questions that a company has left open. */
export function unansweredOf(company: Company): string[] {
  return questions.flatMap(([key, words]) => (company[key] === undefined ? [words] : []));
}
