import published from '../../scenarios/published.json' with { type: 'json' };
import type { Result } from '../../src/schema/result.ts';
import { scenarioResult } from './scenario-result.ts';

type Inputs = Readonly<Record<string, unknown>>;

const amounts = [
  'upgradeCost',
  'monitoringCost',
  'programmeCost',
  'trainingCost',
  'isolationRunningCost',
  'auditCost',
  'filingCost',
  'remediationCost',
  'investigationCost',
  'fineAmount',
  'marginAtRisk',
];
const nothing: Inputs = {
  ...Object.fromEntries(
    ['upgradeCost', 'monitoringCost', 'programmeCost', 'trainingCost', 'isolationRunningCost'].map(
      (name) => [name, 0],
    ),
  ),
  auditsPerYear: 0,
  filingsPerYear: 0,
  remediationRate: 0,
  investigationRate: 0,
  attritionExposure: 0,
};

/** Every amount of the published scenario times a factor. */
function scaled(factor: number): Inputs {
  const inputs = published.inputs as Inputs;
  return Object.fromEntries(amounts.map((name) => [name, times(inputs[name], factor)]));
}

function times(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  const entries = Object.entries(value as Inputs);
  const isSpread = entries.some(([key]) => key === 'dist');
  return Object.fromEntries(
    entries.map(([key, each]) => {
      const isAmount = isSpread
        ? ['min', 'mode', 'max', 'mean'].includes(key)
        : key === 'value' || typeof each === 'number';
      return [key, isAmount ? times(each, factor) : each];
    }),
  );
}

/** What the compared posture has, for all of them. */
function alike(): Inputs {
  const inputs = Object.entries(published.inputs as Inputs);
  return Object.fromEntries(
    inputs.flatMap(([name, given]) => {
      const entry = given as { readonly value?: Inputs; readonly dual?: unknown };
      const own = entry.dual ?? entry.value?.['dual'];
      return own === undefined ? [] : [[name, own]];
    }),
  );
}

function onlyOne(result: Result): Result {
  const pick = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => id === 'dual'));
  return {
    ...result,
    postures: result.postures.filter(({ id }) => id === 'dual'),
    outputs: { tco: pick(result.outputs['tco'] ?? {}) },
    components: pick(result.components),
    lines: pick(result.lines),
    byYear: pick(result.byYear),
    distributions: { tco: pick(result.distributions.tco), saving: {} },
    cheapest: { dual: 1 },
    saving: {},
    roi: {},
    payback: {},
  };
}

const changes = {
  published: {},
  'dual not worth its price': {
    inputs: { remediationRate: { value: { 'pipl-only': 0.2, 'pdpo-only': 0.2 } } },
  },
  'six postures': {
    postures: {
      'status-quo': { label: 'Leave things as they are', like: 'pipl-only' },
      outsourced: { label: 'Dual, run by a provider', like: 'dual' },
      split: { label: 'Two separate programmes', like: 'dual' },
    },
    inputs: {
      programmeCost: { value: { outsourced: 420_000, split: 700_000, 'status-quo': 0 } },
      auditsPerYear: { 'status-quo': 0, split: 1 },
    },
  },
  'a long name': {
    postures: {
      both: {
        label: 'Both laws, with two separate programmes run by the two legal departments',
        like: 'dual',
      },
    },
    inputs: { programmeCost: { both: 700_000 } },
  },
  'one year': { horizon: 1 },
  'thirty years': { horizon: 30 },
  'no costs at all': { inputs: nothing },
  'dual alone costs anything': {
    inputs: {
      ...nothing,
      upgradeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 600_000 },
      programmeCost: { 'pipl-only': 0, 'pdpo-only': 0, dual: 150_000 },
    },
  },
  'nothing uncertain': {
    inputs: {
      ...nothing,
      upgradeCost: { value: { 'pipl-only': 0, 'pdpo-only': 0, dual: 600_000 }, times: 1 },
      programmeCost: {
        value: { 'pipl-only': 91_150, 'pdpo-only': 380_000, dual: 150_000 },
        times: 1,
      },
    },
  },
  'alike postures': { inputs: alike() },
  'thousands of dollars': { inputs: scaled(0.002) },
  'single dollars': { inputs: scaled(0.000_02) },
  'billions of dollars': {
    inputs: {
      ...scaled(3000),
      remediationCost: { dist: 'lognormal', mean: 4_000_000, cv: 0.5 },
      remediationRate: { 'pipl-only': 40, 'pdpo-only': 90, dual: 20 },
    },
  },
  'a line that takes cost away': {
    lines: {
      insurance: {
        label: 'Cyber insurance premium',
        category: 'monitoring',
        kind: 'running',
        formula: '0.8 * programmeCost',
      },
      relief: {
        label: 'Tax relief on the programme',
        category: 'disruption',
        kind: 'running',
        formula: '-0.3 * programmeCost',
      },
    },
  },
} as const;

export type OddCase = keyof typeof changes | 'one posture';

const made = new Map<OddCase, Result>();

/** Results that a picture must not be embarrassed by, run from changed scenarios. */
export const oddCases: readonly OddCase[] = [
  ...(Object.keys(changes) as (keyof typeof changes)[]),
  'one posture',
];

export function oddResult(name: OddCase): Result {
  const known = made.get(name);
  if (known !== undefined) return known;
  const result =
    name === 'one posture' ? onlyOne(oddResult('published')) : scenarioResult(changes[name]);
  made.set(name, result);
  return result;
}
