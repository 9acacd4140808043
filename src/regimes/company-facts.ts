import type { Company } from '../schema/company.ts';
import { childPointer } from '../schema/pointer.ts';
import type { PlaceId } from '../schema/places.ts';
import type { Regime } from '../schema/regime.ts';
import { between, open, people, yesNo } from './fact.ts';
import type { FactType, FactTypes, Facts, FactValue } from './fact.ts';
import { regionFact } from './places.ts';
import type { Regions } from './places.ts';

/** What rules may ask of any company; more follows from the regions and questions of the laws. */
const baseTypes = {
  criticalInfrastructure: yesNo('Operates critical information infrastructure'),
  importantData: yesNo('Holds important data'),
  targetsMainland: yesNo('Offers goods or services to people in the mainland'),
  targetsMainlandIsSaid: yesNo('The company says whether it offers them'),
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
  facesStored: people('People whose faces are stored'),
  incidentPeople: people('People touched by the incident'),
  incidentSensitive: people('People whose sensitive data the incident touched'),
  incidentLoss: { label: 'Direct loss of the incident', unit: 'HKD' },
  turnover: { label: 'Turnover of the previous year', unit: 'HKD' },
  yuan: { label: 'HK$ for one yuan', unit: 'HKD' },
  horizon: { label: 'Years that are costed', unit: 'year' },
  lawDate: { label: 'Law date, as yearmonthday', unit: 'number' },
} as const satisfies FactTypes;

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

/** What can be said of a company about each region. */
const regionTypes = {
  establishedIn: (label: string) => yesNo(`Established in ${label}`),
  peopleIn: (label: string) => people(`People in ${label}, staff apart`),
  countsAreStatedFor: (label: string) =>
    yesNo(`The company says of how many people in ${label}, of every kind`),
  sensitiveIn: (label: string) => people(`People with sensitive data in ${label}`),
  under14In: (label: string) => people(`People under 14 in ${label}`),
  under18In: (label: string) => people(`People under 18 in ${label}`),
  staffIn: (label: string) => people(`Staff in ${label}`),
} as const satisfies Readonly<Record<string, (label: string) => FactType>>;

/** The facts of companies that the rules of some regimes may name. */
export function companyFactTypes(regions: Regions, regimes: readonly Regime[]): FactTypes {
  return {
    ...baseTypes,
    ...Object.fromEntries(
      regions.flatMap((region) =>
        Object.entries(regionTypes).map(([what, type]) => [
          regionFact(what, region),
          type(region.label),
        ]),
      ),
    ),
    ...Object.fromEntries(
      regimes.flatMap(({ questions }) =>
        Object.entries(questions).map(([name, { label, unit }]) => [name, { label, unit }]),
      ),
    ),
  };
}

const pilotSectors: readonly string[] = ['banking', 'credit-reference', 'healthcare'];

/** A yes or no of the company; without an answer, not known. */
function answered<T>(
  value: T | undefined,
  key: string,
  read: (value: T) => boolean = Boolean,
): FactValue {
  return value === undefined ? open(`/company/${key}`) : read(value);
}

function counted(value: number | undefined, pointer: string, least = 0): FactValue {
  return value ?? between(least, Infinity, [pointer]);
}

/** The facts of a company; what it leaves open is not known. */
export function companyFacts(
  company: Company,
  setting: LawSetting,
  regions: Regions,
  regimes: readonly Regime[],
): Facts {
  const { incident, places, exportedThisYear: stated } = company;
  return {
    criticalInfrastructure: answered(company.criticalInfrastructure, 'criticalInfrastructure'),
    importantData: answered(company.importantData, 'importantData'),
    targetsMainland: answered(company.targetsMainland, 'targetsMainland'),
    targetsMainlandIsSaid: company.targetsMainland !== undefined,
    analysesBehaviour: answered(company.analysesBehaviour, 'analysesBehaviour'),
    personalises: answered(company.personalises, 'personalises'),
    marketsDirectly: answered(company.directMarketing, 'directMarketing', (is) => is !== 'none'),
    passesOnForMarketing: answered(
      company.directMarketing,
      'directMarketing',
      (is) => is === 'passed-on',
    ),
    pilotSector: answered(company.sector, 'sector', (sector) => pilotSectors.includes(sector)),
    // Who has had an order, a notice or an incident knows it: these are told, not asked for.
    auditOrdered: company.auditOrdered ?? false,
    noticeIgnored: (company.enforcementNotice ?? 'none') !== 'none',
    noticeIgnoredAgain: company.enforcementNotice === 'repeat',
    incidentPeople: incident?.people ?? 0,
    incidentSensitive: incident?.sensitive ?? 0,
    incidentLoss: (incident?.loss ?? 0) * setting.rate,
    exportsAreStated: stated !== undefined,
    statedExportedOrdinary: stated?.ordinary ?? 0,
    statedExportedSensitive: stated?.sensitive ?? 0,
    facesStored: counted(company.faces, '/company/faces'),
    turnover:
      company.turnover === undefined
        ? between(0, Infinity, ['/company/turnover'])
        : company.turnover * setting.rate,
    yuan: setting.yuan,
    horizon: setting.years,
    lawDate: Number(setting.asOf.replaceAll('-', '')),
    ...Object.fromEntries(
      regions.flatMap((region) => {
        const { id, places: within } = region;
        const counts = company.people?.[id];
        const at = childPointer('/company/people', id);
        const total = totalOf(counts, at);
        const of = (key: 'ordinary' | 'sensitive' | 'minors' | 'under18', least = 0): FactValue =>
          counted(counts?.[key], `${at}/${key}`, least);
        const facts: Record<keyof typeof regionTypes, FactValue> = {
          establishedIn: answered(places, 'places', (all) => all.some((each) => within.has(each))),
          peopleIn: total,
          countsAreStatedFor: typeof total === 'number',
          sensitiveIn: of('sensitive'),
          under14In: of('minors'),
          under18In: of('under18', counts?.minors ?? 0),
          staffIn: counted(company.staff?.[id], childPointer('/company/staff', id)),
        };
        return Object.entries(facts).map(([what, value]) => [regionFact(what, region), value]);
      }),
    ),
    ...Object.fromEntries(
      regimes.flatMap(({ questions }) =>
        Object.entries(questions).map(([name, { presumed, unit }]) => {
          const pointer = childPointer('/company/answers', name);
          const given = company.answers?.[name];
          const unknown = unit === 'yes-no' ? open(pointer) : between(0, Infinity, [pointer]);
          return [name, given ?? presumed ?? unknown];
        }),
      ),
    ),
  };
}

type Counts = NonNullable<NonNullable<Company['people']>['mainland']>;

/** People of all kinds; a kind that is not given may be any number. */
export function totalOf(counts: Counts | undefined, pointer: string): FactValue {
  const { minors, ordinary, sensitive } = counts ?? {};
  const known = (ordinary ?? 0) + (sensitive ?? 0) + (minors ?? 0);
  const lacking = (['ordinary', 'sensitive', 'minors'] as const).filter(
    (key) => counts?.[key] === undefined,
  );
  return between(
    known,
    lacking.length === 0 ? known : Infinity,
    lacking.map((key) => `${pointer}/${key}`),
  );
}

/** Where decisions are taken unless a flow says otherwise: Hong Kong where the company is there. */
export function homeOf({ places }: Company): PlaceId | null {
  if (places === undefined) return null;
  return places.includes('hong-kong') ? 'hong-kong' : (places[0] ?? null);
}
