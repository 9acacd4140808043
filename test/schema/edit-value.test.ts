import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { leavesOf, withLeaf } from '../../src/schema/edit-value.ts';
import { valueSchema } from '../../src/schema/value.ts';
import type { Value } from '../../src/schema/value-form.ts';

const cost: Value = {
  value: { 'pipl-only': 0, dual: { by: 'year', values: [1, { dist: 'uniform', min: 1, max: 2 }] } },
  times: { p10: 0.8, p90: 1.2 },
  source: 'A7',
  note: 'Ours.',
};

test('leavesOf tells what stands where, for which posture and year', () => {
  expect(leavesOf(cost)).toEqual([
    {
      pointer: '/value/pipl-only',
      quantity: 0,
      posture: 'pipl-only',
      year: null,
      isMultiplier: false,
    },
    {
      pointer: '/value/dual/values/0',
      quantity: 1,
      posture: 'dual',
      year: 1,
      isMultiplier: false,
    },
    {
      pointer: '/value/dual/values/1',
      quantity: { dist: 'uniform', min: 1, max: 2 },
      posture: 'dual',
      year: 2,
      isMultiplier: false,
    },
    {
      pointer: '/times',
      quantity: { p10: 0.8, p90: 1.2 },
      posture: null,
      year: null,
      isMultiplier: true,
    },
  ]);
});

test.each<[Value]>([[12], ['mid-year'], [{ dist: 'poisson', rate: 2 }], [{ p10: 1, p90: 3 }]])(
  'leavesOf finds one leaf in %j',
  (value) => {
    expect(leavesOf(value)).toEqual([
      { pointer: '', quantity: value, posture: null, year: null, isMultiplier: false },
    ]);
  },
);

test('withLeaf changes what is at a pointer and nothing else', () => {
  const before = structuredClone(cost);
  const changed = withLeaf(cost, '/value/dual/values/1', 3);
  expect(changed).toEqual({
    ...(cost as object),
    value: { 'pipl-only': 0, dual: { by: 'year', values: [1, 3] } },
  });
  expect(cost).toEqual(before);
});

test.each<[Value, string, number, Value]>([
  [
    { dist: 'uniform', min: 1, max: 3, source: 'A2', note: 'Ours.' },
    '',
    2,
    { value: 2, source: 'A2', note: 'Ours.' },
  ],
  [
    { dual: { p10: 1, p90: 3, source: 'A2' }, 'pipl-only': 1 },
    '/dual',
    2,
    { dual: { value: 2, source: 'A2' }, 'pipl-only': 1 },
  ],
  [
    { value: 1, times: { dist: 'uniform', min: 0, max: 2, source: 'A2' }, source: 'A7' },
    '/times',
    1,
    { value: 1, times: 1, source: 'A7; A2' },
  ],
  [
    { by: 'year', values: [{ dist: 'uniform', min: 0, max: 2, source: 'A2' }, 1] },
    '/values/0',
    1,
    { by: 'year', values: [1, 1], source: 'A2' },
  ],
])('withLeaf keeps source and note of %j', (value, pointer, leaf, expected) => {
  expect(withLeaf(value, pointer, leaf)).toEqual(expected);
});

test('withLeaf lets a distribution keep what was said of the one before it', () => {
  const value: Value = { dist: 'uniform', min: 1, max: 3, source: 'A2' };
  const leaf = { dist: 'pert', min: 1, mode: 2, max: 3 } as const;
  expect(withLeaf(value, '', leaf)).toEqual({ ...leaf, source: 'A2' });
});

test.each(['/dual', '/value/dual', '/value/dual/values/2', '/times/0/1/2/nothing'])(
  'withLeaf refuses a pointer to nothing: %s',
  (pointer) => {
    const value: Value = { value: { 'pipl-only': { by: 'year', values: [1, 2] } } };
    expect(() => withLeaf(value, pointer, 1)).toThrow(RangeError);
  },
);

const { inputs } = JSON.parse(readFileSync('scenarios/published.json', 'utf8')) as {
  inputs: Record<string, Value>;
};

test('any leaf of any value can be put back, and changed to what a file may hold', () => {
  const leaf = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant({ dist: 'pert', min: 1, mode: 2, max: 3 } as const),
    fc.constant({ p10: 1, p50: 2, p90: 3, source: 'x' }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(inputs), cost), leaf, (value, given) => {
      for (const { pointer, quantity } of leavesOf(value)) {
        expect(withLeaf(value, pointer, quantity)).toEqual(value);
        const changed = withLeaf(value, pointer, given);
        expect(v.safeParse(valueSchema, changed).success).toBe(true);
        expect(leavesOf(changed)).toHaveLength(leavesOf(value).length);
      }
    }),
  );
});
