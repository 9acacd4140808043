import type { ProgramSource } from '../language/program-source.ts';
import { toldPlace } from '../language/told-place.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { exp, log } from '../numeric/elementary.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { possibleRange } from '../schema/possible-range.ts';
import type { CellValue, ResolvedInput } from '../schema/resolved.ts';
import { largestFactor, scaleValue } from '../schema/scale-value.ts';
import type { Value } from '../schema/value-form.ts';
import { CalibrationError } from './calibration-error.ts';
import { meanOfInput, valueAt } from './pin-input.ts';
import { isUncertain, partsOf } from './is-uncertain.ts';
import { assumedSpread } from './target-figures.ts';

/** An input that may move: all of its values are multiplied by one factor. */
export interface Mover {
  readonly name: string;
  readonly value: Value;
  /** Its standard deviation, as a share of its mean. */
  readonly spread: number;
  /** `assumed` where the scenario gives plain numbers, or what differs from event to event. */
  readonly spreadFrom: 'scenario' | 'assumed';
  readonly possible: readonly [number, number];
  /** What its values are multiplied by when it moves by so many standard deviations. */
  readonly factorAt: (change: number) => number;
  /** How far it may go, in standard deviations. */
  readonly bounds: readonly [lowest: number, highest: number];
}

/** No input goes further, in standard deviations. */
export const farthest = 4;
/** An input that is nothing at this percentile cannot move in proportion. */
const low = 0.16;
/** No value is brought nearer to nothing than this share of it. */
const leastFactor = 0.01;

/**
 * The inputs that may move: those that are named, else whatever the scenario says is uncertain, and
 * its amounts and rates. What the law says, shares that are settled, and defaults of the model that
 * are no estimates stay.
 */
export function moversOf({
  inputs,
  source,
  values,
}: {
  readonly source: ProgramSource;
  readonly inputs: readonly string[] | null;
  readonly values: Readonly<Record<string, Value>>;
}): readonly Mover[] {
  const all = source.scenario.inputs;
  if (inputs === null)
    return Object.keys(all).flatMap((name) => {
      const input = all[name];
      const isOpen = input !== undefined && isOpenByItself(input, source.model.inputs[name]?.unit);
      return isOpen ? (moverOf(source, name, values[name]) ?? []) : [];
    });
  return inputs.map((name) => {
    if (!Object.hasOwn(all, name))
      throw new CalibrationError(
        `there is no input "${name.slice(0, 60)}"${didYouMean(name, Object.keys(all))}`,
      );
    const mover = moverOf(source, name, values[name]);
    if (mover === null)
      throw new CalibrationError(
        `${name} cannot be multiplied: it is nothing, a word, or drawn from a list of counts`,
      );
    return mover;
  });
}

function isOpenByItself(input: ResolvedInput, unit = ''): boolean {
  if (isUncertain(input)) return true;
  return input.from === 'scenario' && (unit.includes('HKD') || unit.endsWith('/year'));
}

function moverOf(source: ProgramSource, name: string, value: Value | undefined): Mover | null {
  const input = source.scenario.inputs[name];
  const declared = source.model.inputs[name];
  if (input === undefined || declared === undefined || value === undefined) return null;
  const mean = meanOfInput(input);
  if (!(mean > 0)) return null;
  const possible = possibleRange(declared.unit ?? '', declared.range ?? null);
  if (scaleValue(value, 1.01, possible) === null) return null;
  const own = declared.per === 'event' ? null : spreadOf(input);
  const { isStraight, spread } = own ?? { isStraight: false, spread: assumedSpread };
  // In proportion, a standard deviation of the logarithm, as a lognormal of that spread has it.
  const ofLogarithm = Math.sqrt(log(1 + spread * spread));
  const most = Math.max(1, largestFactor(value, possible));
  return {
    name,
    value,
    spread,
    spreadFrom: own === null ? 'assumed' : 'scenario',
    possible,
    factorAt: (change) => (isStraight ? 1 + spread * change : exp(ofLogarithm * change)),
    bounds: isStraight
      ? [Math.max(-farthest, (leastFactor - 1) / spread), Math.min(farthest, (most - 1) / spread)]
      : [-farthest, most === Infinity ? farthest : Math.min(farthest, log(most) / ofLogarithm)],
  };
}

/**
 * The standard deviation of an uncertain input as a share of its mean, and whether it moves straight:
 * what is normal does, and what may be nothing. null where it is certain.
 */
function spreadOf(
  input: ResolvedInput,
): { readonly spread: number; readonly isStraight: boolean } | null {
  if (!isUncertain(input)) return null;
  const { posture, year } = toldPlace(input);
  const cell = input.cells[posture]?.[year];
  // The input and its multiplier are drawn independently.
  const [own, shared] = [cell, input.times].map((part) => ofMean(part ?? null));
  const spread = Math.sqrt((1 + (own ?? 0)) * (1 + (shared ?? 0)) - 1);
  const isStraight = isNormal(input) || !(valueAt(input, low) > 0);
  return spread > 1e-6 && Number.isFinite(spread) ? { isStraight, spread } : null;
}

/** A variance as a share of the square of the mean. */
function ofMean(cell: CellValue | null): number {
  if (cell?.kind !== 'distribution') return 0;
  const { mean, variance } = makeDistribution(cell.spec);
  return variance / (mean * mean);
}

function isNormal(input: ResolvedInput): boolean {
  return partsOf(input).every(
    (part) => part.kind !== 'distribution' || part.spec.dist === 'normal',
  );
}
