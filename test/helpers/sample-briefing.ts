import type { Briefing, InputBriefing, Sketch } from '../../src/schema/briefing.ts';
import { withValue } from '../../src/schema/edited-input.ts';
import type { Value } from '../../src/schema/value-form.ts';

/** An input of which a test says what matters to it. */
export function sampleInput(
  given: Partial<InputBriefing> & { readonly value: Value },
): InputBriefing {
  return {
    name: 'auditCost',
    label: 'Cost of an audit',
    help: 'Fee and own labour of one audit.',
    unit: 'HKD',
    group: 'audits',
    by: [],
    perEvent: false,
    choices: null,
    range: [0, 1_000_000],
    base: given.value,
    changed: false,
    from: 'scenario',
    currency: 'HKD',
    source: null,
    note: null,
    evidence: [],
    sketches: {},
    ...given,
  };
}

/** The same input with another value. */
export const changedTo = (
  input: InputBriefing,
  value: Value,
  sketches: InputBriefing['sketches'] = {},
): InputBriefing => ({ ...withValue(input, value), sketches });

/** A distribution that is as likely anywhere between two ends. */
export function evenSketch(low: number, high: number): Sketch {
  const quantiles = Array.from(
    { length: 50 },
    (_, index) => low + ((index + 0.5) / 50) * (high - low),
  );
  return { quantiles, mean: (low + high) / 2 };
}

export const samplePostures: Briefing['postures'] = [
  { id: 'pipl-only', label: 'PIPL only' },
  { id: 'pdpo-only', label: 'PDPO only' },
  { id: 'dual', label: 'Dual' },
];

/** A small scenario with an input of every kind. */
export function sampleBriefing(inputs: readonly InputBriefing[] = sampleInputs): Briefing {
  return {
    model: { id: 'small', version: '1.0.0', title: 'A small model' },
    scenario: { name: 'A small scenario', description: '' },
    postures: samplePostures,
    years: 3,
    groups: [
      { id: 'audits', label: 'Audits and filings' },
      { id: 'events', label: 'Emergencies' },
      { id: 'controls', label: 'Controls' },
    ],
    inputs,
    formulas: {},
    ratios: {},
    correlations: [],
    profile: {
      company: null,
      flows: null,
      base: { company: null, flows: null },
      currency: 'HKD',
    },
  };
}

const range: Value = { dist: 'pert', min: 100_000, mode: 250_000, max: 400_000, source: 'A2' };

export const sampleInputs: readonly InputBriefing[] = [
  sampleInput({ value: range, evidence: ['A2'], sketches: { '': evenSketch(100_000, 400_000) } }),
  sampleInput({
    name: 'filingCost',
    label: 'Cost of a filing',
    help: 'Preparing and filing one transfer.',
    value: 100_000,
  }),
  sampleInput({
    name: 'emergencyRate',
    label: 'Emergencies a year',
    help: '',
    unit: '1/year',
    group: 'events',
    by: ['posture', 'year'],
    range: [0, 10],
    currency: null,
    value: { 'pipl-only': 1, 'pdpo-only': 1, dual: 0.04 },
  }),
  sampleInput({
    name: 'automationShare',
    label: 'Share that is automated',
    help: '90 % is a vendor’s claim.',
    unit: 'share',
    group: 'controls',
    range: [0, 1],
    currency: null,
    value: 0.5,
  }),
  sampleInput({
    name: 'target',
    label: 'What de-identification lowers',
    help: '',
    unit: '',
    group: 'controls',
    choices: ['none', 'rate', 'severity'],
    range: null,
    currency: null,
    value: 'none',
  }),
];
