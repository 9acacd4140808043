import { describe, expect, test } from 'vitest';
import { attributeChange } from '../../src/analysis/attribute-change.ts';
import type { ProgramSource } from '../../src/language/program-source.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';

const always = () => Promise.resolve(true);

function sourceOf(inputs: Readonly<Record<string, unknown>>, more: object = {}): ProgramSource {
  const names = ['a', 'b', 'c', 'd', 'h', 'f', 'g'];
  const { prepared, issues } = prepareSmall({
    inputs: {
      ...Object.fromEntries(
        names.map((name) => [name, { default: 1, unit: '1', range: [0, 100] }]),
      ),
      fee: { default: 1, unit: 'HKD/year', range: [0, 100] },
    },
    lines: { bill: { formula: '(a * b * c + d + h + f + g) * fee' } },
    scenario: { inputs, ...more },
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared.compiled.source;
}

describe('attributeChange', () => {
  test('shares the effect of changes that act together by the mean over all orders', async () => {
    // Two years: 2 (a b + 4) from a = b = 1 to a = 3, b = 5, over all two orders.
    const found = await attributeChange(sourceOf({}), sourceOf({ a: 3, b: 5 }), always);
    expect(found?.method).toBe('shapley');
    const effects = Object.fromEntries(
      found!.changes.map(({ effects: each, id }) => [id, each['dual']?.value]),
    );
    // a: mean of 2 (3 - 1) and 2 (15 - 5); b: mean of 2 (5 - 1) and 2 (15 - 3).
    expect(effects).toEqual({ a: 12, b: 16 });
    expect(found?.postures[0]?.change.value).toBe(28);
    expect(found?.changes[0]).toMatchObject({ before: 1, after: 3 });
  });

  test('of many goes one after another in the order of the model, and still adds up', async () => {
    const to = { g: 2, f: 3, h: 4, d: 5, c: 6, b: 7, a: 8 };
    const found = await attributeChange(sourceOf({}), sourceOf(to), always);
    expect(found?.method).toBe('sequential');
    expect(found?.changes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'h', 'f', 'g']);
    const parts = found!.changes.map(({ effects }) => effects['dual']?.value ?? 0);
    expect(parts[0]).toBe(14);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(found?.postures[0]?.change.value);
  });

  test('tells a longer horizon apart from the inputs', async () => {
    const found = await attributeChange(sourceOf({}), sourceOf({ d: 2 }, { horizon: 4 }), always);
    const effects = Object.fromEntries(
      found!.changes.map(({ effects: each, id }) => [id, each['dual']?.value]),
    );
    // 2 x 5 to 4 x 6: years alone 10, d alone 2; the other way round 12 and 4.
    expect(effects).toEqual({ settings: 11, d: 3 });
  });

  test('of a scenario to itself is nothing', async () => {
    const found = await attributeChange(sourceOf({}), sourceOf({}), always);
    expect(found?.changes).toEqual([]);
    expect(found?.postures.every(({ change }) => change.value === 0)).toBe(true);
  });

  test('is paired: what a fee adds to uncertain costs has no error', async () => {
    const { source } = preparePublished().compiled;
    const dearer = {
      ...source,
      scenario: {
        ...source.scenario,
        inputs: {
          ...source.scenario.inputs,
          trainingCost: {
            ...source.scenario.inputs['trainingCost']!,
            cells: source.scenario.inputs['trainingCost']!.cells.map((row) =>
              row.map(() => ({ kind: 'number', value: 100_000 }) as const),
            ),
          },
        },
      },
    };
    const found = await attributeChange(source, dearer, always);
    expect(found?.changes.map(({ id }) => id)).toEqual(['trainingCost']);
    expect(found?.changes[0]?.effects['pipl-only']?.value).toBeCloseTo(500_000, 4);
    expect(found?.changes[0]?.effects['dual']?.value).toBeCloseTo(5 * (100_000 - 46_750), 4);
    expect(found?.changes[0]?.effects['dual']?.error).toBeLessThan(1e-6);
  });
});
