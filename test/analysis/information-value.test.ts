import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceSample } from '../../src/analysis/choice-sample.ts';
import type { ChoiceSample } from '../../src/analysis/choice-sample.ts';
import { atLeastParts, GroupInformation } from '../../src/analysis/group-information.ts';
import { valueOfAll, valueOfOne } from '../../src/analysis/information-value.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../src/numeric/normal.ts';
import { quantileBins } from '../../src/numeric/quantile-bins.ts';
import { equalParts, uniformColumns } from '../helpers/uniform-columns.ts';

/** E[max(0, -D)] of a normal difference with this mean and standard deviation: Raiffa and Schlaifer 1961. */
function unitLoss(mean: number, sd: number): number {
  return sd * normalDensity(mean / sd) - mean * normalCdf(-mean / sd);
}

function normals(seed: number, columns: number, trials: number): Float64Array[] {
  return uniformColumns(seed, columns, trials).map((column) => column.map(normalQuantile));
}

function sampleOf(costs: readonly Float64Array[], replicates = 16): ChoiceSample {
  const offsets = equalParts(costs[0]!.length, replicates);
  return choiceSample(costs, { sampling: 'random', offsets });
}

/** Two alternatives whose difference is mean + sum of weight x normal: everything is known of it. */
function linearGaussian(seed: number, mean: number, weights: readonly number[], trials = 65_536) {
  const z = normals(seed, weights.length + 1, trials);
  const common = z[weights.length]!;
  const first = common.map((each) => 10 + 4 * each);
  const second = first.map((each, trial) =>
    weights.reduce((sum, weight, k) => sum + weight * z[k]![trial]!, each + mean),
  );
  return { z, sample: sampleOf([first, second]) };
}

const one = (sample: ChoiceSample, x: Float64Array) => ({
  ...valueOfOne(sample, quantileBins(x, 16), x),
  upper: Infinity,
});

function groupsOf(sample: ChoiceSample, z: readonly Float64Array[], groups: readonly string[][]) {
  const scores = z.map((each, k) => ({ id: String(k), scores: each, weight: z.length - k }));
  const information = new GroupInformation(sample, scores);
  const found = groups.map((ids) => {
    const set = new Set(ids);
    return { ids: set, found: { ...information.valueOf(set), upper: Infinity } };
  });
  const singles = [...new Set(groups.flat())].map((id) => ({
    ids: new Set([id]),
    found: one(sample, z[Number(id)]!),
  }));
  return atLeastParts([...found, ...singles]).slice(0, groups.length);
}

describe('a linear decision with normal inputs', () => {
  const weights = [1.5, 0.8, 0.3];
  const { sample, z } = linearGaussian(1, 1, weights);

  test('EVPI is the closed form within its error', () => {
    const { error, value } = valueOfAll(sample);
    const exact = unitLoss(1, Math.hypot(...weights));
    expect(error).toBeLessThan(0.02 * exact);
    expect(Math.abs(value - exact)).toBeLessThan(3.5 * error);
  });

  test.each([0, 1, 2])('EVPPI of input %d is the closed form within its error', (index) => {
    const { error, value } = one(sample, z[index]!);
    const exact = unitLoss(1, weights[index]!);
    expect(Math.abs(value - exact)).toBeLessThan(3.5 * error + 0.002);
    expect(value).toBeLessThan(exact + 3.5 * error);
  });

  test.each([
    [
      ['0', '1'],
      [1.5, 0.8],
    ],
    [
      ['1', '2'],
      [0.8, 0.3],
    ],
    [['0', '1', '2'], weights],
  ])('EVPPI of inputs %s together is the closed form within its error', (ids, own) => {
    const [found] = groupsOf(sample, z, [ids]);
    const exact = unitLoss(1, Math.hypot(...own));
    expect(Math.abs(found!.value - exact)).toBeLessThan(3.5 * found!.error + 0.002);
  });
});

test('EVPPI agrees with a nested simulation where the decision is not linear', () => {
  // Alternative B costs x * y against a sure 1, with x lognormal and y = exp(0.8 z - 0.32).
  const trials = 65_536;
  const [x, y] = normals(3, 2, trials) as [Float64Array, Float64Array];
  const sure = new Float64Array(trials).fill(1);
  const price = x.map((each) => Math.exp(each - 0.5));
  const risky = price.map((each, i) => each * Math.exp(0.8 * y[i]! - 0.32) + 0.1);
  const sample = sampleOf([sure, risky]);
  const { error, value } = one(sample, price);
  // Outer loop over x, inner mean over y of its own draws.
  const [outer] = normals(4, 1, 4000) as [Float64Array];
  const [inner] = normals(5, 1, 4000) as [Float64Array];
  const innerMean = inner.reduce((sum, z) => sum + Math.exp(0.8 * z - 0.32), 0) / inner.length;
  const costs = [...outer].map((z) => 0.1 + Math.exp(z - 0.5) * innerMean);
  const nested =
    Math.min(1, costs.reduce((sum, each) => sum + each, 0) / costs.length) -
    costs.reduce((sum, each) => sum + Math.min(1, each), 0) / costs.length;
  // The standard error of the nested figure is about 0.006.
  expect(Math.abs(value - nested)).toBeLessThan(3.5 * error + 0.02);
});

test('0 <= EVPPI(A) <= EVPPI(A and B) <= EVPI, whatever the decision', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (seed, w, mean) => {
        const z = normals(seed, 3, 2048);
        const cost = (a: number, b: number, c: number, shift: number) =>
          z[0]!.map((x, i) => shift + a * x + b * z[1]![i]! * x + c * Math.abs(z[2]![i]!));
        const sample = sampleOf(
          [cost(0, 0, 0, 0), cost(w[0]!, w[1]!, w[2]!, mean), cost(w[3]!, w[4]!, w[5]!, 0.2)],
          8,
        );
        const all = valueOfAll(sample).value;
        const groups = [['0'], ['1'], ['0', '1'], ['0', '1', '2']];
        const [a, b, ab, abc] = groupsOf(sample, z, groups).map(({ value }) => value);
        const chain = [0, Math.max(a!, b!), ab!, abc!, all];
        for (let i = 1; i < chain.length; i++)
          expect(chain[i]).toBeGreaterThanOrEqual(chain[i - 1]! - 1e-12);
      },
    ),
    { numRuns: 60, seed: 11 },
  );
});

test('EVPPI of an input that nothing uses is about 0, also where alternatives nearly tie', () => {
  for (let seed = 20; seed < 40; seed++) {
    const { sample } = linearGaussian(seed, 0.02, [1], 16_384);
    const [unused] = normals(1000 + seed, 1, 16_384) as [Float64Array];
    const { error, value } = one(sample, unused);
    // 20 tries at 3.5 standard errors: false alarm below one in a hundred.
    expect(value).toBeLessThan(3.5 * error);
    expect(value).toBeLessThan(0.03 * valueOfAll(sample).value);
  }
});

test('what is known of a shared cost is worth nothing', () => {
  const { sample, z } = linearGaussian(7, 1, [0.5, 0.2]);
  const { error, value } = one(sample, z[2]!);
  expect(value).toBeLessThanOrEqual(3.5 * error);
});
