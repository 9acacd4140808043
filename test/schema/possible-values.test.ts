import { describe, expect, test } from 'vitest';
import { exp, log } from '../../src/numeric/elementary.ts';
import { prepareFixture } from '../helpers/prepare-fixture.ts';

/** What `tandem validate` says of a published case with some inputs changed. */
function toldOf(inputs: object): readonly string[] {
  const text = JSON.stringify({ extends: './published.json', name: 'Changed', inputs });
  const { issues } = prepareFixture('scenarios/changed.json', {}, text);
  return issues.map(({ message, pointer, severity }) => `${severity} ${pointer}: ${message}`);
}
const rates = (rate: unknown) => ({ 'pipl-only': rate, 'pdpo-only': 0, dual: 0 });

describe('percentiles whose curve leaves what can be', () => {
  test('are told with the share of draws below nothing: that of the logistic curve through P5 and P95', () => {
    // x = m + s ln(u / (1 - u)) with m the middle, and s = (P95 - P5) / (2 ln 19): below 0 where u < 1 / (1 + e^(m/s)).
    const share = 1 / (1 + exp(1_025_000 / (1_950_000 / (2 * log(19)))));
    expect(share).toBeCloseTo(0.0433, 4);
    expect(toldOf({ auditCost: { p5: 50_000, p95: 2_000_000 } })).toEqual([
      'warning /inputs/auditCost: auditCost is below 0 in 4.33 % of its draws, which it cannot be; add "min": 0, or give { "dist": "lognormal", "p5": 50000, "p95": 2000000 }',
    ]);
  });

  test.each([
    ['bounded below', { p5: 50_000, p95: 2_000_000, min: 0 }],
    ['the lognormal that is advised', { dist: 'lognormal', p5: 50_000, p95: 2_000_000 }],
    ['far from nothing', { p5: 150_000, p50: 250_000, p95: 350_000 }],
  ])('are taken where they do not: %s', (_, auditCost) => {
    expect(toldOf({ auditCost })).toEqual([]);
  });

  test.each([
    [
      'a rate that no run could go on with',
      { remediationRate: rates({ p10: 0.2, p50: 0.6, p90: 2 }) },
      'error /inputs/remediationRate/value/pipl-only: remediationRate is below 0 in 1.01 % of its draws; a rate cannot be below 0; add "min": 0, or give { "dist": "lognormal", "p10": 0.2, "p90": 2 }',
    ],
    [
      'a rate that is below nothing very rarely',
      { remediationRate: rates({ dist: 'normal', mean: 0.5, sd: 0.1 }) },
      'error /inputs/remediationRate/value/pipl-only: remediationRate is below 0 in 1 of 3500000 draws; a rate cannot be below 0; add "min": 0, or a smaller sd',
    ],
    [
      'a share, 3.07 % of the logistic curve below 0 and 5.60 % above 1',
      { trustDrop: { p10: 0.2, p90: 0.9 } },
      'warning /inputs/trustDrop: trustDrop is outside 0 to 1 in 8.67 % of its draws; a share lies between 0 and 1; add "min": 0 and "max": 1',
    ],
    [
      'a share on both sides',
      { trustDrop: { dist: 'normal', mean: 0.5, sd: 0.25 } },
      'warning /inputs/trustDrop: trustDrop is outside 0 to 1 in 4.55 % of its draws; a share lies between 0 and 1; add "min": 0 and "max": 1, or a smaller sd',
    ],
    [
      'a part of a mixture',
      {
        filingCost: {
          dist: 'mixture',
          components: [
            { dist: 'uniform', min: 1, max: 2 },
            { dist: 'normal', mean: 0, sd: 1, weight: 1 },
          ],
        },
      },
      'warning /inputs/filingCost: filingCost is below 0 in 25 % of its draws, which it cannot be; add "min": 0',
    ],
  ])('are told, as a normal is: %s', (_, inputs, told) => {
    expect(toldOf(inputs)).toEqual([told]);
  });

  test('a spike at nothing is not below it', () => {
    const components = [
      { dist: 'bernoulli', p: 0, weight: 9 },
      { p10: 1000, p50: 2000, p90: 3000, dist: 'metalog', min: 0 },
    ];
    expect(toldOf({ filingCost: { dist: 'mixture', components } })).toEqual([]);
  });
});

describe('a percentage that is written as a number', () => {
  test.each([
    [{ inflation: 3 }, 'inflation is 3, which is 300 %, so 3 % is 0.03'],
    [{ inflation: 1.5 }, 'inflation is 1.5, which is 150 %, so 1.5 % is 0.015'],
    [{ inflation: -2 }, 'inflation is -2, which is -200 %, so -2 % is -0.02'],
    [{ discountRate: 5 }, 'discountRate is 5, which is 500 %, so 5 % is 0.05'],
    [
      { discountRate: { dist: 'pert', min: 2, mode: 3, max: 5 } },
      'discountRate reaches 5, which is 500 %, so 5 % is 0.05',
    ],
    [{ trustDrop: 27 }, 'trustDrop is 27; a share lies between 0 and 1, so 27 % is 0.27'],
  ])('%j is refused, and what was meant is told', (inputs, told) => {
    const [[name] = ['']] = Object.entries(inputs);
    expect(toldOf(inputs)).toEqual([`error /inputs/${name}: ${told}`]);
  });

  test('what is merely unusual is warned of, and an uplift of 3 is one of 300 %', () => {
    expect(
      toldOf({ inflation: 0.6, adoptionUplift: { 'pipl-only': 0, 'pdpo-only': 0, dual: 3 } }),
    ).toEqual([
      'warning /inputs/inflation: Inflation (inflation) is 60 %; usual are -10 % to 50 %',
    ]);
  });
});

describe('the ends of a distribution are no percentiles', () => {
  test.each([
    ['p0', '"p0" is not a percentile; the least value that can be is "min"'],
    ['p100', '"p100" is not a percentile; the greatest value that can be is "max"'],
    [
      'p3.5',
      '"p3.5" is not a percentile; p1 to p99 are, and p0.1, p0.5, p2.5, p97.5, p99.5, p99.9',
    ],
  ])('%s', (key, told) => {
    expect(toldOf({ auditCost: { [key]: 1, p50: 200_000, p90: 300_000 } })).toEqual([
      `error /inputs/auditCost/${key}: ${told}`,
    ]);
  });
  test('p2.5 and p97.5 are', () => {
    expect(toldOf({ auditCost: { 'p2.5': 100_000, p50: 200_000, 'p97.5': 300_000 } })).toEqual([]);
  });
});
