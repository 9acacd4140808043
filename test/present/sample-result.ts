import { answerOf } from '../../src/analysis/answer.ts';
import type { LawResult, Lawfulness } from '../../src/schema/law-result.ts';
import type { Result, Saving, Summary } from '../../src/schema/result.ts';

/** A cost as these tests need it: its middle, how far 8 of 10 futures lie from it, its mean. */
export interface SampleSpread {
  readonly p50: number;
  readonly p10: number;
  readonly p90: number;
  readonly mean?: number;
}

export interface Sample {
  readonly costs: Readonly<Record<string, SampleSpread>>;
  readonly cheapest: Readonly<Record<string, number>>;
  /** Against each posture but the last, which is the compared one. */
  readonly saving?: Readonly<Record<string, SampleSpread>>;
  /** What the law says of each posture; it was not asked where there is none. */
  readonly lawful?: Readonly<Record<string, Lawfulness['status']>>;
  /** What the answer saves against others, where that is not the compared one. */
  readonly lead?: Readonly<Record<string, SampleSpread>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const labels: Readonly<Record<string, string>> = {
  'pipl-only': 'PIPL only',
  'pdpo-only': 'PDPO only',
  dual: 'Dual',
};

/** A result of plausible shape about which a test knows every figure. */
export function sampleResult({
  costs,
  cheapest,
  saving = {},
  lawful,
  lead,
  components = {},
}: Sample): Result {
  const ids = Object.keys(costs);
  const tco = mapValues(costs, summaryOf);
  const law = lawful === undefined ? null : sampleLaw(lawful);
  const answer = answerOf(tco, ids, law, () => 2000);
  const [often = ''] = Object.entries(cheapest).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const best = answer.option ?? often;
  const { bestSingle: _hindsight, ...against } = saving;
  return {
    format: 'tandem-result/1',
    manifest: {
      tandem: '0.1.0',
      model: { id: 'compliance-tco', version: '1.0.0', hash: 'a'.repeat(64) },
      scenario: { name: 'A sample', file: 'sample.json', hash: 'b'.repeat(64) },
      asOf: '2026-11-01',
      seed: 1,
      sampling: 'sobol',
      coupling: 'common',
      trials: 10_000,
      replicates: 16,
      years: 5,
      currency: 'HKD',
      exchangeRates: { HKD: 1 },
      resultHash: 'c'.repeat(64),
    },
    postures: ids.map((id) => ({ id, label: labels[id] ?? id, description: '' })),
    labels: { categories: {}, lines: {}, events: {}, lineCategories: {} },
    outputs: { tco },
    answer,
    ...(law === null ? {} : { law }),
    components: mapValues(costs, (_, id) => ({ ...components[id] })),
    componentErrors: mapValues(costs, () => ({})),
    lines: {},
    byYear: {},
    cheapest: { ...cheapest },
    cheapestErrors: mapValues(cheapest, () => 0.001),
    saving: mapValues(saving, savingOf),
    lead: { of: best, against: mapValues(lead ?? against, savingOf) },
    distributions: { tco: {}, saving: {} },
    roi: {},
    payback: {},
    events: {},
    shadow: [],
    claims: [],
    warnings: [],
    inputs: {},
  };
}

/** As much of a diagnosis as words about lawfulness need. */
function sampleLaw(lawful: Readonly<Record<string, Lawfulness['status']>>): LawResult {
  const isOpen = Object.values(lawful).includes('not known');
  const known = { version: '1.0.0', reviewed: '2026-11-01', because: 'it does', rules: ['R2'] };
  const open = isOpen ? ['/company/targetsMainland'] : [];
  const law: Pick<LawResult, 'regimes' | 'postures' | 'questions'> = {
    regimes: [
      {
        ...known,
        id: 'pipl',
        short: 'PIPL',
        title: 'PIPL',
        applies: isOpen ? null : true,
        status: isOpen ? 'not known' : 'applies',
        open,
      },
    ],
    postures: mapValues(lawful, (status) => ({
      keeps: status === 'lawful' ? ['pipl'] : [],
      status,
      meets: [],
      leavesOut:
        status === 'leaves out a law'
          ? [{ regime: 'pipl', rule: 'R2', article: 'PIPL Art. 3 para. 1' }]
          : [],
      exceeds: [],
      open: status === 'not known' ? [{ regime: 'pipl', open }] : [],
      coverage: 1,
      own: null,
    })),
    questions: open.map((pointer) => ({
      pointer,
      number: 6,
      topic: 'offers to the mainland',
      flow: null,
      ask: 'whether it offers goods or services to people in the mainland',
    })),
  };
  return law as LawResult;
}

/** Dual as in the published comparison: cheapest by far, and not always. */
export const clearSample: Sample = {
  costs: {
    'pipl-only': { p10: 3.4e6, p50: 6.45e6, p90: 10.6e6, mean: 6.8e6 },
    'pdpo-only': { p10: 3.1e6, p50: 6.47e6, p90: 11.9e6, mean: 7.2e6 },
    dual: { p10: 3.4e6, p50: 3.64e6, p90: 4.6e6, mean: 3.9e6 },
  },
  cheapest: { 'pipl-only': 0.02, 'pdpo-only': 0.147, dual: 0.833 },
  saving: {
    'pipl-only': { p10: -0.226e6, p50: 2.66e6, p90: 6.33e6 },
    'pdpo-only': { p10: -0.5e6, p50: 2.67e6, p90: 7.6e6 },
    bestSingle: { p10: -0.61e6, p50: 2.27e6, p90: 5.97e6 },
  },
  components: {
    'pipl-only': { fines: 0, audits: 0.25e6, remediations: 5.37e6, attrition: 0.61e6, training: 0 },
    'pdpo-only': { fines: 0.07e6, audits: 0, remediations: 5.37e6, attrition: 0, training: 0 },
    dual: { fines: 2000, audits: 0.25e6, remediations: 0.19e6, attrition: 0, training: 0.23e6 },
  },
};

function summaryOf({ p10, p50, p90, mean = p50 }: SampleSpread): Summary {
  // Straight lines through the three percentiles: enough for layouts and words.
  const quantile = (p: number) =>
    p < 0.5 ? p50 - ((p50 - p10) * (0.5 - p)) / 0.4 : p50 + ((p90 - p50) * (p - 0.5)) / 0.4;
  const error = 2000;
  return {
    mean,
    standardError: error,
    sd: (p90 - p10) / 2.56,
    min: quantile(0),
    max: quantile(1),
    p5: quantile(0.05),
    p10,
    p25: quantile(0.25),
    p50,
    p75: quantile(0.75),
    p90,
    p95: quantile(0.95),
    cvar95: quantile(0.975),
    errors: { p5: error, p10: error, p50: error, p90: error, p95: error, cvar95: error },
    dots: Array.from({ length: 50 }, (_, index) => quantile((index + 0.5) / 50)),
  };
}

function savingOf(spread: SampleSpread): Saving {
  const { p10, p50, p90 } = spread;
  const positive =
    p50 > 0
      ? Math.min(1, 0.5 + (0.4 * p50) / (p50 - p10))
      : Math.max(0, 0.5 + (0.4 * p50) / (p90 - p50));
  return { ...summaryOf(spread), probabilityPositive: positive, probabilityPositiveError: 0.001 };
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
