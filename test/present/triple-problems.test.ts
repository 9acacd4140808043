import { expect, test } from 'vitest';
import { tripleProblems } from '../../src/present/triple-problems.ts';
import type { TripleContext } from '../../src/present/triple-problems.ts';
import type { Triple } from '../../src/schema/leaf-form.ts';

const money: TripleContext = {
  form: 'range',
  unit: 'HKD',
  currency: 'HKD',
  bounds: {},
  changed: 0,
};
const share: TripleContext = {
  form: 'percentiles',
  unit: 'share',
  currency: null,
  bounds: { min: 0, max: 1 },
  changed: 1,
};

test.each<[Triple, TripleContext]>([
  [[1, 2, 3], money],
  [[1, 1, 3], money],
  [[1, 3, 3], money],
  [[0.1, 0.3, 0.5], share],
])('tripleProblems finds nothing wrong with %j', (triple, context) => {
  expect(tripleProblems(triple, context)).toEqual(['', '', '']);
});

test.each<[Triple, TripleContext, readonly [string, string, string]]>([
  [
    [200_000, 100_000, 300_000],
    { ...money, changed: 0 },
    ['It must be below “most likely”, HK$100,000.', '', ''],
  ],
  [
    [200_000, 100_000, 300_000],
    { ...money, changed: 1 },
    ['', 'It must be above “lowest”, HK$200,000.', ''],
  ],
  [[2, 2, 2], { ...money, changed: 2 }, ['', '', 'It must be above “lowest”, HK$2.']],
  [[0.1, 0.1, 0.5], share, ['', 'It must be above “10 of 100”, 10\u00a0%.', '']],
  [[0, 0.1, 0.5], share, ['It must be above 0\u00a0%.', '', '']],
  [[0.5, 0.7, 1], share, ['', '', 'It must be below 100\u00a0%.']],
  [
    [1, 1.1, 7],
    { ...share, bounds: {}, unit: '1' },
    ['', 'It must lie between 2.06 and 5.94: no smooth curve is more uneven.', ''],
  ],
])('tripleProblems tells what is wrong with %j', (triple, context, expected) => {
  expect(tripleProblems(triple, context)).toEqual(expected);
});
