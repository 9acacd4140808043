import { describe, expect, it } from 'vitest';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { StreamSource } from '../../src/engine/stream-source.ts';
import type { Plan } from '../../src/language/plan.ts';
import { randomWord } from '../../src/numeric/threefry.ts';
import type { Sampling } from '../../src/schema/resolved.ts';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { preparePublished } from '../helpers/published-run.ts';

/** Draws of a stream as numbers from -1/2 to 1/2, replicate after replicate, as a run has them. */
function drawsOf(source: StreamSource, stream: number, trials: number): Float64Array {
  const { offsets, replicates } = layOutBlocks(trials);
  const draws = new Int32Array(trials);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const [from = 0, to = 0] = offsets.slice(replicate);
    source.fill(draws.subarray(from, to), to - from, stream, replicate, 0);
  }
  return Float64Array.from(draws, (draw) => ((draw >>> 0) + 0.5) / 2 ** 32 - 0.5);
}

/** Correlation of two uniform streams in units of 1 / sqrt(N), the error of independent draws. */
function score(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return (12 * sum) / Math.sqrt(x.length);
}

/** A model with inputs of all dimensions and none, and events of all dimensions and none. */
function randomModel(seed: number): Plan {
  const word = (counter: number) => randomWord(seed, 16, counter, 0) >>> 0;
  const names = Array.from({ length: 45 }, (_, index) => `x${index}of${word(index) % 1000}`);
  const dimensions = Array.from({ length: 32 }, (_, index) => index);
  const inputs = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        default: { dist: 'uniform', min: 0, max: 1 },
        ...(index < 32 ? { dimension: dimensions[index] } : {}),
      },
    ]),
  );
  const events = Object.fromEntries(
    [0, 1, 2, 3, 4].map((index) => [
      `event${word(100 + index) % 1000}n${index}`,
      {
        frequency: 'poisson',
        rate: 'rate',
        amounts: { cost: 'severity', other: 'more' },
        ...(index < 4 ? { dimension: index } : {}),
      },
    ]),
  );
  const perEvent = { per: 'event', unit: 'HKD', default: { dist: 'lognormal', mean: 3, cv: 1 } };
  const { prepared, issues } = prepareSmall({
    inputs: {
      ...inputs,
      unitCost: { unit: 'HKD', default: 1 },
      rate: { unit: '1/year', default: 0.7 },
      severity: perEvent,
      more: perEvent,
    },
    events,
    lines: {
      all: { kind: 'investment', formula: `((${names.join(' + ')})) * unitCost` },
      ...Object.fromEntries(
        Object.keys(events).map((name) => [
          `lineOf${name}`,
          { kind: 'loss', formula: `${name}.cost + ${name}.other` },
        ]),
      ),
    },
    run: { coupling: seed % 2 === 0 ? 'common' : 'independent' },
    scenario: { horizon: 5 },
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared.compiled.plan;
}

const counts = [256, 512, 1024, 4096, 10_000, 16_384];
const pairs = 200;

/** The furthest of 200 random pairs of a plan's streams at each number of futures. */
function furthest(plan: Plan, sampling: Sampling, seed: number): number[] {
  const streams = plan.streams.length;
  expect(streams).toBeGreaterThan(20);
  return counts.map((trials, at) => {
    const source = new StreamSource(plan, { seed, sampling });
    const known = new Map<number, Float64Array>();
    const draws = (stream: number): Float64Array => {
      const found = known.get(stream) ?? drawsOf(source, stream, trials);
      known.set(stream, found);
      return found;
    };
    let worst = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const one = (randomWord(seed, at, pair, 1) >>> 0) % streams;
      const step = 1 + ((randomWord(seed, at, pair, 2) >>> 0) % (streams - 1));
      worst = Math.max(worst, Math.abs(score(draws(one), draws((one + step) % streams))));
    }
    return worst;
  });
}

/**
 * One pair of truly independent streams is beyond 4 / sqrt(N) with a chance of 6.3e-5: of 200 pairs
 * at six numbers of futures one with a chance of 7 % at most. The seeds are fixed.
 */
describe.each([
  ['the published model', () => preparePublished().compiled.plan],
  ['a random model with common luck', () => randomModel(2)],
  ['a random model with independent luck', () => randomModel(3)],
] as const)('200 random pairs of streams of %s', (_, plan) => {
  it.each(['sobol', 'random'] as const)(
    'correlate within 4 / sqrt(N) at six numbers of futures, %s points',
    (sampling) => {
      expect(Math.max(...furthest(plan(), sampling, 5))).toBeLessThan(4);
    },
  );
});
