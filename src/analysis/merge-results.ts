import { answerOf } from './answer.ts';
import type { Result, Shadow, Summary } from '../schema/result.ts';

/** What a run of part of the trials found, and how many they were. */
export interface Part {
  readonly result: Result;
  readonly trials: number;
}

/**
 * Puts what two parts of one run found together, as if it had been found at once. Means, shares and
 * histograms are those of all trials; so are least, largest and standard deviation. A percentile is
 * the mean of those of the parts: its bias falls with the size of a part, and is far below its
 * error where parts have a hundred thousand trials (the ends of a distribution are the first to
 * show it). Errors are those of independent parts, which is too large rather than too small where
 * points are quasi-random. The parts must have been analysed with the same settings.
 */
export function mergeResults(before: Part, next: Part): Part {
  const trials = before.trials + next.trials;
  const weights: Weights = [before.trials / trials, next.trials / trials];
  const figures = <K extends keyof Result>(key: K): Result[K] =>
    merge(before.result[key], next.result[key], weights, key) as Result[K];
  const { result } = before;
  const outputs = figures('outputs');
  const lead = figures('lead');
  return {
    trials,
    result: {
      ...result,
      manifest: { ...result.manifest, trials },
      outputs,
      answer: answerOf(
        outputs['tco'] ?? {},
        result.postures.map(({ id }) => id),
        result.law ?? null,
        (one, other) => (lead.of === one ? (lead.against[other]?.standardError ?? 0) : 0),
      ),
      components: figures('components'),
      componentErrors: figures('componentErrors'),
      lines: figures('lines'),
      byYear: figures('byYear'),
      cheapest: figures('cheapest'),
      cheapestErrors: figures('cheapestErrors'),
      saving: figures('saving'),
      lead,
      distributions: figures('distributions'),
      roi: figures('roi'),
      payback: figures('payback'),
      events: figures('events'),
      shadow: figures('shadow').map(distance),
      warnings: unionOf(result.warnings, next.result.warnings),
    },
  };
}

type Weights = readonly [before: number, next: number];

/** Records of nothing but standard errors. */
const errorRecords: ReadonlySet<string> = new Set(['errors', 'componentErrors', 'cheapestErrors']);
const errorFigures: ReadonlySet<string> = new Set(['standardError', 'probabilityPositiveError']);

function merge(
  a: unknown,
  b: unknown,
  weights: Weights,
  key: string,
  areErrors = errorRecords.has(key),
): unknown {
  if (typeof a === 'number' && typeof b === 'number')
    return mergeNumbers(a, b, weights, key, areErrors);
  // What is not known of a part is not known of the whole.
  if (a === null || b === null) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) throw new RangeError(`parts of a run differ in ${key}`);
    return a.map((each, index) => merge(each, b[index], weights, key, areErrors));
  }
  if (typeof a !== 'object' || typeof b !== 'object') return a;
  const other = b as Readonly<Record<string, unknown>>;
  const merged = Object.fromEntries(
    Object.entries(a).map(([name, each]) => [
      name,
      name in other
        ? merge(each, other[name], weights, name, areErrors || errorRecords.has(name))
        : each,
    ]),
  );
  return 'sd' in a && 'mean' in a
    ? { ...merged, sd: spreadOfBoth(a as Summary, b as Summary, weights) }
    : merged;
}

function mergeNumbers(
  a: number,
  b: number,
  [before, next]: Weights,
  key: string,
  areErrors: boolean,
): number {
  if (areErrors || errorFigures.has(key)) {
    const [own, other] = [before * a, next * b];
    return Math.sqrt(own * own + other * other);
  }
  if (key === 'min') return Math.min(a, b);
  if (key === 'max') return Math.max(a, b);
  // Also what is no figure of the trials, such as the number of a year.
  return a === b ? a : before * a + next * b;
}

/** The standard deviation of the trials of both parts. */
function spreadOfBoth(a: Summary, b: Summary, [before, next]: Weights): number {
  const apart = a.mean - b.mean;
  return Math.sqrt(before * a.sd * a.sd + next * b.sd * b.sd + before * next * apart * apart);
}

/** How far a simulated mean is from the exact one, once all parts are in it. */
function distance(shadow: Shadow): Shadow {
  const { exactMean, simulatedMean, standardError } = shadow;
  return {
    ...shadow,
    z: standardError > 0 ? (simulatedMean - exactMean) / standardError : null,
  };
}

function unionOf(a: Result['warnings'], b: Result['warnings']): Result['warnings'] {
  return [...a, ...b.filter(({ code }) => a.every((each) => each.code !== code))];
}
