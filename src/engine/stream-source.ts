import { fillSobol, sobolDimension, sobolPart, sobolPoint } from '../numeric/sobol.ts';
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
  readonly dimension: SobolDimension | null;
}

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
    const generator = this.generator(stream, replicate);
    if (generator.dimension === null)
      fillRandom(draws, count, generator.key0, generator.key1, first);
    else fillSobol(draws, count, generator.dimension, first);
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
    const { dimension, later0, later1 } = this.generator(stream, replicate);
    for (let k = 0; k < count; k++) {
      const trial = first + (trials[k] ?? 0);
      const index = indices[k] ?? 0;
      draws[k] =
        index === 0 && dimension !== null
          ? sobolPoint(dimension, trial)
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
  // Undeclared dimensions may pair badly, so that each replicate has one of its own.
  const dimension =
    sampling !== 'sobol'
      ? null
      : declared === null
        ? sobolDimension({ hash: name0 }, key0, key1)
        : partOf(key, declared, low, high, replicate);
  const generator = { key0, key1, later0, later1, dimension };
  if (made.size >= mostMade) made.clear();
  made.set(id, generator);
  return generator;
}

/** Dimensions whose parts are asked for, one after another. */
const wholes = new Map<string, SobolDimension>();
const mostWholes = 5_000;

/** Replicates share one scrambled dimension where it is declared; each has a part of it. */
function partOf(
  [name0, name1]: PlanStream['key'],
  declared: number,
  low: number,
  high: number,
  replicate: number,
): SobolDimension {
  const id = `${name0} ${name1} ${declared} ${low} ${high}`;
  let whole = wholes.get(id);
  if (whole === undefined) {
    // No replicate has this number.
    const [key0, key1] = threefryBlock(name0, name1, low, high | 2047);
    whole = sobolDimension(declared, key0, key1);
    if (wholes.size >= mostWholes) wholes.clear();
    wholes.set(id, whole);
  }
  return sobolPart(whole, replicate);
}
