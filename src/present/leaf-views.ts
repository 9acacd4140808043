import type { Briefing, InputBriefing, Sketch } from '../schema/briefing.ts';
import { leavesOf } from '../schema/edit-value.ts';
import type { Leaf } from '../schema/edit-value.ts';
import { farthestMiddle } from '../schema/move-leaf.ts';
import type { MoveContext } from '../schema/move-leaf.ts';
import { nominalOf } from '../schema/nominal-of.ts';
import { possibleRange } from '../schema/possible-range.ts';
import { scaleLeaf } from '../schema/scale-leaf.ts';
import { sensibleNumber } from '../schema/sensible-number.ts';
import { speakQuantity } from './speak-quantity.ts';
import { multiplierInWords, spreadInWords } from './spread-in-words.ts';

/** A leaf of an input as people see it. */
export interface LeafView {
  readonly leaf: Leaf;
  /** Such as `Dual` or `Dual, year 2`; '' where the input has one value only. */
  readonly caption: string;
  /** Place of its posture among all; null where it is for all. */
  readonly posture: number | null;
  /** The number that stands for it: the leaf itself, or its median. null for words. */
  readonly middle: number | null;
  /** What it is drawn from: the spread of the leaf, or that of the multiplier around it. */
  readonly sketch: Sketch | null;
  /** How it spreads, in a sentence; '' where it does not. */
  readonly detail: string;
  /** The middle before the input was changed; null where it is the same or not known. */
  readonly was: number | null;
  /** How it can be moved as a whole; null where it cannot. */
  readonly move: MoveContext | null;
  /** How far it can be moved down and up. */
  readonly reach: readonly [lowest: number, highest: number];
}

/** The leaves of an input, multiplier last. `before` is the input as it was before it was changed. */
export function leafViews(
  input: InputBriefing,
  before: InputBriefing | null,
  postures: Briefing['postures'],
): readonly LeafView[] {
  const leaves = leavesOf(input.value);
  const wasLeaves = leavesOf(before?.value ?? input.base);
  const isComparable = input.changed && leaves.length === wasLeaves.length;
  const times = leaves.find(({ isMultiplier }) => isMultiplier);
  const spread = times === undefined ? null : (input.sketches[times.pointer] ?? null);
  return leaves.map((leaf, index): LeafView => {
    const own = input.sketches[leaf.pointer] ?? null;
    const middle = middleOf(leaf, own);
    const isSpread = own === null && !leaf.isMultiplier && spread !== null && (middle ?? 0) !== 0;
    const sketch = isSpread ? scaled(spread, middle ?? 0) : own;
    const move = moveOf(leaf, own, input);
    const posture = postures.findIndex(({ id }) => id === leaf.posture);
    return {
      leaf,
      caption: captionOf(leaf, postures),
      posture: posture < 0 ? null : posture,
      middle,
      sketch,
      detail: detailOf({ leaf, sketch, middle, input }),
      was: isComparable ? middleBefore(wasLeaves[index], before) : null,
      move,
      reach: reachOf(leaf, move, input),
    };
  });
}

/** Values that a slider of an input should reach with ease: those that it has in its scenario. */
export function usualValues({ base }: InputBriefing): readonly number[] {
  return leavesOf(base).flatMap(({ isMultiplier, quantity }) => {
    const value = isMultiplier ? null : nominalOf(quantity);
    return value === null ? [] : [value];
  });
}

/** Where a slider of an input begins and ends. */
export function sliderEnds(input: InputBriefing): readonly [number, number] {
  const { range } = input;
  if (range !== null && range[1] > range[0]) return range;
  const sizes = usualValues(input).map(Math.abs);
  return [0, 2 * Math.max(0.5, ...sizes)];
}

function middleOf({ quantity }: Leaf, sketch: Sketch | null): number | null {
  if (typeof quantity !== 'object' || sketch === null) return nominalOf(quantity);
  const median = medianOf(sketch);
  return sensibleNumber(median, median);
}

/** null where it was a distribution whose sketch was never seen. */
function middleBefore(leaf: Leaf | undefined, before: InputBriefing | null): number | null {
  if (leaf === undefined) return null;
  if (typeof leaf.quantity === 'number') return leaf.quantity;
  const sketch = before?.sketches[leaf.pointer] ?? null;
  return sketch === null ? null : middleOf(leaf, sketch);
}

function medianOf({ quantiles }: Sketch): number {
  return ((quantiles[24] ?? 0) + (quantiles[25] ?? 0)) / 2;
}

function scaled({ mean, quantiles }: Sketch, factor: number): Sketch {
  return {
    quantiles: quantiles.map((value) => value * factor).toSorted((a, b) => a - b),
    mean: mean === null ? null : mean * factor,
  };
}

function moveOf(
  { quantity }: Leaf,
  sketch: Sketch | null,
  { range, unit }: InputBriefing,
): MoveContext | null {
  const possible = possibleRange(unit, range);
  if (typeof quantity === 'number') return { middle: quantity, top: quantity, possible };
  if (sketch === null || scaleLeaf(quantity, 1) === null) return null;
  const middle = medianOf(sketch);
  return middle > 0 ? { middle, top: sketch.quantiles.at(-1) ?? middle, possible } : null;
}

/** What is uncertain is moved by multiplying it, which leads down to 0 and no further. */
function reachOf(
  { quantity }: Leaf,
  move: MoveContext | null,
  { range, unit }: InputBriefing,
): LeafView['reach'] {
  const [lowest, highest] = possibleRange(unit, range);
  const down = typeof quantity === 'object' ? Math.max(0, lowest) : lowest;
  return [down, move === null ? highest : Math.min(highest, farthestMiddle(quantity, move))];
}

function captionOf({ posture, year }: Leaf, postures: Briefing['postures']): string {
  const name = postures.find(({ id }) => id === posture)?.label ?? posture;
  if (year === null) return name ?? '';
  return name === null ? `Year ${year}` : `${name}, year ${year}`;
}

function detailOf({
  input,
  leaf,
  middle,
  sketch,
}: {
  readonly input: InputBriefing;
  readonly leaf: Leaf;
  readonly middle: number | null;
  readonly sketch: Sketch | null;
}): string {
  const cases = input.perEvent ? 'cases' : 'futures';
  if (leaf.isMultiplier)
    return sketch === null ? '' : `${multiplierInWords(sketch)} in 8 of 10 ${cases}.`;
  if (sketch !== null) {
    const spread = spreadInWords(sketch, input);
    return typeof leaf.quantity === 'number'
      ? `8 of 10 ${cases} within ${spread}.`
      : `Half of all ${cases} lie below, 8 of 10 within ${spread}.`;
  }
  const [low, high] = sliderEnds(input);
  if (middle === null || input.range === null || (middle >= low && middle <= high)) return '';
  const show = (value: number) => speakQuantity(value, input.unit, input.currency);
  return `Usual are ${show(low)} to ${show(high)}.`;
}
