import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDistribution } from '../../src/numeric/distributions/check-distribution.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../../src/numeric/distributions/standardise.ts';
import { asForm } from '../../src/schema/as-form.ts';
import type { FormContext } from '../../src/schema/as-form.ts';
import type { Sketch } from '../../src/schema/briefing.ts';
import { formOfLeaf, tripleOf, withTriple } from '../../src/schema/leaf-form.ts';
import type { LeafForm } from '../../src/schema/leaf-form.ts';
import { specOf } from '../../src/schema/spec-of.ts';
import type { Quantity } from '../../src/schema/value-form.ts';

const { cases } = JSON.parse(readFileSync('test/reference/distributions.json', 'utf8')) as {
  cases: { spec: DistributionSpec }[];
};

function sketchOf(leaf: Quantity): Sketch | null {
  if (typeof leaf !== 'object') return null;
  const distribution = makeDistribution(specOf(leaf));
  return {
    quantiles: Array.from({ length: 50 }, (_, index) => distribution.quantile((index + 0.5) / 50)),
    mean: Number.isFinite(distribution.mean) ? distribution.mean : null,
  };
}

function contextOf(leaf: Quantity, unit = 'HKD', range: FormContext['range'] = null): FormContext {
  return { sketch: sketchOf(leaf), unit, range };
}

const lognormal: Quantity = { dist: 'lognormal', mean: 971250, cv: 0.5 };

test('asForm gives the median of a distribution as a number', () => {
  expect(asForm(lognormal, 'fixed', contextOf(lognormal))).toBe(869000);
});

test('asForm gives a range with the same mean', () => {
  const range = asForm(lognormal, 'range', contextOf(lognormal));
  expect(range).toMatchObject({ dist: 'pert' });
  expect(sketchOf(range)?.mean).toBeCloseTo(971250, -4);
});

test('asForm gives the percentiles of a distribution', () => {
  expect(asForm(lognormal, 'percentiles', contextOf(lognormal))).toEqual({
    p10: 470000,
    p50: 870000,
    p90: 1590000,
    min: 0,
  });
});

test('asForm gives a fixed number a fifth on either side', () => {
  const context = { sketch: null, unit: 'HKD', range: [0, 1e6] } as const;
  expect(asForm(250000, 'range', context)).toEqual({
    dist: 'pert',
    min: 200000,
    mode: 250000,
    max: 300000,
  });
  expect(asForm(250000, 'percentiles', context)).toEqual({
    p10: 200000,
    p50: 250000,
    p90: 300000,
    min: 0,
  });
});

test('asForm keeps shares between 0 and 1', () => {
  const context = { sketch: null, unit: 'share', range: [0, 1] } as const;
  expect(asForm(1, 'range', context)).toEqual({ dist: 'pert', min: 0.8, mode: 1, max: 1 });
  expect(asForm(0, 'range', context)).toEqual({ dist: 'pert', min: 0, mode: 0, max: 0.01 });
  expect(asForm(0.9, 'percentiles', context)).toMatchObject({ min: 0, max: 1 });
});

test('asForm leaves words, what has the form already, and what is not known yet', () => {
  expect(asForm('rate', 'range', contextOf('rate'))).toBe('rate');
  const triangular: Quantity = { dist: 'triangular', min: 1, mode: 2, max: 3 };
  expect(asForm(triangular, 'range', contextOf(triangular))).toBe(triangular);
  expect(asForm(lognormal, 'fixed', { sketch: null, unit: 'HKD', range: null })).toBe(lognormal);
});

const forms: readonly LeafForm[] = ['fixed', 'range', 'percentiles'];

describe('asForm gives what can be drawn from', () => {
  test.each(cases.map(({ spec }) => spec))('from %j', (spec) => {
    for (const form of forms) {
      const isShare = makeDistribution(spec).min >= 0 && makeDistribution(spec).max <= 1;
      const leaf = asForm(spec, form, contextOf(spec, isShare ? 'share' : '1'));
      expect(formOfLeaf(leaf)).toBe(form);
      if (typeof leaf === 'object') expect(checkDistribution(specOf(leaf))).toEqual([]);
    }
  });

  test('from any number and from any range, also back and forth', () => {
    const share = fc.record({
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      unit: fc.constant('share'),
      range: fc.constant<readonly [number, number]>([0, 1]),
    });
    const amount = fc.record({
      values: fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
        minLength: 3,
        maxLength: 3,
      }),
      unit: fc.constant('HKD'),
      range: fc.constant<readonly [number, number]>([-1e9, 1e9]),
    });
    fc.assert(
      fc.property(
        fc.oneof(share, amount),
        fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 4 }),
        ({ values, unit, range }, steps) => {
          // Numbers that a person could write: 5e-324 has no room on either side.
          const [min = 0, mode = 0, max = 0] = values
            .map((value) => (Math.abs(value) < 1e-12 ? 0 : value))
            .toSorted((a, b) => a - b);
          fc.pre(max - min > 1e-6 * Math.max(1, Math.abs(min), Math.abs(max)));
          for (const start of [mode, { dist: 'pert', min, mode, max } as const]) {
            let leaf: Quantity = start;
            for (const form of steps) {
              leaf = asForm(leaf, form, contextOf(leaf, unit, range));
              if (typeof leaf === 'object') expect(checkDistribution(specOf(leaf))).toEqual([]);
              if (unit === 'share') {
                const [low, , high] = tripleOf(leaf) ?? [leaf, leaf, leaf];
                expect(low).toBeGreaterThanOrEqual(0);
                expect(high).toBeLessThanOrEqual(1);
              }
            }
          }
        },
      ),
    );
  });
});

test.each<[Quantity, ReturnType<typeof formOfLeaf>]>([
  [12, 'fixed'],
  ['rate', 'other'],
  [{ dist: 'triangular', min: 1, mode: 2, max: 3 }, 'range'],
  [{ dist: 'pert', min: 1, mode: 2, max: 3, shape: 2 }, 'range'],
  [{ p10: 1, p50: 2, p90: 3 }, 'percentiles'],
  [{ dist: 'metalog', p10: 1, p50: 2, p90: 3, min: 0 }, 'percentiles'],
  [{ p5: 1, p50: 2, p95: 3 }, 'other'],
  [{ p10: 1, p90: 3 }, 'other'],
  [lognormal, 'other'],
])('formOfLeaf: %j is %s', (leaf, form) => {
  expect(formOfLeaf(leaf)).toBe(form);
});

test('withTriple changes the three numbers and keeps the rest', () => {
  expect(withTriple({ dist: 'pert', min: 1, mode: 2, max: 3, shape: 2 }, [2, 3, 4])).toEqual({
    dist: 'pert',
    min: 2,
    mode: 3,
    max: 4,
    shape: 2,
  });
  expect(withTriple({ p10: 1, p50: 2, p90: 3, min: 0 }, [2, 3, 4])).toEqual({
    p10: 2,
    p50: 3,
    p90: 4,
    min: 0,
  });
  expect(() => withTriple(12, [1, 2, 3])).toThrow(RangeError);
});
