import { describe, expect, it } from 'vitest';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { selectQuantiles } from '../../src/numeric/quantile-select.ts';
import { outputOf, prepareSmall, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { correlation, figureOf, ranks } from '../helpers/replicate-figure.ts';

const distributions: Readonly<Record<string, DistributionSpec>> = {
  alpha: { dist: 'lognormal', mean: 3, cv: 1 },
  beta: { dist: 'pert', min: 0, mode: 1, max: 9 },
  gamma: { dist: 'triangular', min: 0, mode: 1, max: 2 },
};

const model = (
  correlations: readonly (readonly [string, string, number])[],
  sampling: 'sobol' | 'random' = 'sobol',
): SmallModel => ({
  inputs: Object.fromEntries(
    Object.entries(distributions).map(([name, spec]) => [name, { default: spec }]),
  ),
  outputs: Object.fromEntries(
    ['alpha', 'beta', 'gamma'].map((name) => [`${name}Draw`, { unit: '1', formula: name }]),
  ),
  scenario: { correlations },
  run: { trials: 60_000, seed: 8, sampling },
});

const spearman = (small: SmallModel, a: string, b: string) => {
  const { columns } = runSmall(small);
  return correlation(
    ranks(outputOf(columns, `${a}Draw`, null)),
    ranks(outputOf(columns, `${b}Draw`, null)),
  );
};

describe('rank correlations', () => {
  it.each([[0.4], [-0.75], [0.99], [1], [-1]])(
    'of %d come out as asked, within 5 / sqrt(n) (fixed seed)',
    (rho) => {
      for (const sampling of ['sobol', 'random'] as const) {
        expect(
          Math.abs(spearman(model([['alpha', 'beta', rho]], sampling), 'alpha', 'beta') - rho),
        ).toBeLessThan(5 / Math.sqrt(60_000));
      }
    },
  );
  it.each(['sobol', 'random'] as const)(
    'of three inputs hold together, and leave uncorrelated ones alone (%s)',
    (sampling) => {
      const small = model(
        [
          ['beta', 'gamma', -0.3],
          ['alpha', 'beta', 0.6],
        ],
        sampling,
      );
      const within = 5 / Math.sqrt(60_000);
      expect(Math.abs(spearman(small, 'alpha', 'beta') - 0.6)).toBeLessThan(within);
      expect(Math.abs(spearman(small, 'beta', 'gamma') + 0.3)).toBeLessThan(within);
      expect(Math.abs(spearman(small, 'alpha', 'gamma'))).toBeLessThan(within);
    },
  );
  it.each(['sobol', 'random'] as const)(
    'leave every distribution as it is: quantiles within 5 standard errors (%s; 15 degrees of freedom: false alarm 2e-4 each, fixed seed)',
    (sampling) => {
      const small = model(
        [
          ['alpha', 'beta', 0.8],
          ['beta', 'gamma', -0.5],
        ],
        sampling,
      );
      const { columns } = runSmall(small);
      for (const [name, spec] of Object.entries(distributions)) {
        const exact = makeDistribution(spec);
        for (const p of [0.01, 0.05, 0.5, 0.95, 0.99]) {
          const { value, error } = figureOf(
            columns,
            outputOf(columns, `${name}Draw`, null),
            (part) => selectQuantiles(part, [p])[0]!,
          );
          expect(Math.abs(value - exact.quantile(p)), `${name} P${100 * p}`).toBeLessThanOrEqual(
            5 * error,
          );
        }
      }
    },
  );
  it('that no numbers can have together are an issue that names the inputs', () => {
    const { prepared, issues } = prepareSmall(
      model([
        ['alpha', 'beta', 0.9],
        ['beta', 'gamma', 0.9],
        ['alpha', 'gamma', -0.9],
      ]),
    );
    expect(prepared).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]!.message).toContain('between alpha, beta, gamma cannot hold together');
    expect(issues[0]!.pointer).toBe('/correlations');
  });
});
