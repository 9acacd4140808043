import { describe, expect, test } from 'vitest';
import { constantOutput, prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';

const nested = (depth: number, inner: string, wrap: (formula: string) => string): string =>
  depth === 0 ? inner : wrap(nested(depth - 1, inner, wrap));

const small = (years: number, more: SmallModel = {}): SmallModel => ({
  inputs: {
    yearly: { unit: 'HKD/year', by: ['year'], default: { p10: 1, p50: 2, p90: 4 } },
    once: { unit: 'HKD', default: { p10: 1, p50: 2, p90: 4 } },
  },
  ...more,
  scenario: { horizon: years },
});

/** Ways from one corner of a grid to the other: what nested running totals of 1 in the first year come to. */
function waysThrough(depth: number, years: number): number {
  let row = Array.from({ length: years }, (_, year): number => (year === 0 ? 1 : 0));
  for (let i = 0; i < depth; i++) {
    let sum = 0;
    row = row.map((value) => (sum += value));
  }
  return row.at(-1) ?? 0;
}

describe('functions along an axis, nested in one another', () => {
  test.each([1, 2, 3, 10])('running totals %d deep come to what the definition says', (depth) => {
    const formula = nested(depth, '(year == 1 ? 1 : 0)', (inner) => `cumulative(${inner})`);
    expect(constantOutput(small(30), '1', `at(${formula}, year, 30)`)).toBe(waysThrough(depth, 30));
  });

  test('sums, greatest values and looks back, 30 deep, come to what the definition says', () => {
    expect(
      constantOutput(
        small(30),
        '1',
        nested(30, '1', (inner) => `sum(${inner}*year/year/30, year)`),
      ),
    ).toBeCloseTo(1, 9);
    expect(
      constantOutput(
        small(30),
        '1',
        nested(30, 'year', (inner) => `max(${inner} + year, year)`),
      ),
    ).toBe(30 + 30 * 30);
    expect(
      constantOutput(
        small(30),
        '1',
        `at(${nested(20, 'year', (inner) => `previous(${inner}, 0)`)}, year, 30)`,
      ),
    ).toBe(10);
  });

  test('a running total is the same, whichever year is asked for first', () => {
    const totals = ['at(t, year, 3) + sum(t, year)', 'sum(t, year) + at(t, year, 3)'].map(
      (formula) =>
        constantOutput(
          small(3, { definitions: { t: { unit: '1', formula: 'cumulative(year)' } } }),
          '1',
          formula,
        ),
    );
    expect(totals).toEqual([16, 16]);
  });
});

describe('a model that is too large', () => {
  const bomb = (index: number) =>
    nested(36, `yearly * year * ${index}.5`, (inner) => `cumulative(${inner})`);
  const lines = Object.fromEntries(
    Array.from({ length: 99 }, (_, index) => [
      `line${index}`,
      { kind: 'investment', formula: `1e-60 * (${bomb(index)}) + ${bomb(index + 100)}` },
    ]),
  );

  test('is refused before anything runs, where most of it comes from', () => {
    const { prepared, issues } = prepareSmall(small(30, { lines }));
    expect(prepared).toBeNull();
    expect(issues).toHaveLength(1);
    const [issue] = issues;
    expect(issue?.code).toBe('formula-unfold');
    expect(issue?.pointer).toMatch(/^\/lines\/line\d+\/formula$/);
    expect(issue?.line).toBeGreaterThan(0);
    expect(issue?.message).toMatch(
      /^the model comes to more than 200 thousand values, most of them for this formula; nest sums and totals over years less deep, or shorten the horizon/,
    );
  });
});
