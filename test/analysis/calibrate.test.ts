import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../src/analysis/calibrate.ts';
import { updateRate } from '../../src/analysis/update-rate.ts';
import { calibrationSchema } from '../../src/schema/calibration.ts';
import type { CalibrationTarget } from '../../src/schema/calibration.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';

const always = () => Promise.resolve(true);
const { source } = preparePublished({ trials: 20_000 }).compiled;
const calibrated = async (...targets: CalibrationTarget[]) => {
  const found = await calibrate(source, targets, always);
  if (found === null) throw new Error('given up');
  return found;
};

describe('calibrate', () => {
  test('moves a normal input exactly as its exponential tilt does', async () => {
    const { prepared } = prepareSmall({
      inputs: {
        a: { default: { dist: 'normal', mean: 500, sd: 50 }, unit: 'HKD/year', range: [0, 1000] },
        b: { default: { dist: 'normal', mean: 100, sd: 25 }, unit: 'HKD/year', range: [0, 1000] },
      },
      lines: { bill: { formula: 'a + b' } },
      run: { trials: 65_536, sampling: 'random' },
    });
    // Total over two years: mean 1200, sd 2 sqrt(50^2 + 25^2). A mean of 1300 moves each input by
    // its covariance with the total, over the variance, times 100.
    const target = { kind: 'mean', posture: 'dual', value: 1300 } as const;
    const found = await calibrate(prepared!.compiled.source, [target], always);
    const after = Object.fromEntries(found!.inputs.map((each) => [each.input, each.after]));
    expect(after['a']).toBeCloseTo(540, 0);
    expect(after['b']).toBeCloseTo(110, 0);
    // Three standard errors.
    expect(Math.abs((found?.inputs[0]?.moved ?? 0) - 0.8)).toBeLessThan(0.012);
    expect(found?.tco['dual']?.after).toBeCloseTo(1300, 4);
    const shift = 100 ** 2 / (4 * (50 ** 2 + 25 ** 2));
    // A standard error of the mean changes the shift by 0.9 %, this by 0.004.
    expect(Math.abs(found!.effectiveTrials / 65_536 - Math.exp(-shift))).toBeLessThan(0.012);
  });

  test.each([1, 2, 3])(
    'tells means of inputs as skewed as they come from the futures, seed %d',
    async (seed) => {
      const { prepared } = prepareSmall({
        inputs: {
          x: {
            default: { dist: 'lognormal', mean: 100, cv: 5 },
            unit: 'HKD/year',
            range: [0, 1e12],
          },
          y: { default: { dist: 'gamma', mean: 100, cv: 10 }, unit: 'HKD/year', range: [0, 1e12] },
          z: {
            default: { dist: 'weibull', shape: 0.3, scale: 10 },
            unit: 'HKD/year',
            range: [0, 1e12],
          },
          n: { default: { dist: 'bernoulli', p: 0.0002 }, unit: 'HKD/year', range: [0, 1] },
        },
        lines: { bill: { formula: 'x + y + z + n' } },
        scenario: { horizon: 1 },
        run: { trials: 65_536, seed },
      });
      const target = { kind: 'mean', posture: 'dual', value: 300 } as const;
      const found = await calibrate(prepared!.compiled.source, [target], always);
      const by = Object.fromEntries(found!.inputs.map((each) => [each.input, each]));
      // Scale times Gamma(1 + 1 / 0.3); the others are as they say. Within what so long tails allow.
      for (const [name, mean] of Object.entries({ x: 100, y: 100, z: 92.605 }))
        expect(Math.abs(by[name]!.before / mean - 1)).toBeLessThan(0.06);
      expect(by['n']!.before).toBeGreaterThan(0.0001);
      expect(by['n']!.before).toBeLessThan(0.0003);
      // What adds up to the cost in every future adds up to the target.
      const after = found!.inputs.reduce((sum, each) => sum + each.after, 0);
      expect(after).toBeCloseTo(300, 6);
      const before = found!.inputs.reduce((sum, each) => sum + each.before, 0);
      expect(before).toBeCloseTo(found!.targets[0]!.before, 6);
    },
  );

  test.each([
    [{ dist: 'gamma', mean: 50, cv: 1 }, 45],
    [{ dist: 'lognormal', mean: 100, cv: 0.5 }, 90],
  ])('an input that is the cost has the mean that the cost is to have: %j', async (spec, value) => {
    const { prepared } = prepareSmall({
      inputs: { a: { default: spec, unit: 'HKD/year', range: [0, 1e9] } },
      lines: { bill: { formula: 'a' } },
      scenario: { horizon: 1 },
      run: { trials: 16_384 },
    });
    const target = { kind: 'mean', posture: 'dual', value } as const;
    const found = await calibrate(prepared!.compiled.source, [target], always);
    expect(found?.inputs[0]?.after).toBeCloseTo(value, 6);
  });

  test('tells an input in its unit, of the posture where it is largest', async () => {
    const { prepared } = prepareSmall({
      inputs: {
        a: {
          default: {
            'pipl-only': 1,
            'pdpo-only': 2,
            dual: 3,
          },
          by: ['posture'],
          unit: 'HKD/year',
          range: [0, 100],
        },
      },
      lines: { bill: { formula: 'a' } },
      run: { trials: 16_384 },
      scenario: {
        horizon: 1,
        currency: 'CNY',
        inputs: {
          a: {
            'pipl-only': 1,
            'pdpo-only': { dist: 'uniform', min: 0, max: 2 },
            dual: { dist: 'uniform', min: 0, max: 20 },
          },
        },
      },
    });
    const target = { kind: 'mean', posture: 'dual', value: 12 } as const;
    const found = await calibrate(prepared!.compiled.source, [target], always);
    // 10 yuan at 1.1.
    expect(found?.inputs[0]?.before).toBeCloseTo(11, 2);
    expect(found?.inputs[0]?.after).toBeCloseTo(12, 6);
  });

  test('meets a published total, a percentile and a history together', async () => {
    const found = await calibrated(
      { kind: 'mean', posture: 'pipl-only', value: 6.5e6 },
      { kind: 'percentile', posture: 'dual', probability: 0.9, value: 5e6 },
      { kind: 'count', posture: 'pdpo-only', event: 'remediation', value: 5 },
    );
    expect(v.safeParse(calibrationSchema, found).issues).toBeUndefined();
    expect(found.tco['pipl-only']?.after).toBeCloseTo(6.5e6, 0);
    expect(found.effectiveTrials).toBeLessThan(found.trials);
    expect(found.effectiveTrials).toBeGreaterThan(0.8 * found.trials);
    // Regulators are what all three turn on.
    expect(found.inputs[0]?.input).toBe('regulatorActivity');
    expect(found.inputs[0]?.after).toBeLessThan(found.inputs[0]!.before);
  });

  test.each([
    [[{ kind: 'mean', posture: 'dual', value: 1000 }], 'a mean of 1000 for dual'],
    [
      [{ kind: 'percentile', posture: 'dual', probability: 0.5, value: 1 }],
      'none of its futures cost so little',
    ],
    [[{ kind: 'mean', posture: 'dual', value: 20e6 }], 'too far from what the scenario expects'],
    [
      [
        { kind: 'mean', posture: 'dual', value: 5e6 },
        { kind: 'mean', posture: 'dual', value: 4e6 },
      ],
      'contradict each other',
    ],
    [[{ kind: 'mean', posture: 'duel', value: 5e6 }], 'no posture "duel"'],
    [[{ kind: 'count', posture: 'dual', event: 'fines', value: 1 }], 'no event "fines"'],
  ] satisfies [CalibrationTarget[], string][])('refuses %j', async (targets, message) => {
    await expect(calibrated(...targets)).rejects.toThrow(message);
  });
});

describe('updateRate', () => {
  test('is the conjugate update of a gamma rate: prior shape 2, 4 years, then 1 event in 4 years', () => {
    const { cv, mean } = updateRate({ mean: 0.5, cv: 1 / Math.sqrt(2) }, 1, 4);
    expect(mean).toBeCloseTo(3 / 8, 12);
    expect(cv).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  test('comes to what was counted as the years grow', () => {
    const { cv, mean } = updateRate({ mean: 5, cv: 1 }, 20_000, 10_000);
    expect(mean).toBeCloseTo(2, 2);
    expect(cv).toBeLessThan(0.01);
  });
});
