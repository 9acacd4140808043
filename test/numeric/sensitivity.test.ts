import { describe, expect, test } from 'vitest';
import { binnedSums, explainedBy } from '../../src/numeric/binned-fit.ts';
import { addEquations, normalEquations, solveFor } from '../../src/numeric/normal-equations.ts';
import { normalScores } from '../../src/numeric/normal-scores.ts';
import { quantileBins } from '../../src/numeric/quantile-bins.ts';
import { totalShare } from '../../src/numeric/total-share.ts';
import { variance } from '../helpers/replicate-figure.ts';
import { equalParts, uniformColumns } from '../helpers/uniform-columns.ts';

const trials = 65_536;
const all = [...Array(16).keys()];

/** First-order and total shares of a function of uniform inputs, as the analysis finds them. */
function sharesOf(
  inputs: number,
  seed: number,
  of: (at: (input: number) => number) => number,
): { readonly first: readonly number[]; readonly total: readonly number[] } {
  const columns = uniformColumns(seed, 2 * inputs, trials);
  const evaluate = (again: number | null) =>
    Float64Array.from({ length: trials }, (_, trial) =>
      of((input) => columns[input === again ? input + inputs : input]![trial]!),
    );
  const y = evaluate(null);
  const mean = y.reduce((sum, each) => sum + each, 0) / trials;
  const centred = y.map((each) => each - mean);
  const offsets = equalParts(trials, 16);
  const first = columns.slice(0, inputs).map((column) => {
    const sums = binnedSums(quantileBins(column, 32), column, [centred], offsets);
    return explainedBy(sums, all).shares[0]!;
  });
  const total = Array.from({ length: inputs }, (_, input) =>
    totalShare(y, evaluate(input), variance(y)),
  );
  return { first, total };
}

describe('variance shares', () => {
  test('of the Ishigami function (Homma and Saltelli 1996), within 0.01', () => {
    const [a, b] = [7, 0.1];
    const found = sharesOf(3, 1, (u) => {
      const x = (input: number) => Math.PI * (2 * u(input) - 1);
      return Math.sin(x(0)) + a * Math.sin(x(1)) ** 2 + b * x(2) ** 4 * Math.sin(x(0));
    });
    const first = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
    const second = a ** 2 / 8;
    const joint = (8 * b ** 2 * Math.PI ** 8) / 225;
    const whole = first + second + joint;
    for (const [index, exact] of [first / whole, second / whole, 0].entries())
      expect(Math.abs(found.first[index]! - exact)).toBeLessThan(0.01);
    for (const [index, exact] of [(first + joint) / whole, second / whole, joint / whole].entries())
      expect(Math.abs(found.total[index]! - exact)).toBeLessThan(0.01);
  });

  test('of the g function of Sobol with eight inputs, within 0.01', () => {
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const found = sharesOf(8, 2, (u) =>
      a.reduce((product, each, i) => (product * (Math.abs(4 * u(i) - 2) + each)) / (1 + each), 1),
    );
    const parts = a.map((each) => 1 / 3 / (1 + each) ** 2);
    const whole = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    for (const [index, part] of parts.entries()) {
      expect(Math.abs(found.first[index]! - part / whole)).toBeLessThan(0.01);
      const total = (part * (1 + whole)) / (1 + part) / whole;
      expect(Math.abs(found.total[index]! - total)).toBeLessThan(0.01);
    }
  });

  test('of an input that is in no formula is zero but for its stated error', () => {
    const [x, y] = uniformColumns(3, 2, trials) as [Float64Array, Float64Array];
    const offsets = equalParts(trials, 16);
    const centred = y.map((each) => each - 0.5);
    const sums = binnedSums(quantileBins(x, 32), x, [centred], offsets);
    const each = all.map((replicate) => explainedBy(sums, [replicate]).shares[0]!);
    const error = Math.sqrt(variance(Float64Array.from(each)) / 16);
    expect(error).toBeLessThan(0.002);
    // False alarm below one in ten thousand.
    expect(Math.abs(explainedBy(sums, all).shares[0]!)).toBeLessThan(4 * error);
  });

  test('of a straight line is one, however heavy the tail of the input', () => {
    const [u] = uniformColumns(4, 1, trials) as [Float64Array];
    const x = u.map((each) => (1 - each) ** -0.4);
    const centred = x.map((each) => 3 * each - 5);
    const sums = binnedSums(quantileBins(x, 16), x, [centred], equalParts(trials, 16));
    expect(explainedBy(sums, all).shares[0]).toBeCloseTo(1, 10);
  });
});

describe('quantileBins', () => {
  test('hold equally many values and never part equal ones', () => {
    const [x] = uniformColumns(5, 1, 1000) as [Float64Array];
    const { count, of } = quantileBins(x, 10);
    expect(count).toBe(10);
    for (let bin = 0; bin < 10; bin++) expect(of.filter((each) => each === bin)).toHaveLength(100);
    const counts = x.map((each) => Math.floor(3 * each));
    const few = quantileBins(counts, 10);
    for (const value of [0, 1, 2]) {
      const bins = new Set([...few.of].filter((_, index) => counts[index] === value));
      expect(bins.size, `bins of ${value}`).toBe(1);
    }
    expect(few.count).toBe(3);
  });

  test('are one bin where all values are equal', () => {
    expect(quantileBins(new Float64Array(50).fill(7), 8).count).toBe(1);
  });
});

describe('normalScores', () => {
  test('have mean 0 and variance 1, and keep the order', () => {
    const [u] = uniformColumns(6, 1, 20_000) as [Float64Array];
    const x = u.map((each) => Math.exp(6 * each));
    const scores = normalScores(x);
    expect(scores.reduce((sum, each) => sum + each, 0) / scores.length).toBeCloseTo(0, 2);
    expect(variance(scores)).toBeCloseTo(1, 1);
    for (let i = 1; i < 2000; i++)
      if (x[i]! > x[i - 1]!) expect(scores[i]).toBeGreaterThanOrEqual(scores[i - 1]!);
  });

  test('give equal values one score: that of their middle', () => {
    const scores = normalScores(Float64Array.from({ length: 4000 }, (_, i) => (i < 2000 ? 0 : 1)));
    expect(new Set(scores).size).toBe(2);
    expect(scores[0]).toBeCloseTo(-0.674, 1);
    expect(scores[3999]).toBeCloseTo(0.674, 1);
  });
});

describe('normal equations', () => {
  test('find the coefficients of a plane from any choice of parts', () => {
    const [a, b] = uniformColumns(7, 2, 1000) as [Float64Array, Float64Array];
    const y = a.map((each, i) => 2 + 3 * each - 5 * b[i]!);
    const fill = (row: Float64Array, trial: number) => row.set([1, a[trial]!, b[trial]!]);
    const parts = [0, 1, 2, 3].map((part) =>
      normalEquations(3, [y], fill, 250 * part, 250 * (part + 1)),
    );
    for (const chosen of [parts, parts.slice(1), [parts[2]!]]) {
      const found = solveFor(addEquations(chosen), [0, 1, 2]);
      for (const [index, exact] of [2, 3, -5].entries()) expect(found[index]).toBeCloseTo(exact, 8);
    }
  });

  test('give a feature that repeats another nothing to do', () => {
    const [a] = uniformColumns(8, 1, 500) as [Float64Array];
    const fill = (row: Float64Array, trial: number) => row.set([1, a[trial]!, 2 * a[trial]!]);
    const found = solveFor(normalEquations(3, [a], fill, 0, 500), [0, 1, 2]);
    expect(found[2]).toBe(0);
    expect(found[1]).toBeCloseTo(1, 8);
  });
});
