import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../src/language/cell-range.ts';
import { prepareSmall, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { prepareFixture } from '../helpers/prepare-fixture.ts';

/** A model of one event whose rate is made by a formula of two inputs. */
const eventOf = (rate: string, more: Partial<SmallModel> = {}): SmallModel => ({
  inputs: {
    a: { unit: '1/year', default: { dist: 'uniform', min: 0, max: 1 } },
    b: { unit: '1/year', default: { dist: 'uniform', min: 0, max: 1 } },
    part: { unit: 'share', range: [0, 1], default: 0.5 },
    fee: { unit: 'HKD', default: 5 },
  },
  events: { mishap: { frequency: 'poisson', rate, amounts: { cost: 'fee' } } },
  lines: { loss: { kind: 'loss', formula: 'mishap.cost' } },
  run: { trials: 4096 },
  ...more,
});

describe('a rate that is below 0 in some futures is refused before anything runs', () => {
  test('with its event, how often, its formula and what it is made of, where it stands', () => {
    const { issues, prepared } = prepareSmall(
      eventOf('a - 0.25 * gap', {
        definitions: { gap: { unit: '1/year', formula: 'b + a * part' } },
      }),
    );
    expect(prepared).toBeNull();
    expect(issues).toHaveLength(1);
    // a (1 - 1/8) < b / 4: the triangle b > 3.5 a of the unit square, an area of 1/7.
    const [{ column, file, line, message, pointer } = { message: '' } as never] = issues;
    const [, count] = /in (\d+) of 4096 futures/.exec(message) ?? [];
    expect(Number(count) / 4096).toBeCloseTo(1 / 7, 1);
    expect({ file, pointer }).toEqual({ file: 'model.json', pointer: '/events/mishap/rate' });
    expect(line).toBeGreaterThan(1);
    expect(column).toBeGreaterThan(1);
    expect(message).toMatch(/^the rate of "mishap" \(mishap\) is below 0 or no number in/);
    expect(message).toContain('"rate": "a - 0.25 * gap"; it is made of a, b, part.');
  });

  test('at the input of the scenario where one is given', () => {
    const { issues } = prepareSmall(eventOf('a - b', { scenario: { inputs: { b: 2 } } }));
    expect(issues.map(({ file, pointer }) => [file, pointer])).toEqual([
      ['scenario.json', '/inputs/b'],
    ]);
    expect(issues[0]?.message).toContain('in every future under pipl-only in year 1');
  });

  test.each([
    'a',
    'max(0, a - b)',
    'a * (1 - part)',
    'a > b ? a - b : 0 * a',
    'a + b - min(a, b)',
    '(1 - part * part) * (a + max(0, b - a))',
  ])('and what is none is not, whatever its parts: %s', (rate) => {
    expect(prepareSmall(eventOf(rate)).issues).toEqual([]);
    expect(() => runSmall(eventOf(rate))).not.toThrow();
  });

  test('what is accepted runs', () => {
    const number = fc.integer({ min: -4, max: 4 }).map((each) => each / 2);
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const model = eventOf(`max(a * ${x + 3}, b * ${y}) + a * ${z}`);
        if (prepareSmall(model).prepared !== null) expect(() => runSmall(model)).not.toThrow();
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('the rates of the published model cannot be, by their formulas alone', () => {
    const inputs = { controlCoverage: 1, controlStrength: { dist: 'beta', alpha: 2, beta: 2 } };
    const text = JSON.stringify({ extends: './published.json', name: 'Controlled', inputs });
    expect(prepareFixture('scenarios/controlled.json', {}, text).issues).toEqual([]);
  });
});

test('rangeOf is never narrower than what a run gives', () => {
  const leaf = fc.constantFrom('a', 'b', 'part', '0.5', '-2');
  const formula = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      leaf,
      fc
        .tuple(fc.constantFrom('+', '-', '*'), tie('node'), tie('node'))
        .map(([sign, x, y]) => `(${x} ${sign} ${y})`),
      fc
        .tuple(fc.constantFrom('min', 'max'), tie('node'), tie('node'))
        .map(([name, x, y]) => `${name}(${x}, ${y})`),
      tie('node').map((x) => `abs(${x})`),
      tie('node').map((x) => `floor(${x})`),
      tie('node').map((x) => `(${x} < 1 ? ${x} : 0 * ${x})`),
    ),
  })).node;
  const inputs = {
    a: { default: { dist: 'uniform', min: -1, max: 3 } },
    b: { default: { dist: 'normal', mean: 0, sd: 1 } },
    part: { default: { dist: 'bernoulli', p: 0.4 } },
  };
  fc.assert(
    fc.property(formula, (text) => {
      const { columns, prepared } = runSmall({
        inputs,
        outputs: { answer: { unit: '1', formula: text } },
        run: { trials: 256 },
      });
      const { graph, observed } = prepared.compiled;
      const index = observed.findIndex(
        ({ group, name }) => group === 'output' && name === 'answer',
      );
      const { high, low } = rangeOf(graph, observed[index]!.cell, new Map());
      const values = columns.values[index] ?? Float64Array.of(columns.observed[index]!.constant!);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
      }
    }),
    { numRuns: 150, seed: 11 },
  );
});
