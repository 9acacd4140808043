import { describe, expect, it } from 'vitest';
import { selectQuantiles } from '../../src/numeric/quantile-select.ts';
import { outputOf, prepareSmall, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { correlation, ranks } from '../helpers/replicate-figure.ts';

const model = (
  correlations: readonly (readonly [string, string, number])[],
  sampling: 'sobol' | 'random' = 'sobol',
): SmallModel => ({
  inputs: {
    alpha: { default: { dist: 'lognormal', mean: 3, cv: 1 } },
    beta: { default: { dist: 'pert', min: 0, mode: 1, max: 9 } },
    gamma: { default: { dist: 'triangular', min: 0, mode: 1, max: 2 } },
  },
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
  it('of three inputs hold together, and leave uncorrelated ones alone', () => {
    const small = model([
      ['beta', 'gamma', -0.3],
      ['alpha', 'beta', 0.6],
    ]);
    expect(spearman(small, 'alpha', 'beta')).toBeCloseTo(0.6, 1);
    expect(spearman(small, 'beta', 'gamma')).toBeCloseTo(-0.3, 1);
    expect(Math.abs(spearman(small, 'alpha', 'gamma'))).toBeLessThan(5 / Math.sqrt(60_000));
  });
  it('leave every distribution as it is', () => {
    const [with_, without] = [model([['alpha', 'beta', 0.8]]), model([])].map(
      (small) => runSmall(small).columns,
    );
    for (const name of ['alpha', 'beta']) {
      const quantiles = [with_!, without!].map((columns) =>
        selectQuantiles(outputOf(columns, `${name}Draw`, null), [0.05, 0.5, 0.95]),
      );
      for (const [i, value] of quantiles[0]!.entries())
        expect(value / quantiles[1]![i]!).toBeCloseTo(1, 1);
    }
  });
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
