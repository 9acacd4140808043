import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import { outputOf, runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { correlation, figureOf, mean, variance } from '../helpers/replicate-figure.ts';

const base: SmallModel = {
  inputs: {
    first: { default: { dist: 'uniform', min: 0, max: 1 }, dimension: 3 },
    second: { default: { dist: 'pert', min: 0, mode: 1, max: 4 } },
    upgrade: { unit: 'HKD', default: 5 },
    rate: {
      unit: '1/year',
      by: ['posture'],
      default: { 'pipl-only': 2, 'pdpo-only': 2, dual: 0.5 },
    },
    severity: { unit: 'HKD', per: 'event', default: { dist: 'lognormal', mean: 3, cv: 1 } },
  },
  events: {
    loss: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'severity' }, dimension: 1 },
  },
  lines: { losses: { kind: 'loss', formula: 'loss.cost * second' } },
  outputs: {
    drawOfFirst: { unit: '1', formula: 'first' },
    drawOfSecond: { unit: '1', formula: 'second' },
    yearly: { unit: 'HKD/year', formula: 'loss.cost' },
  },
  run: { trials: 1500, seed: 42 },
};

/** Every recorded bit of the base model's own outputs. */
function bitsOf(model: SmallModel): string {
  const { columns } = runSmall(model);
  const parts = [outputOf(columns, 'drawOfFirst', null), outputOf(columns, 'drawOfSecond', null)];
  for (const posture of ['pipl-only', 'pdpo-only', 'dual']) {
    for (const year of [1, 2]) parts.push(outputOf(columns, 'yearly', posture, year));
  }
  return parts
    .map((part) => [...new BigUint64Array(part.buffer, part.byteOffset, part.length)].join())
    .join('|');
}

const name = fc.stringMatching(/^[a-d][a-zA-Z]{4,8}$/).filter((word) => !['abs'].includes(word));
const extraInput = fc.record({
  name,
  dimension: fc.option(fc.constantFrom(0, 1, 2, 7, 31), { nil: undefined }),
  dist: fc.constantFrom<object>(
    { dist: 'normal', mean: 5, sd: 1 },
    { dist: 'uniform', min: 2, max: 3 },
    { dist: 'gamma', mean: 1, cv: 1 },
  ),
});

describe('random numbers go by name', () => {
  const bits = bitsOf(base);

  it('adding an unrelated input, event, line or output changes no other draw, wherever it stands', () => {
    fc.assert(
      fc.property(extraInput, fc.boolean(), fc.boolean(), (extra, before, random) => {
        const input = {
          default: extra.dist,
          ...(extra.dimension === undefined ? {} : { dimension: extra.dimension }),
        };
        const run = { ...base.run, sampling: random ? 'random' : 'sobol' } as const;
        const more: SmallModel = {
          ...base,
          run,
          inputs: before
            ? { [extra.name]: input, ...base.inputs }
            : { ...base.inputs, [extra.name]: input },
          events: { aside: { frequency: 'poisson', rate: 'rate', amounts: {} }, ...base.events },
          lines: {
            [`${extra.name}Line`]: { kind: 'investment', formula: `upgrade * ${extra.name}` },
            ...base.lines,
          },
          outputs: {
            [`${extra.name}Output`]: { unit: '1', formula: `${extra.name} * 2` },
            ...base.outputs,
          },
        };
        expect(bitsOf(more)).toBe(random ? bitsOf({ ...base, run }) : bits);
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it('a longer horizon leaves the years before it alone', () => {
    expect(bitsOf({ ...base, scenario: { horizon: 7 } })).toBe(bits);
  });

  it('another posture leaves those that were there alone, with common and with separate event luck', () => {
    for (const coupling of ['common', 'independent'] as const) {
      const run = { ...base.run, coupling };
      const more = bitsOf({
        ...base,
        run,
        scenario: { postures: { 'status-quo': { label: 'As it is', like: 'pdpo-only' } } },
      });
      expect(more).toBe(bitsOf({ ...base, run }));
    }
  });

  it('another name for what is not drawn, a line or an output, changes no draw', () => {
    fc.assert(
      fc.property(name, (other) => {
        const renamed = {
          ...base,
          lines: { [other]: base.lines!['losses']! },
          outputs: { ...base.outputs, [`${other}Output`]: { unit: '1', formula: 'second * 2' } },
        };
        expect(bitsOf(renamed)).toBe(bits);
      }),
      { numRuns: 10, seed: 11 },
    );
  });

  it('another name is another draw for an event too, and for what each event draws', () => {
    const { severity, ...others } = base.inputs!;
    const outputs = { ...base.outputs, yearly: { unit: 'HKD/year', formula: 'mishap.cost' } };
    const lines = {};
    const event = base.events!['loss']!;
    const eventRenamed = { ...base, lines, outputs, events: { mishap: event } };
    const drawRenamed = {
      ...eventRenamed,
      inputs: { ...others, harshness: severity! },
      events: { mishap: { ...event, amounts: { cost: 'harshness' } } },
    };
    const costs = [base, eventRenamed, drawRenamed].map((small) =>
      outputOf(runSmall(small).columns, 'yearly', 'dual', 1),
    );
    const happened = costs.map((cost) => cost.map((amount) => (amount > 0 ? 1 : 0)));
    expect(happened[1]).not.toEqual(happened[0]);
    // The same events, at other prices.
    expect(happened[2]).toEqual(happened[1]);
    expect(costs[2]).not.toEqual(costs[1]);
  });

  it('another name is another draw', () => {
    const { second, ...others } = base.inputs!;
    const renamed = bitsOf({
      ...base,
      inputs: { ...others, third: second! },
      lines: {},
      outputs: { ...base.outputs, drawOfSecond: { unit: '1', formula: 'third' } },
    });
    const [first, thirdBits] = renamed.split('|');
    expect(first).toBe(bits.split('|')[0]);
    expect(thirdBits).not.toBe(bits.split('|')[1]);
  });

  describe('inputs of equal distribution are uncorrelated', () => {
    const inputCount = 24;
    const trials = 20_000;
    /** Correlations of all pairs, in units of 1 / sqrt(n), the spread of those of independent draws. */
    const pairs = (sampling: 'sobol' | 'random', seed: number, dimensions: boolean): number[] => {
      const names = Array.from({ length: inputCount }, (_, index) => `draw${index}`);
      const { columns } = runSmall({
        inputs: Object.fromEntries(
          names.map((each, dimension) => [
            each,
            {
              default: { dist: 'uniform', min: 0, max: 1 },
              ...(dimensions ? { dimension } : {}),
            },
          ]),
        ),
        outputs: Object.fromEntries(
          names.map((each) => [`${each}Out`, { unit: '1', formula: each }]),
        ),
        run: { trials, seed, sampling },
      });
      const drawn = names.map((each) => outputOf(columns, `${each}Out`, null));
      return drawn.flatMap((x, i) =>
        drawn.slice(0, i).map((y) => correlation(x, y) * Math.sqrt(trials)),
      );
    };
    const furthest = (scores: number[]) => Math.max(...scores.map(Math.abs));

    it('each of 276 pairs of plain draws within 5 / sqrt(n) (false alarm 2e-4 in all; fixed seed)', () => {
      expect(furthest(pairs('random', 5, false))).toBeLessThan(5);
    });

    it.each([true, false])(
      'Sobol points on average over seeds and pairs, with a dimension of their own: %s (false alarm 6e-7; fixed seeds)',
      (dimensions) => {
        const scores = [1, 2, 3, 4].flatMap((seed) => pairs('sobol', seed, dimensions));
        const all = Float64Array.from(scores);
        expect(Math.abs(mean(all))).toBeLessThan(5 * Math.sqrt(variance(all) / all.length));
        // Those spread together are less correlated than independent draws are.
        expect(Math.sqrt(variance(all))).toBeLessThan(dimensions ? 0.9 : 1.1);
      },
    );

    it.each([true, false])(
      'each of 276 pairs of Sobol points within 5 / sqrt(n) for four seeds, with a dimension of their own: %s (false alarm 6e-4; fixed seeds)',
      (dimensions) => {
        const scores = [1, 2, 3, 4].flatMap((seed) => pairs('sobol', seed, dimensions));
        expect(furthest(scores)).toBeLessThan(5);
      },
    );
  });

  it('an input named twice is one draw: x - x is 0, and x * x has the mean and variance of a square', () => {
    const { columns } = runSmall({
      inputs: { x: { default: { dist: 'normal', mean: 0, sd: 2 } } },
      outputs: { none: { unit: '1', formula: 'x - x' }, square: { unit: '1', formula: 'x * x' } },
      run: { trials: 50_000, seed: 5 },
    });
    expect(new Set(outputOf(columns, 'none', null))).toEqual(new Set([0]));
    const square = figureOf(columns, outputOf(columns, 'square', null), mean);
    expect(Math.abs(square.value - 4)).toBeLessThanOrEqual(5 * square.error);
    // Of two draws it would be the variance of a product: 16, not 2 sd^4 = 32.
    const spread = figureOf(columns, outputOf(columns, 'square', null), variance);
    expect(Math.abs(spread.value - 32)).toBeLessThanOrEqual(5 * spread.error);
  });

  it('any trial computed alone has the bits that it has in the run', () => {
    const { columns, prepared } = runSmall(base);
    const layout = layOutBlocks(1500);
    const { plan, source } = prepared.compiled;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), (trial) => {
        const alone = replayTrial(plan, source.scenario.run, layout, trial);
        const at =
          columns.offsets[(trial - 1) % layout.replicates]! +
          Math.floor((trial - 1) / layout.replicates);
        for (const [index, values] of columns.values.entries()) {
          if (values !== null) expect(Object.is(alone[index]!.value, values[at])).toBe(true);
        }
      }),
      { numRuns: 60, seed: 10 },
    );
  });
});

describe('event luck', () => {
  const costs = (coupling: 'common' | 'independent') => {
    const { columns } = runSmall({ ...base, run: { trials: 20_000, seed: 7, coupling } });
    return ['pipl-only', 'pdpo-only', 'dual'].map((posture) =>
      outputOf(columns, 'yearly', posture, 1),
    );
  };
  it('is the same under every posture when coupling is common: equal rates give equal costs, lower rates fewer events', () => {
    const [pipl, pdpo, dual] = costs('common');
    expect(pipl).toEqual(pdpo);
    for (let i = 0; i < pipl!.length; i++) expect(dual![i]! <= pipl![i]!).toBe(true);
  });
  it('is separate when coupling is independent, with the same mean and variance', () => {
    const [pipl, pdpo] = costs('independent');
    expect(Math.abs(correlation(pipl!, pdpo!))).toBeLessThan(5 / Math.sqrt(20_000));
    const [common] = costs('common');
    expect(variance(pipl!) / variance(common!)).toBeGreaterThan(0.85);
    expect(variance(pipl!) / variance(common!)).toBeLessThan(1.15);
  });
});
