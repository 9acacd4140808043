import {
  fillPairedAtRandom,
  pairedAtRandom,
  pointPairedAtRandom,
} from '../numeric/paired-at-random.ts';
import type { PairedAtRandom } from '../numeric/paired-at-random.ts';
import { netDimensions } from '../numeric/searched-directions.ts';
import { fillSobol, sobolDimension, sobolPoint } from '../numeric/sobol.ts';
import type { SobolDimension } from '../numeric/sobol.ts';
import { fillRandom, randomWord, threefryBlock } from '../numeric/threefry.ts';
import type { Plan, PlanStream } from '../language/plan.ts';
import type { Sampling } from '../schema/resolved.ts';

/** What the numbers of a run depend on besides the plan. */
export interface Randomness {
  readonly seed: number;
  readonly sampling: Sampling;
}

const twoTo32 = 4294967296;

/** The keyed generators of one stream in one replicate. */
export interface Generator {
  readonly key0: number;
  readonly key1: number;
  /** Key of the draws of an event's second and later occurrences. */
  readonly later0: number;
  readonly later1: number;
  /** Where its points are evenly spread; null where every draw is independent. */
  readonly even: EvenPoints | null;
}

/** How the points of a stream are spread. */
export interface EvenPoints {
  readonly paired: PairedAtRandom;
  /** The points from `netStart` on, spread together with those of other dimensions; null where none are. */
  readonly net: SobolDimension | null;
}

/**
 * The first points of every replicate are paired at random, dimension with dimension. So few points
 * cannot be evenly spread in all pairs of a hundred dimensions: some pairs would have points on two
 * of four squares alone, a correlation of 0.75. From here on none is near that
 * (test/numeric/net-pairs.test.ts).
 * They are too few to cost a long run what the others gain.
 */
export const netStart = 256;

/**
 * The random numbers of a plan. Each is a function of (seed, name of its stream, replicate, trial,
 * index of the event in the trial) and of nothing else: neither of what was drawn before nor of
 * what else the model draws.
 */
export class StreamSource {
  readonly #plan: Plan;
  readonly #randomness: Randomness;
  readonly #generators = new Map<number, Generator>();

  constructor(plan: Plan, randomness: Randomness) {
    this.#plan = plan;
    this.#randomness = randomness;
  }

  /** Draws of `count` consecutive trials, as 32-bit integers. */
  fill(draws: Int32Array, count: number, stream: number, replicate: number, first: number): void {
    const { even, key0, key1 } = this.generator(stream, replicate);
    if (even === null) {
      fillRandom(draws, count, key0, key1, first);
      return;
    }
    const paired = even.net === null ? count : Math.min(count, Math.max(0, netStart - first));
    if (even.net !== null && paired < count)
      fillSobol(draws.subarray(paired), count - paired, even.net, first + paired);
    if (paired > 0) fillPairedAtRandom(draws, paired, even.paired, first);
  }

  /**
   * Draws of events: of trial `first + trials[k]` and its event number `indices[k]`. First events
   * are low-discrepancy points, as trials are; later ones come from a counter-based generator.
   */
  fillEvents(
    draws: Int32Array,
    count: number,
    stream: number,
    replicate: number,
    first: number,
    trials: Int32Array,
    indices: Int32Array,
  ): void {
    const { even, later0, later1 } = this.generator(stream, replicate);
    for (let k = 0; k < count; k++) {
      const trial = first + (trials[k] ?? 0);
      const index = indices[k] ?? 0;
      draws[k] =
        index === 0 && even !== null
          ? pointOf(even, trial)
          : randomWord(later0, later1, trial, index);
    }
  }

  generator(stream: number, replicate: number): Generator {
    const id = stream * 4096 + replicate;
    const known = this.#generators.get(id);
    if (known !== undefined) return known;
    const source = this.#plan.streams[stream];
    if (source === undefined) throw new RangeError(`unknown stream: ${stream}`);
    const generator = generatorOf(source, this.#randomness, replicate);
    this.#generators.set(id, generator);
    return generator;
  }
}

/** Generators of earlier runs, by all that they depend on; a run with another seed needs others. */
const made = new Map<string, Generator>();
const mostMade = 50_000;

function generatorOf(
  { key, dimension: declared }: PlanStream,
  { seed, sampling }: Randomness,
  replicate: number,
): Generator {
  const [name0, name1] = key;
  const id = `${name0} ${name1} ${declared} ${seed} ${sampling} ${replicate}`;
  const known = made.get(id);
  if (known !== undefined) return known;
  const low = (seed % twoTo32) | 0;
  const high = Math.floor(seed / twoTo32) << 11;
  const [key0, key1] = threefryBlock(name0, name1, low, high | replicate);
  const [later0, later1] = threefryBlock(name1, name0, low, high | replicate);
  const even =
    sampling !== 'sobol'
      ? null
      : {
          paired: pairedAtRandom(key0, key1),
          // Each replicate is scrambled by itself: only so does their spread tell every error.
          net:
            declared === null || declared >= netDimensions
              ? null
              : sobolDimension(declared, key0, key1),
        };
  const generator = { key0, key1, later0, later1, even };
  if (made.size >= mostMade) made.clear();
  made.set(id, generator);
  return generator;
}

function pointOf({ net, paired }: EvenPoints, trial: number): number {
  return net === null || trial < netStart
    ? pointPairedAtRandom(paired, trial)
    : sobolPoint(net, trial);
}
