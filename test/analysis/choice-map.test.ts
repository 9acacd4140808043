import { describe, expect, test } from 'vitest';
import { choiceMap } from '../../src/analysis/choice-map.ts';
import type { ChoiceMapRequest } from '../../src/schema/choice-map.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';

const always = () => Promise.resolve(true);

/** PIPL only costs x + y a year, PDPO only 10, dual 100: the two tie along x + y = 10. */
const small: SmallModel = {
  inputs: {
    x: { default: { dist: 'uniform', min: 2, max: 6 }, unit: 'HKD/year', range: [0, 20] },
    y: { default: 0, unit: 'HKD/year', range: [0, 20] },
    fee: {
      default: { 'pipl-only': 0, 'pdpo-only': 10, dual: 100 },
      by: ['posture'],
      unit: 'HKD/year',
      range: [0, 1000],
    },
  },
  lines: { bill: { formula: 'posture == "pipl-only" ? x + y : fee' } },
};

async function mapOf(request: ChoiceMapRequest, model = small) {
  const { prepared, issues } = prepareSmall(model);
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  const map = await choiceMap(prepared.compiled.source, request, always);
  if (map === null) throw new Error('given up');
  return map;
}

describe('choiceMap', () => {
  test('of two inputs knows the line on which two postures tie', async () => {
    const map = await mapOf({
      axes: [
        { input: 'x', from: 0, to: 20, steps: 6 },
        { input: 'y', steps: 5 },
      ],
    });
    expect(map.axes.map(({ now }) => now)).toEqual([4, 0]);
    expect(map.axes[1]?.values).toEqual([0, 5, 10, 15, 20]);
    expect(map.best).toHaveLength(30);
    for (const [j, y] of map.axes[1]!.values.entries())
      for (const [i, x] of map.axes[0]!.values.entries()) {
        const cell = 6 * j + i;
        expect(map.means['pipl-only']?.[cell]).toBeCloseTo(2 * (x + y), 9);
        if (x + y !== 10) expect(map.best[cell]).toBe(x + y < 10 ? 'pipl-only' : 'pdpo-only');
        expect(map.leads[cell]).toBeCloseTo(Math.min(2 * Math.abs(x + y - 10), 200), 0);
      }
  });

  test('of one input gives the chance of being best along it', async () => {
    const map = await mapOf({ axes: [{ input: 'y', from: 0, to: 10, steps: 11 }] });
    // x is uniform from 2 to 6: x + y < 10 with chance (8 - y) / 4 between.
    for (const [index, y] of map.axes[0]!.values.entries())
      expect(map.chances['pipl-only']?.[index]).toBeCloseTo(
        Math.min(1, Math.max(0, (8 - y) / 4)),
        2,
      );
  });

  test.each([
    [{ axes: [] }, 'one input or of two'],
    [{ axes: [{ input: 'z' }] }, 'no input "z"'],
    [{ axes: [{ input: 'x' }, { input: 'x' }] }, 'named twice'],
    [{ axes: [{ input: 'x', from: 5, to: 5 }] }, 'needs an end above'],
    [{ axes: [{ input: 'x', steps: 1000 }] }, '2 to 41 values'],
    [{ axes: [{ input: 'x' }], output: 'tcoo' }, 'no output "tcoo"'],
  ])('refuses %j', async (request, message) => {
    await expect(mapOf(request)).rejects.toThrow(message);
  });

  test('of the discount rate tells present values of the published scenario', async () => {
    const { compiled } = preparePublished();
    const map = await choiceMap(
      compiled.source,
      { axes: [{ input: 'discountRate', to: 0.1, steps: 3 }], output: 'tcoPresentValue' },
      always,
    );
    const means = map?.means['pipl-only'] ?? [];
    expect(means[0]).toBeGreaterThan(means[1]!);
    expect(means[1]).toBeGreaterThan(means[2]!);
    expect(map?.best).toEqual(['dual', 'dual', 'dual']);
  });

  test('ends when it is no longer wanted', async () => {
    const { compiled } = preparePublished();
    let left = 3;
    const request = { axes: [{ input: 'trustDrop' }] };
    expect(await choiceMap(compiled.source, request, () => Promise.resolve(left-- > 0))).toBeNull();
  });
});
