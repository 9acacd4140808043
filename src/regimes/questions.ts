import type { LawQuestion } from '../schema/law-result.ts';
import { pointerKeys } from '../schema/pointer.ts';
import type { Regime } from '../schema/regime.ts';
import type { KnownFlow } from './known-flow.ts';

interface Asked {
  /** Of the ten questions about the company. */
  readonly number: number | null;
  readonly ask: string;
}

const asked = (number: number | null, ask: string): Asked => ({ number, ask });

/** What is asked of a company, by the key of the answer. */
const ofCompany: Readonly<Record<string, Asked>> = {
  places: asked(1, 'where the company is established'),
  turnover: asked(5, 'last year\u2019s turnover'),
  targetsMainland: asked(6, 'whether it offers goods or services to people in the mainland'),
  analysesBehaviour: asked(7, 'whether it analyses behaviour of people in the mainland'),
  personalises: asked(7, 'whether it decides or recommends automatically'),
  directMarketing: asked(8, 'whether it markets directly'),
  mainlandProcessing: asked(
    9,
    'whether a vendor or a team in the mainland stores, handles or looks into its data',
  ),
  accountCountryCode: asked(9, 'the country code of its account on the work platform'),
  criticalInfrastructure: asked(
    10,
    'whether it has been told that it operates critical infrastructure',
  ),
  importantData: asked(10, 'whether it holds important data'),
  sector: asked(null, 'its business'),
  faces: asked(null, 'of how many people it stores faces to recognise them'),
};

const kinds: Readonly<Record<string, string>> = {
  ordinary: 'with ordinary data only',
  sensitive: 'with sensitive data',
  minors: 'under 14',
  under18: 'under 18',
};

const regions: Readonly<Record<string, readonly [number: number | null, label: string]>> = {
  hongKong: [2, 'Hong Kong'],
  mainland: [3, 'the mainland'],
};

/** What each of the ten questions is about. */
const questionTopics: readonly string[] = [
  'where the company is established',
  'people in Hong Kong',
  'people in the mainland',
  'staff',
  'turnover',
  'offers to the mainland',
  'analysis and automated decisions',
  'direct marketing',
  'data stored or handled in the mainland',
  'critical infrastructure and important data',
];

/** What is asked of a flow, by the key of the answer. */
const ofFlow: Readonly<Record<string, string>> = {
  processorPlace: 'where its processor stores or handles the data',
  accessedFrom: 'from where people look into the data',
  minors: 'how many people under 14 it is about',
  under18: 'how many people under 18 it is about',
  legalBasis: 'on which legal basis it rests',
  exportNecessary: 'what the export is needed for',
  recipientRole: 'whether its recipient is the company itself, a processor, or uses it for itself',
  importantData: 'whether it holds important data',
  addsMainlandData: 'whether data of people in the mainland is added on the way',
  after: 'whether it carries on the data of the flow before it',
  sensitivePeople: 'how many people with sensitive data it is about',
};

/** The questions behind the pointers of open answers, each once: those about the company by number, then others. */
export function questionsOf(
  pointers: readonly string[],
  flows: readonly KnownFlow[],
  regimes: readonly Regime[],
): LawQuestion[] {
  const names = new Map(flows.map(({ flow, pointer }) => [pointer, flow.name]));
  const last = questionTopics.length + 1;
  return [...new Set(pointers)]
    .map((pointer) => {
      const question = questionOf(pointer);
      return { ...question, topic: questionTopics[(question.number ?? 0) - 1] ?? '' };
    })
    .toSorted((a, b) => (a.number ?? last) - (b.number ?? last));

  function regionLabel(id: string): string {
    return regimes.find((regime) => Object.hasOwn(regime.regions, id))?.regions[id]?.label ?? id;
  }

  function questionOf(pointer: string): Omit<LawQuestion, 'topic'> {
    const [section = '', key = '', ...rest] = pointerKeys(pointer);
    if (section === 'flows' && key === '')
      return {
        pointer,
        number: null,
        flow: null,
        ask: 'which data goes where: a list of its flows says more than the answers',
      };
    if (section === 'flows') {
      const field = rest[0] ?? '';
      const flow = names.get(`/flows/${key}`) ?? null;
      return { pointer, number: null, flow, ask: ofFlow[field] ?? field };
    }
    const [region = '', kind = ''] = rest;
    const [number = null, label = regionLabel(region)] = regions[region] ?? [];
    if (key === 'people')
      return {
        pointer,
        number,
        flow: null,
        ask: `of how many people${kind === '' ? '' : ` ${kinds[kind] ?? kind}`} in ${label} it holds data, staff apart`,
      };
    if (key === 'staff')
      return {
        pointer,
        number: Object.hasOwn(regions, region) ? 4 : null,
        flow: null,
        ask: `how many staff it has in ${label}`,
      };
    if (key === 'answers') {
      const question = regimes.find(({ questions }) => Object.hasOwn(questions, region))?.questions[
        region
      ];
      return { pointer, number: null, flow: null, ask: question?.ask ?? region };
    }
    return { pointer, flow: null, ...(ofCompany[key] ?? asked(null, key)) };
  }
}
