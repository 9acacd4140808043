import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { distributionNames } from '../../src/schema/distribution.ts';
import { formOf } from '../../src/schema/value-form.ts';
import { valueSchema } from '../../src/schema/value.ts';

const { cases } = JSON.parse(readFileSync('test/reference/distributions.json', 'utf8')) as {
  cases: { spec: DistributionSpec }[];
};

test.each(cases.map(({ spec }) => spec))('a file may hold %j, unchanged', (spec) => {
  expect(v.parse(valueSchema, spec)).toEqual(spec);
  expect(checkDistribution(spec)).toEqual([]);
});

test('every distribution that a file may name is known to numeric', () => {
  // What numeric does not know, its switch passes over without a word; so each is given nonsense.
  const nonsense = {
    mean: -1,
    sd: -1,
    min: 2,
    mode: 1,
    max: 0,
    alpha: -1,
    beta: -1,
    shape: -1,
    scale: -1,
    rate: -1,
    n: -1,
    p: -1,
    size: -1,
    values: [],
    components: [],
  };
  for (const dist of distributionNames) {
    expect(
      checkDistribution({ dist, ...nonsense } as unknown as DistributionSpec),
      dist,
    ).not.toEqual([]);
  }
});

test.each([
  [12, 'number'],
  ['mid-year', 'text'],
  [{ dist: 'pert' }, 'distribution'],
  [{ min: 1, max: 2 }, 'distribution'],
  [{ distribution: 'pert' }, 'distribution'],
  [{ p10: 1, p90: 2 }, 'percentiles'],
  [{ by: 'year', values: [] }, 'by-year'],
  [{ value: 1, times: 2 }, 'stated'],
  [{ dual: 1, 'pipl-only': 2 }, 'by-posture'],
  [{}, 'other'],
  [[1], 'other'],
  [null, 'other'],
])('formOf tells that %j is meant as %s', (value, form) => {
  expect(formOf(value)).toBe(form);
});
