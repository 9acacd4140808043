import { describe, expect, it } from 'vitest';
import { ExactMomentsOf } from '../../src/analysis/exact-moments.ts';
import { shadowOf } from '../../src/analysis/exact-shadow.ts';
import modelText from '../../models/compliance-tco.json?raw';
import scenarioText from '../../scenarios/published.json?raw';
import { parseFormula } from '../../src/language/parse-formula.ts';
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
    parse: parseFormula,
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
    expect(Math.abs(moments.mean / total - 1)).toBeLessThan(1e-9);
    expect(Math.abs(moments.mean - total)).toBeLessThan(1e-5);
    expect(moments.variance).toBeGreaterThan(0);
  });
  it('the shadow has total cost and every category, line and event that varies, categories adding up', () => {
    const { compiled } = prepared!;
    const shadow = shadowOf(compiled, () => ({ mean: 1, standardError: 2 }));
    for (const posture of ['pipl-only', 'pdpo-only', 'dual']) {
      const own = shadow.filter((each) => each.posture === posture);
      const ids = own.map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { group, name, year, cell, ...each } of compiled.observed) {
        if (each.posture !== posture || year !== null) continue;
        if (!['category', 'event'].includes(group) || compiled.graph.constantOf(cell) !== null)
          continue;
        expect(ids, `${group} ${name}`).toContain(`${group}.${name}`);
      }
      const constants = compiled.observed
        .filter((each) => each.group === 'category' && each.posture === posture)
        .reduce((sum, each) => sum + (compiled.graph.constantOf(each.cell) ?? 0), 0);
      const varying = own
        .filter((each) => each.id.startsWith('category.'))
        .reduce((sum, each) => sum + each.exactMean, 0);
      const total = own.find((each) => each.id === 'output.tco')!;
      expect((constants + varying) / total.exactMean).toBeCloseTo(1, 12);
      expect(own.every((each) => each.exactSd !== null && each.exactSd > 0)).toBe(true);
      expect(total.z).toBe((1 - total.exactMean) / 2);
    }
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

describe('closed forms', () => {
  const normal = (mean: number, sd: number) => ({ dist: 'normal', mean, sd });
  const names = Array.from({ length: 200 }, (_, index) => `part${index}`);
  const formulas: Record<string, readonly [string, string]> = {
    square: ['1', 'gain * gain'],
    fourth: ['1', 'noise ^ 4'],
    ofMany: ['1', names.join(' + ')],
    product: ['1', `(${names.slice(0, 20).join(' + ')}) * (${names.slice(20, 40).join(' + ')})`],
    moved: ['1', 'at(kind, posture, "dual") - at(kind, posture, "pipl-only")'],
    unlike: ['1', 'at(kind, posture, "dual") - at(kind, posture, "pdpo-only")'],
    together: ['1', 'tied + bound'],
    alone: ['1', 'tied * 2'],
    farCap: ['1', 'min(light, 1000000)'],
    farFloor: ['1', 'max(noise, -30)'],
    capAtEnd: ['1', 'min(share, 1)'],
    nearCap: ['1', 'min(light, 100)'],
    farCapOnHeavy: ['1', 'min(heavy, 300000000000000)'],
    cases: ['HKD', 'sum(case.cost, year)'],
    difference: ['HKD', 'sum(case.cost, year) - at(sum(case.cost, year), posture, "dual")'],
    mixed: ['HKD', 'sum(case.cost - case.other, year)'],
  };
  const small: SmallModel = {
    inputs: {
      gain: { default: { dist: 'gamma', shape: 3, scale: 2 } },
      noise: { default: normal(0, 1) },
      share: { default: { dist: 'beta', alpha: 2, beta: 2 } },
      light: { default: { dist: 'gamma', mean: 10, cv: 1 } },
      heavy: { default: { dist: 'weibull', shape: 0.1, scale: 1 } },
      kind: {
        by: ['posture'],
        default: {
          'pipl-only': normal(1, 1),
          'pdpo-only': { dist: 'uniform', min: 0, max: 1 },
          dual: normal(2, 3),
        },
      },
      tied: { default: normal(1, 1) },
      bound: { default: normal(1, 1) },
      rate: {
        unit: '1/year',
        by: ['posture'],
        default: { 'pipl-only': 2, 'pdpo-only': 1, dual: 0.5 },
      },
      severity: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 4, cv: 0.5 } },
      ...Object.fromEntries(names.map((name) => [name, { default: normal(1, 2) }])),
    },
    events: {
      case: {
        frequency: 'poisson',
        rate: 'rate',
        amounts: { cost: 'severity', other: 'severity * 3' },
      },
    },
    outputs: Object.fromEntries(
      Object.entries(formulas).map(([name, [unit, formula]]) => [name, { unit, formula }]),
    ),
    scenario: { correlations: [['bound', 'tied', 0.5]] },
    run: { trials: 64, coupling: 'independent' },
  };
  const { prepared } = runSmall(small);
  const moments = (name: string, posture: string | null = null) =>
    momentsOfOutput(prepared, name, posture);

  it.each([
    // Gamma(3) times 2: E[X^k] = 2^k 3 4 .. (3 + k - 1).
    ['square', 48, 16 * 360 - 48 * 48],
    ['ofMany', 200, 800],
    // Of two independent sums with mean 20 and variance 80.
    ['product', 400, 80 * 80 + 2 * 80 * 400],
    // 2 + 3 Z - (1 + Z): one draw through one standard table.
    ['moved', 1, 4],
    ['farCap', 10, 100],
    ['farFloor', 0, 1],
    ['capAtEnd', 0.5, 0.05],
  ])('%s has mean %d and variance %d', (name, mean, variance) => {
    const found = moments(name)!;
    expect(Math.abs(found.mean - mean)).toBeLessThan(1e-10 * Math.max(1, mean));
    expect(Math.abs(found.variance! / variance - 1)).toBeLessThan(1e-10);
  });
  it('has a mean but no variance where that needs the eighth moment, or two functions of one draw', () => {
    expect(moments('fourth')!.mean).toBeCloseTo(3, 12);
    expect(moments('fourth')!.variance).toBeNull();
    expect(moments('unlike')!.mean).toBeCloseTo(1.5, 12);
    expect(moments('unlike')!.variance).toBeNull();
  });
  it.each(['together', 'alone'])('has none for correlated draws, whichever of them: %s', (name) => {
    // The first of a group in the alphabet keeps its own draw; "tied" comes after "bound".
    expect(moments(name)).toBeNull();
  });
  it.each(['nearCap', 'farCapOnHeavy'])(
    'has none for a cap that matters, near or on a tail so heavy that distance is no help: %s',
    (name) => {
      expect(moments(name)).toBeNull();
    },
  );
  it('two amounts of the same events vary together, those of two postures apart if luck is', () => {
    const second = 16 * 1.25;
    expect(moments('cases', 'pipl-only')).toEqual({
      mean: expect.closeTo(16, 10),
      variance: expect.closeTo(4 * second, 10),
    });
    // X - 3 X for each event: 4 (rate over two years) times E[4 X^2].
    expect(moments('mixed', 'pipl-only')!.variance).toBeCloseTo(4 * 4 * second, 10);
    expect(moments('difference', 'pipl-only')!.variance).toBeCloseTo((4 + 1) * second, 10);
  });
});
