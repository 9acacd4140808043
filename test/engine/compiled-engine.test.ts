import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { compiledModuleText, target } from '../../tools/build-compiled-engine.js';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import { mergeRecordings } from '../../src/engine/merge.ts';
import { makeInterpreter } from '../../src/engine/make-interpreter.ts';
import { runBlocks, startBlocks } from '../../src/engine/run-blocks.ts';
import { instructionLength, opcode } from '../../src/language/plan.ts';
import type { Observed, OpcodeName, Plan } from '../../src/language/plan.ts';
import type { DistributionSpec } from '../../src/numeric/distributions/distribution-spec.ts';
import { hashOfColumns, publishedHash, publishedPlan } from '../helpers/published-run.ts';

afterEach(endCompiledEngine);

describe('the compiled module', () => {
  it('is what its sources give', async () => {
    expect(readFileSync(target, 'utf8'), 'run npm run build:engine').toBe(
      await compiledModuleText(),
    );
  });

  it('knows opcodes by the numbers that plans use', () => {
    const text = readFileSync('src/engine/assembly/opcodes.ts', 'utf8');
    const own = [...text.matchAll(/^ {2}(\w+) = (\d+),$/gm)].map(([, name = '', number]) => [
      name,
      Number(number),
    ]);
    expect(own.length).toBeGreaterThan(30);
    for (const [name, number] of own) expect(opcode[name as OpcodeName], `${name}`).toBe(number);
  });

  it('computes in strict arithmetic: no relaxed instruction is in it', async () => {
    expect(await compiledModuleText()).not.toMatch(/relaxed/);
    const text = readFileSync(target, 'utf8');
    const bytes = Buffer.from(/'([^']+)'/.exec(text)?.[1] ?? '', 'base64');
    // Relaxed instructions are those of the SIMD prefix with numbers from 0x100: 0xfd, 0x80-0x94, 0x02.
    for (let i = 0; i + 2 < bytes.length; i++) {
      const isRelaxed =
        bytes[i] === 0xfd &&
        (bytes[i + 1] ?? 0) >= 0x80 &&
        (bytes[i + 1] ?? 0) <= 0x94 &&
        bytes[i + 2] === 2;
      expect(isRelaxed).toBe(false);
    }
  });
});

const sources: readonly DistributionSpec[] = [
  {
    dist: 'discrete',
    values: [-1e308, -746, -701, -2.5, -1, -0.5, -0, 1e-310, 0.3, 0.5, 1, 2, 30, 706, 711, 1e300],
  },
  { dist: 'normal', mean: 0, sd: 1 },
  { dist: 'lognormal', mean: 2, cv: 1.5 },
  { dist: 'uniform', min: -3, max: 2 },
  { dist: 'triangular', min: 0, mode: 0.2, max: 4 },
  { dist: 'pert', min: 0, mode: 0.1, max: 1 },
  { dist: 'metalog', p10: 1, p50: 2, p90: 8 },
  {
    dist: 'mixture',
    components: [
      { dist: 'normal', mean: 3, sd: 1, weight: 0.7 },
      { dist: 'discrete', values: [0, 5], weight: 0.3 },
    ],
  },
  { dist: 'poisson', rate: 3 },
  { dist: 'uniform', min: 0, max: 60 },
] as readonly DistributionSpec[];

const constants = [-2, -0.5, 0, 0.25, 1, 3, 1e300];
const streams = ['first', 'second', 'third'].map((name, index) => ({
  name,
  key: [0x1234567 * (index + 1), -99 - index] as const,
  dimension: index === 0 ? null : index,
}));

const observed = (keep: Observed['keep']): Observed => ({
  group: 'output',
  name: 'any',
  posture: null,
  year: null,
  keep,
  constant: null,
});

/** A plan that draws one column for each source and stream, computes what is asked for and records everything. */
function planOf(steps: readonly (readonly [OpcodeName, ...number[]])[]): Plan {
  const drawn = streams.length;
  const sampled = sources.length;
  const columns = sampled + steps.length;
  const rows: (readonly [OpcodeName, ...number[]])[] = [
    ...streams.map((_, index) => ['uniform', index, index] as const),
    ...sources.map((_, index) => ['sample', index, index % drawn, index] as const),
    // Column -1 is that of the constant.
    ...steps.map(
      ([name, ...operands], index) =>
        [
          name,
          sampled + index,
          ...operands.map((operand) => (operand < 0 ? columns : operand)),
        ] as const,
    ),
  ];
  for (let column = 0; column < columns; column++) {
    rows.push(['observe', 2 * column, column], ['observe', 2 * column + 1, column]);
  }
  return {
    format: 'tandem-plan/1',
    postures: [],
    years: 1,
    streams,
    samplers: sources,
    constants,
    constantColumns: [[columns, 0.7]],
    columns: columns + 1,
    drawColumns: drawn,
    program: rows.flatMap(([name, ...operands]) =>
      [opcode[name], ...operands, 0, 0, 0, 0].slice(0, instructionLength),
    ),
    observed: Array.from({ length: columns }, () => [
      observed('column'),
      observed('moments'),
    ]).flat(),
  };
}

/** Everything that one block records, as bits; values that are no numbers are alike. */
function bitsOf(plan: Plan, sampling: 'sobol' | 'random', first: number, count: number): string[] {
  const bits: string[] = [];
  const text = (values: Float64Array) =>
    Buffer.from(values.map((value) => (Number.isNaN(value) ? NaN : value)).buffer).toString('hex');
  const interpreter = makeInterpreter(plan, { seed: 5, sampling });
  // Another block before: nothing may be left of it.
  const nothing = () => {};
  interpreter.run(1, 0, 512, nothing, nothing);
  const { columns, moments } = (() => {
    const block = { index: 0, replicate: 2, first, count };
    return startAndFinish(plan, sampling, block);
  })();
  for (const column of columns) if (column !== null) bits.push(text(column));
  for (const pair of moments) if (pair !== null) bits.push(text(pair));
  return bits;
}

/** The block, and a whole one after it: a part of a block must leave nothing behind. */
function startAndFinish(
  plan: Plan,
  sampling: 'sobol' | 'random',
  block: { index: number; replicate: number; first: number; count: number },
) {
  const next = { index: 1, replicate: 3, first: 0, count: 512 };
  const run = startBlocks(plan, { seed: 5, sampling }, [block, next]);
  while (run.next());
  return run.recording;
}

const binary: readonly OpcodeName[] = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'minimum',
  'maximum',
  'power',
  'less',
  'lessOrEqual',
  'equal',
  'and',
  'or',
];
const fixed: readonly OpcodeName[] = [
  'addFixed',
  'multiplyFixed',
  'fixedMinus',
  'fixedOver',
  'minimumFixed',
  'maximumFixed',
  'lessFixed',
  'fixedLess',
  'lessOrEqualFixed',
  'fixedLessOrEqual',
];
const unary: readonly OpcodeName[] = [
  'not',
  'negate',
  'absolute',
  'floor',
  'ceil',
  'round',
  'squareRoot',
  'exponential',
  'logarithm',
];

const column = fc.nat(sources.length - 1);
const step = fc.oneof(
  fc.tuple(fc.constantFrom(...binary), column, column),
  fc.tuple(fc.constantFrom(...fixed), column, fc.nat(constants.length - 1)),
  fc.tuple(fc.constantFrom(...unary), column),
  fc.tuple(fc.constantFrom<OpcodeName>('multiplyAdd', 'choose'), column, column, column),
  fc.tuple(
    fc.constant<OpcodeName>('multiplyFixedAdd'),
    column,
    fc.nat(constants.length - 1),
    column,
  ),
  fc.tuple(fc.constantFrom<OpcodeName>('poisson', 'bernoulli'), fc.nat(2), column),
  fc.tuple(fc.constant<OpcodeName>('negativeBinomial'), fc.nat(2), column, column),
  fc.tuple(fc.constant<OpcodeName>('normalScore'), fc.nat(2)),
) as fc.Arbitrary<readonly [OpcodeName, ...number[]]>;

describe('every kernel gives the bits of its TypeScript twin', () => {
  const sameBits = async (
    steps: readonly (readonly [OpcodeName, ...number[]])[],
    sampling: 'sobol' | 'random',
    first: number,
    count: number,
  ) => {
    const plan = planOf(steps);
    endCompiledEngine();
    const plain = bitsOf(plan, sampling, first, count);
    expect(await beginCompiledEngine()).toBe(true);
    expect(bitsOf(plan, sampling, first, count)).toEqual(plain);
  };
  const all: readonly (readonly [OpcodeName, ...number[]])[] = [
    ...binary.flatMap((name) => [
      [name, 0, 1] as const,
      [name, 1, 0] as const,
      [name, 2, 3] as const,
      [name, 0, 0] as const,
      [name, 5, 8] as const,
    ]),
    ...fixed.flatMap((name) =>
      constants.flatMap((_, index) => [[name, 0, index] as const, [name, 3, index] as const]),
    ),
    ...unary.flatMap((name) => sources.map((_, index) => [name, index] as const)),
    ['multiplyAdd', 1, 2, 3],
    ['multiplyAdd', 0, 2, 1],
    ['multiplyFixedAdd', 1, 3, 2],
    ['choose', 8, 1, 2],
    ...sources.flatMap((_, index) => [
      ['poisson', 0, index] as const,
      ['poisson', 1, index] as const,
      ['bernoulli', 2, index] as const,
      ['negativeBinomial', 1, index, 2] as const,
    ]),
    ['normalScore', 0],
    // Rates that are the same throughout.
    ['poisson', 0, -1],
    ['poisson', 1, -1],
    ['bernoulli', 2, -1],
  ];

  it.each([
    ['sobol', 0, 512],
    ['sobol', 1024, 511],
    ['sobol', 77, 3],
    ['random', 0, 512],
    ['random', 512, 509],
    ['random', 33, 1],
  ] as const)('one of each, %s from trial %i, %i trials', async (sampling, first, count) => {
    await sameBits(all, sampling, first, count);
  });

  it('in programs at random', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('sobol' as const, 'random' as const),
        fc.nat(3).map((block) => 512 * block),
        fc.integer({ min: 1, max: 512 }),
        sameBits,
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});

describe('whole runs', () => {
  const run = (trials: number) => {
    const plan = publishedPlan();
    const layout = layOutBlocks(trials);
    const randomness = { seed: 20261123, sampling: 'sobol' } as const;
    return hashOfColumns(
      mergeRecordings(plan, layout, [runBlocks(plan, randomness, layout.blocks)]),
    );
  };

  it('of the published scenario have the hash on record', async () => {
    await beginCompiledEngine();
    expect(run(20_000)).toBe(publishedHash);
  });

  it('may take turns in the one memory', async () => {
    await beginCompiledEngine();
    const plan = publishedPlan();
    const layout = layOutBlocks(9_000);
    const runs = ([1, 2] as const).map((seed) => ({
      seed,
      alone: runBlocks(plan, { seed, sampling: 'sobol' }, layout.blocks),
      inTurn: startBlocks(plan, { seed, sampling: 'sobol' }, layout.blocks),
    }));
    for (let more = true; more;) for (const { inTurn } of runs) more = inTurn.next();
    for (const { alone, inTurn } of runs)
      expect(hashOfColumns(mergeRecordings(plan, layout, [inTurn.recording]))).toBe(
        hashOfColumns(mergeRecordings(plan, layout, [alone])),
      );
  });
});
