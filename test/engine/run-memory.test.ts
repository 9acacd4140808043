import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import type { Columns } from '../../src/engine/merge.ts';
import { runBlocks, startBlocks } from '../../src/engine/run-blocks.ts';
import { RunMemory } from '../../src/engine/run-memory.ts';
import type { Compiled } from '../../src/language/compile.ts';
import { instructionLength, opcode } from '../../src/language/plan.ts';
import type { OpcodeName, Plan } from '../../src/language/plan.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { hashOfColumns } from '../helpers/published-run.ts';

afterEach(endCompiledEngine);

const trials = 3_000;
const layout = layOutBlocks(trials);
const randomness = { seed: 3, sampling: 'sobol' } as const;

interface Values {
  readonly price: number;
  readonly rate: number;
  readonly spread: number;
  readonly growth: number;
}
const usual: Values = { price: 8, rate: 0.6, spread: 0.7, growth: 0.02 };

function compiledWith({ price, rate, spread, growth }: Values): Compiled {
  const { prepared, issues } = prepareSmall({
    inputs: {
      price: { unit: 'HKD', default: price },
      size: { default: { dist: 'lognormal', mean: 3, cv: spread } },
      rate: { unit: '1/year', default: rate },
      severity: { unit: 'HKD', per: 'event', default: { dist: 'gamma', mean: 4, cv: 0.7 } },
      growth: { default: { dist: 'normal', mean: growth, sd: 0.05 } },
    },
    events: {
      inquiry: {
        frequency: 'poisson',
        rate: 'rate * min(size, 5)',
        amounts: { cost: 'severity * exp(growth)' },
      },
      audit: { frequency: 'bernoulli', rate: '0.3', amounts: { cost: 'severity * 0.25' } },
    },
    lines: {
      losses: { kind: 'loss', formula: 'inquiry.cost + audit.cost' },
      programme: { kind: 'investment', formula: 'price * size * exp(growth * year)' },
    },
    outputs: { logSize: { unit: '1', formula: 'log(size)' } },
  });
  if (prepared === null) throw new Error(JSON.stringify(issues));
  return prepared.compiled;
}

function fromNothing({ plan }: Compiled): Columns {
  return mergeRecordings(plan, layout, [runBlocks(plan, randomness, layout.blocks)]);
}

function remembering(memory: RunMemory, compiled: Compiled): { columns: Columns; plan: Plan } {
  const { plan, held, complete } = memory.remainder(compiled, randomness, layout);
  const run = startBlocks(plan, randomness, layout.blocks, held);
  while (run.next());
  return { columns: complete([run.recording]), plan };
}

/** How often each instruction stands in a program. */
function instructionsOf({ program }: Plan): Partial<Record<OpcodeName, number>> {
  const counts: Partial<Record<OpcodeName, number>> = {};
  for (let at = 0; at < program.length; at += instructionLength) {
    const [name] = Object.entries(opcode).find(([, code]) => code === program[at]) ?? [];
    if (name !== undefined) counts[name as OpcodeName] = (counts[name as OpcodeName] ?? 0) + 1;
  }
  return counts;
}

describe('a run that remembers earlier ones', () => {
  const values = fc.record({
    price: fc.constantFrom(5, 8),
    rate: fc.constantFrom(0.3, 0.6),
    spread: fc.constantFrom(0.5, 0.7),
    growth: fc.constantFrom(0, 0.02),
  });

  it.each([false, true])(
    'has the bits of a run from nothing (compiled: %s)',
    async (isCompiled) => {
      if (isCompiled) await beginCompiledEngine();
      const known = new Map<string, string>();
      fc.assert(
        fc.property(fc.array(values, { minLength: 2, maxLength: 6 }), (changes) => {
          const memory = new RunMemory();
          for (const each of changes) {
            const compiled = compiledWith(each);
            const name = JSON.stringify(each);
            const expected = known.get(name) ?? hashOfColumns(fromNothing(compiled));
            known.set(name, expected);
            const { columns } = remembering(memory, compiled);
            expect(hashOfColumns(columns)).toBe(expected);
            expect(columns.observed).toEqual(compiled.plan.observed);
          }
        }),
        { numRuns: 12, seed: 4 },
      );
    },
  );

  it('computes nothing for a scenario that it has seen', () => {
    const memory = new RunMemory();
    remembering(memory, compiledWith(usual));
    expect(remembering(memory, compiledWith({ ...usual })).plan.program).toEqual([]);
  });

  it('draws nothing anew for a changed value that is not random', () => {
    const memory = new RunMemory();
    remembering(memory, compiledWith(usual));
    const { plan } = remembering(memory, compiledWith({ ...usual, price: 9 }));
    const counts = instructionsOf(plan);
    for (const name of [
      'uniform',
      'eventUniform',
      'sample',
      'poisson',
      'events',
      'exponential',
    ] as const)
      expect(counts[name], name).toBeUndefined();
    expect(counts.multiplyFixed ?? 0).toBeGreaterThan(0);
    // What does not depend on it is not even recorded again.
    expect(plan.observed.some(({ group }) => group === 'event')).toBe(false);
  });

  it('draws what a changed spread is drawn from, and no other input', () => {
    const memory = new RunMemory();
    remembering(memory, compiledWith(usual));
    const { plan } = remembering(memory, compiledWith({ ...usual, growth: 0.03 }));
    const inputs = instructionsOf(plan);
    expect(inputs.uniform).toBe(1);
    expect(inputs.poisson).toBeUndefined();
  });

  it('is complete though another run had things forgotten meanwhile', () => {
    const memory = new RunMemory();
    remembering(memory, compiledWith(usual));
    const compiled = compiledWith({ ...usual, price: 9 });
    const { plan, held, complete } = memory.remainder(compiled, randomness, layout);
    memory.remainder(compiled, { ...randomness, seed: 9 }, layout);
    const columns = complete([runBlocks(plan, randomness, layout.blocks, held)]);
    expect(hashOfColumns(columns)).toBe(hashOfColumns(fromNothing(compiled)));
  });

  it('forgets when seed, sampling or trials are others, and keeps to its limit', () => {
    const limit = 40 * 8 * trials;
    const memory = new RunMemory(limit);
    const sizes: number[] = [];
    for (let price = 1; price < 12; price++) {
      remembering(memory, compiledWith({ ...usual, price, rate: price / 10 }));
      sizes.push(memory.bytes);
    }
    expect(Math.max(...sizes)).toBe(limit);
    const compiled = compiledWith(usual);
    const other = memory.remainder(compiled, { seed: 4, sampling: 'sobol' }, layout);
    expect(memory.bytes).toBe(0);
    expect(instructionsOf(other.plan)).toMatchObject({ sample: expect.any(Number) });
  });
});
