import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import type { Columns } from '../../src/engine/merge.ts';
import { runBlocks } from '../../src/engine/run-blocks.ts';
import type { Block } from '../../src/engine/blocks.ts';
import { planOf } from '../../src/language/compile.ts';
import type { Plan } from '../../src/language/plan.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';
import { runSmall } from '../helpers/prepare-model.ts';
import type { SmallModel } from '../helpers/prepare-model.ts';
import { hashOfColumns } from '../helpers/published-run.ts';

/** What the published scenario has not: every kind of count, correlations, caps, functions, a chain of events. */
const model: SmallModel = {
  inputs: {
    size: { default: { dist: 'lognormal', mean: 3, cv: 1 }, dimension: 0 },
    growth: { default: { dist: 'normal', mean: 0.02, sd: 0.05 } },
    price: { unit: 'HKD', default: { dist: 'pert', min: 5, mode: 8, max: 20 } },
    level: { default: { dist: 'discrete', values: [1, 2, 5], weights: [0.5, 0.3, 0.2] } },
    rate: {
      unit: '1/year',
      by: ['posture'],
      default: { 'pipl-only': 0.8, 'pdpo-only': 0.4, dual: 0.1 },
    },
    severity: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 4, cv: 0.7 } },
    fineAmount: { unit: 'HKD', per: 'event', default: { dist: 'lognormal', p5: 1, p95: 30 } },
  },
  events: {
    inquiry: {
      frequency: 'poisson',
      rate: 'rate * size',
      amounts: { cost: 'severity * level' },
      dimension: 0,
    },
    fine: { of: 'inquiry', chance: '0.3', amounts: { cost: 'min(fineAmount, price)' } },
    appeal: { of: 'fine', chance: '0.5', amounts: { cost: 'severity' } },
    breach: {
      frequency: 'negative-binomial',
      rate: 'rate',
      dispersion: '0.7',
      amounts: { cost: 'severity' },
    },
    audit: { frequency: 'bernoulli', rate: '0.3', amounts: { cost: 'severity * 0.25' } },
  },
  lines: {
    losses: {
      kind: 'loss',
      formula: 'inquiry.cost + fine.cost + appeal.cost + breach.cost + audit.cost',
    },
    programme: {
      kind: 'investment',
      formula: 'year == 1 ? price * exp(growth * year) * sqrt(level) : 0',
    },
  },
  outputs: {
    worst: { unit: 'HKD/year', formula: 'max(cost.total, year)' },
    logSize: { unit: '1', formula: 'size > 2 ? log(size) : abs(growth)' },
  },
  scenario: { correlations: [['growth', 'price', -0.5]] },
};
/** Two blocks a replicate. */
const trials = 9_000;

const runs = {
  'sobol, common': { trials, seed: 20261123, sampling: 'sobol', coupling: 'common' },
  'random, independent': { trials, seed: 7, sampling: 'random', coupling: 'independent' },
} as const satisfies Record<string, RunOptions>;

/**
 * Hashes of every bit of these runs. They change with the generator, a distribution, a kernel or
 * the order of merging, and then old results can no longer be verified. If that is meant, run
 * `npx vitest run test/engine/same-bits`, take the hash that the failure shows as received, and
 * say in the commit why the bits changed.
 */
const recorded: Record<keyof typeof runs, string> = {
  'sobol, common': 'e649c44338ffe556f47937440757c96daed5c899a4c2215abfd874397f54ece8',
  'random, independent': '100d28bd56f6850695f05ed16ff74b9090835721b82ddc3088af5df59bb29cf4',
};

function runDealt(plan: Plan, run: RunOptions, hands: readonly (readonly Block[])[]): Columns {
  return mergeRecordings(
    plan,
    layOutBlocks(run.trials),
    hands.map((hand) => runBlocks(plan, run, hand)),
  );
}

afterEach(endCompiledEngine);

describe.each(Object.entries(runs))('the bits of a run (%s)', (name, run) => {
  const { columns, prepared } = runSmall({ ...model, run });
  const { plan, source, graph, observed } = prepared.compiled;
  const whole = hashOfColumns(columns);
  const { blocks } = layOutBlocks(trials);

  it('are those on record', () => {
    expect(whole).toBe(recorded[name as keyof typeof runs]);
  });

  it('are the same from the compiled engine', async () => {
    expect(await beginCompiledEngine()).toBe(true);
    expect(hashOfColumns(runSmall({ ...model, run }).columns)).toBe(whole);
  });

  it('are the same for 1, 2 or 3 shards, each with its blocks in any order', () => {
    const shuffled = fc.shuffledSubarray([...blocks], { minLength: blocks.length });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3), shuffled, fc.nat(997), (shards, order, salt) => {
        const hands = Array.from({ length: shards }, (_, shard) =>
          order.filter((block) => ((block.index * 31 + salt) % 7) % shards === shard),
        );
        expect(hashOfColumns(runDealt(plan, run, hands))).toBe(whole);
      }),
      { numRuns: 4, seed: 2 },
    );
  });

  it('are the same whatever order the program computes things in', () => {
    const order = fc.shuffledSubarray([...observed], { minLength: observed.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        const other = planOf(source, graph, shuffled);
        const reordered = runDealt(other, run, [blocks]);
        const places = observed.map((each) => shuffled.indexOf(each));
        const backInPlace: Columns = {
          ...reordered,
          values: places.map((place) => reordered.values[place]!),
          moments: places.map((place) => reordered.moments[place]!),
        };
        expect(other.program).not.toEqual(plan.program);
        expect(hashOfColumns(backInPlace)).toBe(whole);
      }),
      { numRuns: 2, seed: 3 },
    );
  });

  it('of every trial stay when more trials are run', () => {
    const more = runSmall({ ...model, run: { ...run, trials: trials + 3_000 } }).columns;
    expect(more.replicates).toBe(columns.replicates);
    for (const [index, values] of columns.values.entries()) {
      if (values === null) continue;
      for (let replicate = 0; replicate < columns.replicates; replicate++) {
        const own = values.subarray(columns.offsets[replicate], columns.offsets[replicate + 1]);
        const from = more.offsets[replicate]!;
        const again = more.values[index]!.subarray(from, from + own.length);
        expect(own.every((value, i) => Object.is(value, again[i]))).toBe(true);
      }
    }
  });

  it('are others with another seed', () => {
    expect(hashOfColumns(runSmall({ ...model, run: { ...run, seed: 8 } }).columns)).not.toBe(whole);
  });
});
