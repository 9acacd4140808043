import type { Sketch } from './briefing.ts';
import { fitPercentiles } from './fit-percentiles.ts';
import { formOfLeaf } from './leaf-form.ts';
import type { LeafForm, Triple } from './leaf-form.ts';
import { possibleRange } from './possible-range.ts';
import { sensibleNumber } from './sensible-number.ts';
import type { Quantity } from './value-form.ts';

/** What is known of the input that a leaf belongs to. */
export interface FormContext {
  /** The leaf as it is drawn; null for numbers, and while it is not known yet. */
  readonly sketch: Sketch | null;
  readonly unit: string;
  /** Sensible lowest and highest value. */
  readonly range: readonly [number, number] | null;
}

/** How far a fixed number may be off on either side, until a person says how far. */
const usualError = 0.2;

/**
 * A leaf in another form, as near to what it was as that form can be: its median as a number, its
 * ends and its mean as a range, its percentiles as such. A leaf that cannot be changed stays.
 */
export function asForm(leaf: Quantity, form: LeafForm, context: FormContext): Quantity {
  if (typeof leaf === 'string' || formOfLeaf(leaf) === form) return leaf;
  const known = typeof leaf === 'number' ? constant(leaf) : context.sketch;
  if (known === null) return leaf;
  switch (form) {
    case 'fixed':
      return sensibleNumber(between(known, 24), between(known, 24));
    case 'range': {
      const [min, mode, max] = rangeOf(known, context);
      return { dist: 'pert', min, mode, max };
    }
    case 'percentiles':
      return fitPercentiles(
        percentilesOf(known, context),
        possibleRange(context.unit, context.range)[1] === 1,
      );
  }
  return form satisfies never;
}

function constant(value: number): Sketch {
  return { quantiles: Array.from({ length: 50 }, () => value), mean: value };
}

/** Between a quantile of a sketch and the next: the 50th percentile stands between the 49th and 51st. */
function between({ quantiles }: Sketch, index: number): number {
  return ((quantiles[index] ?? NaN) + (quantiles[index + 1] ?? NaN)) / 2;
}

function rangeOf(sketch: Sketch, context: FormContext): Triple {
  const [min, max] = [sketch.quantiles[0] ?? NaN, sketch.quantiles.at(-1) ?? NaN];
  if (!(max > min)) return around(min, context);
  const mean = sketch.mean ?? between(sketch, 24);
  // The mode that gives a PERT with these ends the same mean.
  const mode = Math.min(max, Math.max(min, (6 * mean - min - max) / 4));
  const round = (value: number) => clamp(sensibleNumber(value, max - min), context);
  return [round(min), round(mode), round(max)];
}

function percentilesOf(sketch: Sketch, context: FormContext): Triple {
  const [p10, p50, p90] = [between(sketch, 4), between(sketch, 24), between(sketch, 44)];
  return p90 > p10 ? [p10, p50, p90] : around(p50, context);
}

/** The number in the middle, exactly, so that its mean stays. */
function around(value: number, context: FormContext): Triple {
  const [lowest, highest] = context.range ?? [0, 1];
  const own = sensibleNumber(Math.abs(value) * usualError, Math.abs(value));
  const error =
    value + own > value ? own : sensibleNumber((highest - lowest) / 100, (highest - lowest) / 100);
  const plain = (sum: number) => clamp(Number(sum.toPrecision(12)), context);
  return [plain(value - error), value, plain(value + error)];
}

function clamp(value: number, { range, unit }: FormContext): number {
  const [lowest, highest] = possibleRange(unit, range);
  return Math.min(highest, Math.max(lowest, value));
}
