import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import modelText from '../../models/compliance-tco.json?raw';
import publishedText from '../../scenarios/published.json?raw';
import { calibrateInputs } from '../../src/analysis/calibrate-inputs.ts';
import { momentsOf } from '../../src/numeric/moments.ts';
import { costsOf } from '../../src/analysis/decision-run.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { inputCalibrationSchema } from '../../src/schema/calibration.ts';
import type { CalibrationTarget } from '../../src/schema/calibration.ts';
import { scaleValue } from '../../src/schema/scale-value.ts';
import type { Value } from '../../src/schema/value-form.ts';
import { smallModelFiles } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

type Values = Readonly<Record<string, Value>>;
const always = () => Promise.resolve(true);

/** Prepares two texts with other values, by the very path that a changed scenario takes. */
function open(model: string, scenario: string, trials: number) {
  return (inputs: Values) => {
    const { prepared, issues } = prepare({
      parse: parseFormula,
      file: 'scenario.json',
      read: () => scenario,
      findModel: () => ({ file: 'model.json', source: model }),
      changes: { inputs },
      run: { trials },
    });
    if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
    return prepared;
  };
}

async function calibrated(
  preparedWith: ReturnType<typeof open>,
  targets: readonly CalibrationTarget[],
  inputs: readonly string[] | null = null,
  start: Values = {},
) {
  const prepared = preparedWith(start);
  const { source } = prepared.compiled;
  const defaults = Object.entries(source.model.inputs).map(([name, each]) => [name, each.default]);
  const found = await calibrateInputs({
    source,
    targets,
    values: { ...Object.fromEntries(defaults), ...(prepared.identity.given as Values) },
    sourceWith: (values) => preparedWith({ ...start, ...values }).compiled.source,
    inputs,
    pause: always,
  });
  if (found === null) throw new Error('given up');
  expect(v.safeParse(inputCalibrationSchema, found.found).issues).toBeUndefined();
  const moved = Object.fromEntries(found.found.inputs.map((each) => [each.input, each]));
  return { ...found, moved };
}

function small(model: SmallModel, trials = 8192) {
  const files = smallModelFiles(model);
  return open(files.model, files.scenario, trials);
}

const published = open(modelText, publishedText, 16_384);
const mean = (posture: string, value: number) => ({ kind: 'mean', posture, value }) as const;

describe('calibrateInputs', () => {
  test('moves normal inputs of a straight model as Lagrange would', async () => {
    // Total over two years 2 a + 2 b: mean 1200. A move by standard deviations x costs x^2, so that
    // a target 100 higher asks for x_a : x_b = 50 : 25, and 100 = 2 (50 x_a + 25 x_b).
    const { found, moved } = await calibrated(
      small({
        inputs: {
          a: { default: { dist: 'normal', mean: 500, sd: 50 }, unit: 'HKD/year', range: [0, 1000] },
          b: { default: { dist: 'normal', mean: 100, sd: 25 }, unit: 'HKD/year', range: [0, 1000] },
        },
        lines: { bill: { formula: 'a + b' } },
      }),
      [mean('dual', 1300)],
    );
    expect(moved['a']?.moved).toBeCloseTo(0.8, 2);
    expect(moved['b']?.moved).toBeCloseTo(0.4, 2);
    expect(moved['a']?.after).toBeCloseTo(540, 0);
    expect(moved['b']?.after).toBeCloseTo(110, 0);
    expect(found.distance).toBeCloseTo(Math.sqrt(0.8 ** 2 + 0.4 ** 2), 2);
  });

  test('moves factors of a product in proportion to their spread, on the scale of logarithms', async () => {
    const lognormal = (median: number, sigma: number) => ({
      dist: 'lognormal',
      median,
      sigma,
    });
    const { moved } = await calibrated(
      small({
        inputs: {
          a: { default: lognormal(100, 0.3), unit: 'HKD/year', range: [0, 1e6] },
          b: { default: lognormal(2, 0.1), unit: '1', range: [0, 100] },
        },
        lines: { bill: { formula: 'a * b' } },
      }),
      [{ kind: 'percentile', posture: 'dual', probability: 0.5, value: 2 * 200 * Math.E ** 0.2 }],
    );
    // The median is that of the product, 200 a year: log 0.2 higher, of which 0.3^2 / (0.3^2 + 0.1^2)
    // falls on a. The median of 8,192 low-discrepancy points is within 0.5 % of the truth.
    expect(Math.log(moved['a']?.factor ?? 0)).toBeCloseTo(0.18, 2);
    expect(Math.log(moved['b']?.factor ?? 0)).toBeCloseTo(0.02, 2);
    expect(moved['a']?.moved).toBeCloseTo(0.6, 1);
  });

  test('changes nothing where the scenario meets the targets already', async () => {
    const { source } = published({}).compiled;
    const { costs } = await costsOf(source, 16_384, () => Promise.resolve());
    const targets = source.postures.map((posture, index) =>
      mean(posture, momentsOf(costs[index] ?? new Float64Array(0)).mean),
    );
    const { found, values } = await calibrated(published, targets);
    expect(found.distance).toBe(0);
    expect(found.inputs.every(({ factor }) => factor === 1)).toBe(true);
    expect(values).toEqual({});
  });

  test('brings perturbed inputs back to the published totals, and values run as they are told', async () => {
    const given = published({}).identity.given as Values;
    const perturbed = (name: string, factor: number) =>
      scaleValue(given[name] ?? 0, factor, [0, Infinity]) ?? 0;
    const start = {
      monitoringCost: perturbed('monitoringCost', 1.3),
      remediationRate: perturbed('remediationRate', 0.85),
      marginAtRisk: perturbed('marginAtRisk', 0.9),
    };
    const totals = async (values: Values) => {
      const { source } = published(values).compiled;
      const { costs } = await costsOf(source, 16_384, () => Promise.resolve());
      return costs.map((cost) => momentsOf(cost).mean);
    };
    const truth = await totals({});
    const targets = ['pipl-only', 'pdpo-only', 'dual'].map((posture, index) =>
      mean(posture, truth[index] ?? NaN),
    );
    const { found, moved, values } = await calibrated(
      published,
      targets,
      Object.keys(start),
      start,
    );
    // Three totals and three inputs: only the published values meet them.
    expect(moved['monitoringCost']?.factor).toBeCloseTo(1 / 1.3, 2);
    expect(moved['remediationRate']?.factor).toBeCloseTo(1 / 0.85, 2);
    expect(moved['marginAtRisk']?.factor).toBeCloseTo(1 / 0.9, 2);
    for (const [index, total] of (await totals({ ...start, ...values })).entries()) {
      expect(total / (truth[index] ?? NaN)).toBeCloseTo(1, 3);
      expect(found.targets[index]?.after).toBeCloseTo(total, 3);
    }
  });

  test('weighs a history against the scenario: one event of 2.0 M in four years', async () => {
    const { found } = await calibrated(
      small(
        {
          inputs: {
            rate: {
              default: { dist: 'gamma', shape: 4, scale: 0.25 },
              unit: '1/year',
              range: [0, 100],
            },
            price: {
              default: { dist: 'lognormal', mean: 1000, cv: 0.5 },
              unit: 'HKD',
              per: 'event',
              range: [0, 1e6],
            },
          },
          events: { fine: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'price' } } },
          lines: { fines: { kind: 'loss', formula: 'fine.cost' } },
        },
        16_384,
      ),
      [{ kind: 'history', posture: 'dual', event: 'fine', count: 1, years: 4, value: 2000 }],
    );
    const [count, amount] = found.targets;
    // A gamma rate of shape 4 and mean 1 has seen 4 events in 4 years; 5 in 8 then, over two years.
    expect(count?.before).toBeCloseTo(2, 2);
    expect(count?.asked).toBeCloseTo(2 * (5 / 8), 1);
    // One event of spread 50 % against a level of spread 25 %: a fifth of the way. Amounts of 32,000
    // simulated events: within 1 % of their mean.
    expect(Math.abs((amount?.asked ?? 0) - 1200)).toBeLessThan(15);
    expect((amount?.after ?? 0) / (amount?.asked ?? 1)).toBeCloseTo(1, 3);
  });

  const history = { kind: 'history', posture: 'dual', event: 'fine', count: 12, years: 4 } as const;
  const counted = (rate: object | number) =>
    small(
      {
        inputs: {
          rate: { default: rate, unit: '1/year', range: [0, 100] },
          price: { default: 1000, unit: 'HKD', range: [0, 1e6] },
        },
        events: { fine: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'price' } } },
        lines: { fines: { kind: 'loss', formula: 'fine.cost' } },
      },
      16_384,
    );

  test('a history outweighs a scenario that is said to stand for few years, and the posterior is shown', async () => {
    const plain = counted(1);
    const asked = async (priorYears?: number) => {
      const target = { ...history, ...(priorYears === undefined ? {} : { priorYears }) };
      return (await calibrated(plain, [target], ['rate'])).found.targets[0]!;
    };
    // As uncertain as a plain rate is taken to be, 25 %, it stands for 16 years: (16 + 12) / (16 + 4).
    const usual = await asked();
    expect(usual.rate?.priorYears).toBeCloseTo(16, 9);
    expect(usual.rate?.posterior.mean).toBeCloseTo(28 / 20, 9);
    // One year: (1 + 12) / (1 + 4), near the 3 a year that were counted.
    const weak = await asked(1);
    expect(weak.asked).toBeCloseTo(2 * (13 / 5), 9);
    expect(weak.after / weak.asked).toBeCloseTo(1, 3);
    expect(weak.rate?.prior.mean).toBeCloseTo(1, 9);
    expect(weak.rate?.posterior.mean).toBeCloseTo(13 / 5, 9);
    // A gamma of shape 1 is exponential: its 5th and 95th percentile.
    expect(weak.rate?.prior.p5).toBeCloseTo(-Math.log(0.95), 6);
    expect(weak.rate?.prior.p95).toBeCloseTo(-Math.log(0.05), 6);
    // Shape 13: half of a chi-square of 26 degrees of freedom, over 5 years (tables: 15.379, 38.885).
    expect(weak.rate?.posterior.p5).toBeCloseTo(15.379 / 10, 3);
    expect(weak.rate?.posterior.p95).toBeCloseTo(38.885 / 10, 3);
    // A hundred years: the history moves it little.
    expect((await asked(100)).rate?.posterior.mean).toBeCloseTo(112 / 104, 9);
  });

  test('a rate with a range of its own is believed as far as that says', async () => {
    const rate = { dist: 'gamma', mean: 1, cv: 0.1 };
    const { found } = await calibrated(counted(rate), [history]);
    expect(found.targets[0]?.rate?.priorYears).toBeCloseTo(100, 0);
    expect(found.targets[0]?.rate?.posterior.mean).toBeCloseTo(112 / 104, 2);
  });

  test('a plain rate that an uncertain factor moves is as uncertain as both', async () => {
    // 1 in 25 years, 25 %, times a PERT of .5 to 1.5 whose standard deviation is 18.9 %.
    const target = { ...history, event: 'investigation', posture: 'pdpo-only', count: 1 };
    const { found, moved } = await calibrated(published, [target]);
    const [first] = found.targets;
    expect(moved['regulatorActivity']?.spread).toBeCloseTo(Math.sqrt(1 / 28), 6);
    const cv2 = (1 + 1 / 16) * (1 + 1 / 28) - 1;
    const years = 1 / (cv2 * 0.04);
    expect((first?.rate?.priorYears ?? 0) / years).toBeCloseTo(1, 2);
    expect(first?.asked).toBeCloseTo(5 * ((0.04 * years + 1) / (years + 4)), 3);
    expect(first?.asked).toBeCloseTo(0.2166, 3);
  });

  test('a cost that was seen weighs as the years do that the scenario stands for', async () => {
    const target = { ...history, count: 2, value: 4000, priorYears: 2 };
    const { found } = await calibrated(counted(1), [target], ['rate', 'price']);
    const amount = found.targets.find(({ about }) => about === 'amount');
    // Two were seen; two years at one a year stand for two more.
    expect(Math.abs((amount?.asked ?? 0) - 2500)).toBeLessThan(1);
  });

  test('standard deviations are ones: of the distribution, not of a part of its percentiles', async () => {
    const specs = {
      pert: [{ dist: 'pert', min: 0.5, mode: 1, max: 1.5 }, Math.sqrt(1 / 28)],
      gamma: [{ dist: 'gamma', mean: 1, cv: 1 }, 1],
      lognormal: [{ dist: 'lognormal', mean: 1, cv: 3 }, 3],
      normal: [{ dist: 'normal', mean: 1, sd: 0.1 }, 0.1],
    } as const;
    const inputs = Object.fromEntries(
      Object.entries(specs).map(([name, [spec]]) => [
        name,
        { default: spec, unit: 'HKD/year', range: [0, 1e9] },
      ]),
    );
    const { moved } = await calibrated(
      small({ inputs, lines: { bill: { formula: Object.keys(inputs).join(' + ') } } }),
      [mean('dual', 10)],
      Object.keys(inputs),
    );
    for (const [name, [, sd]] of Object.entries(specs))
      expect(moved[name]?.spread).toBeCloseTo(sd, 6);
  });

  test.each([
    [
      mean('dual', 1000),
      null,
      /no values within 4 standard deviations give a mean cost of dual of 1000: it is 39\d\d000 now/,
    ],
    [mean('dual', 4e6), ['fineAmount', 'trustDrop'], /as near as inputs come/],
    [
      mean('dual', 4e6),
      ['fineAmuont'],
      /no input "fineAmuont"; did you mean "fineAmount"|Did you mean/i,
    ],
    [mean('dual', 4e6), ['deidentificationTarget'], /cannot be multiplied/],
    [mean('duel', 4e6), null, /no posture "duel"/],
    [{ kind: 'count', posture: 'dual', event: 'fines', value: 1 }, null, /no event "fines"/],
    [
      { kind: 'amount', posture: 'dual', event: 'fine', amount: 'price', value: 1 },
      null,
      /name an amount of fine: it has cost/,
    ],
    [
      { kind: 'history', posture: 'pipl-only', event: 'fine', count: 1, years: 4 },
      null,
      /fine never happens under pipl-only/,
    ],
  ] satisfies [CalibrationTarget, string[] | null, RegExp][])(
    'refuses %j by %j',
    async (target, inputs, message) => {
      await expect(calibrated(published, [target], inputs)).rejects.toThrow(message);
    },
  );

  test('ends when it is no longer wanted', async () => {
    const { source } = published({}).compiled;
    const task = { source, targets: [mean('dual', 4e6)], values: {}, inputs: null };
    const pause = () => Promise.resolve(false);
    expect(await calibrateInputs({ ...task, sourceWith: () => source, pause })).toBeNull();
  });
});
