import { describe, expect, it } from 'vitest';
import { ExactMomentsOf } from '../../src/analysis/exact-moments.ts';
import modelText from '../../models/compliance-tco.json?raw';
import scenarioText from '../../scenarios/published.json?raw';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import { outputOf, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { figureOf, mean, variance } from '../helpers/replicate-figure.ts';

const momentsOfOutput = ({ compiled }: Prepared, name: string, posture: string | null) => {
  const found = compiled.observed.find(
    (each) => each.group === 'output' && each.name === name && each.posture === posture,
  )!;
  return new ExactMomentsOf(compiled.graph).of(found.cell);
};

describe('exact moments of the published scenario', () => {
  const { prepared } = prepare({
    file: 'scenarios/published.json',
    read: () => scenarioText,
    findModel: () => ({ file: 'models/compliance-tco.json', source: modelText }),
  });
  it.each([
    ['pipl-only', 6_800_000],
    ['pdpo-only', 7_200_000],
    ['dual', 3_900_000],
  ])('total cost of %s is %d, to a thousandth of a cent', (posture, total) => {
    const moments = momentsOfOutput(prepared!, 'tco', posture)!;
    expect(Math.abs(moments.mean - total)).toBeLessThan(1e-5);
    expect(moments.variance).toBeGreaterThan(0);
  });
});

const inputs: SmallModel['inputs'] = {
  activity: { default: { dist: 'pert', min: 0.5, mode: 1, max: 1.5 } },
  margin: { unit: 'HKD', default: { dist: 'lognormal', mean: 10, cv: 0.3 } },
  share: { unit: 'share', default: { dist: 'uniform', min: 0.1, max: 0.3 } },
  severity: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 4, cv: 0.7 } },
  fineAmount: { unit: 'HKD', per: 'event', default: { dist: 'lognormal', mean: 6, cv: 1 } },
  rate: { unit: '1/year', by: ['posture'], default: { 'pipl-only': 2, 'pdpo-only': 1, dual: 0.1 } },
};
const events: SmallModel['events'] = {
  case: { frequency: 'poisson', rate: 'rate * activity', amounts: { cost: 'severity * activity' } },
  fine: { of: 'case', chance: '0.25', amounts: { cost: 'min(fineAmount, 1000000000)' } },
  breach: {
    frequency: 'negative-binomial',
    rate: 'rate',
    dispersion: '0.8',
    amounts: { cost: 'severity' },
  },
  audit: { frequency: 'bernoulli', rate: '0.3', amounts: { cost: 'severity' } },
};

describe('exact mean and variance agree with a run within 5 standard errors (15 degrees of freedom: false alarm 2e-4 each; fixed seed)', () => {
  const formulas: Record<string, readonly [string, string]> = {
    productOfInputs: ['HKD', 'margin * share * activity + margin * 2'],
    powerOfInput: ['1', 'activity ^ 3 - activity / 4'],
    compound: ['HKD', 'sum(case.cost, year)'],
    compoundTimesInput: ['HKD', 'sum(case.cost, year) * share'],
    casesAndFines: ['HKD', 'sum(case.cost + fine.cost, year)'],
    overdispersed: ['HKD', 'sum(breach.cost, year)'],
    atMostOne: ['HKD', 'sum(audit.cost, year)'],
    everything: ['HKD', 'margin + sum(case.cost + fine.cost + breach.cost + audit.cost, year)'],
    fines: ['1', 'sum(fine.count, year)'],
  };
  const { columns, prepared } = runSmall({
    inputs,
    events,
    outputs: Object.fromEntries(
      Object.entries(formulas).map(([name, [unit, formula]]) => [name, { unit, formula }]),
    ),
    run: { trials: 100_000, seed: 12 },
  });
  it.each(Object.keys(formulas))('%s', (name) => {
    const posture = name.startsWith('productOf') || name.startsWith('powerOf') ? null : 'pipl-only';
    const exact = momentsOfOutput(prepared, name, posture)!;
    const values = outputOf(columns, name, posture);
    const simulatedMean = figureOf(columns, values, mean);
    const simulatedVariance = figureOf(columns, values, variance);
    expect(Math.abs(simulatedMean.value - exact.mean)).toBeLessThanOrEqual(5 * simulatedMean.error);
    expect(Math.abs(simulatedVariance.value - exact.variance!)).toBeLessThanOrEqual(
      5 * simulatedVariance.error,
    );
  });
});

describe('what is no polynomial of its draws', () => {
  const { prepared } = runSmall({
    inputs,
    events,
    outputs: {
      capped: { unit: 'HKD', formula: 'min(margin, 10)' },
      conditional: { unit: 'HKD', formula: 'activity > 1 ? margin : 0' },
      quotient: { unit: 'HKD', formula: 'margin / activity' },
      difference: {
        unit: 'HKD',
        formula: 'sum(case.cost, year) - at(sum(case.cost, year), posture, "dual")',
      },
    },
    run: { trials: 64 },
  });
  it.each(['capped', 'conditional', 'quotient'])('has no exact moments: %s', (name) => {
    expect(momentsOfOutput(prepared, name, null)).toBeNull();
  });
  it('a difference between postures that share their luck has an exact mean but no variance', () => {
    const moments = momentsOfOutput(prepared, 'difference', 'pipl-only')!;
    // E[activity^2] = 1 + 1/28 for this PERT: both the rate and the severity rise with it.
    expect(moments.mean).toBeCloseTo(2 * 1.9 * 4 * (1 + 0.25 / 7), 9);
    expect(moments.variance).toBeNull();
  });
});
