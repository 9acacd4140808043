import type { Briefing, InputBriefing, Sketch } from '../schema/briefing.ts';
import { leavesOf } from '../schema/edit-value.ts';
import type { Leaf } from '../schema/edit-value.ts';
import { formOfLeaf, tripleOf } from '../schema/leaf-form.ts';
import { sensibleNumber } from '../schema/sensible-number.ts';
import { nameInWords } from './name-in-words.ts';
import { speakQuantity } from './speak-quantity.ts';
import { spreadInWords } from './spread-in-words.ts';

/** What was changed in one part of an input. */
export interface ChangeInWords {
  /** Such as `Dual, year 2` or `Spread`; '' where the input has one part only. */
  readonly part: string;
  readonly was: string;
  readonly now: string;
}

/** What differs between an input and what its scenario says. `original` is the input before. */
export function changeInWords(
  input: InputBriefing,
  original: InputBriefing | null,
  postures: Briefing['postures'],
): readonly ChangeInWords[] {
  const [were, are] = [leavesOf(input.base), leavesOf(input.value)];
  const before = original ?? { ...input, value: input.base, sketches: {} };
  const isAlike =
    were.length === are.length &&
    were.every(({ posture, year }, at) => posture === are[at]?.posture && year === are[at].year);
  if (!isAlike) {
    return [{ part: '', was: allInWords(before, were), now: allInWords(input, are) }];
  }
  return are.flatMap((leaf, index): readonly ChangeInWords[] => {
    const from = were[index] ?? leaf;
    const was = leafInWords(before, from);
    const now = leafInWords(input, leaf);
    const isSame = JSON.stringify(from.quantity) === JSON.stringify(leaf.quantity);
    return isSame ? [] : [{ part: partOf(leaf, postures), was, now }];
  });
}

function partOf({ isMultiplier, posture, year }: Leaf, postures: Briefing['postures']): string {
  if (isMultiplier) return 'Spread';
  const name = postures.find(({ id }) => id === posture)?.label ?? posture;
  return [name, year === null ? null : `year ${year}`].filter((each) => each !== null).join(', ');
}

/** Where the parts are others than before: what there is one for. */
function allInWords(input: InputBriefing, leaves: readonly Leaf[]): string {
  const texts = [
    ...new Set(
      leaves.filter(({ isMultiplier }) => !isMultiplier).map((leaf) => leafInWords(input, leaf)),
    ),
  ];
  const axes = [
    ...(leaves.some(({ posture }) => posture !== null) ? ['posture'] : []),
    ...(leaves.some(({ year }) => year !== null) ? ['year'] : []),
  ];
  const number = texts.length === 1 ? (texts[0] ?? '') : 'a value of its own';
  return `${number} for ${axes.length === 0 ? 'all' : `each ${axes.join(' and ')}`}`;
}

function leafInWords(input: InputBriefing, { isMultiplier, pointer, quantity }: Leaf): string {
  if (typeof quantity === 'string') return nameInWords(quantity);
  const measure = isMultiplier ? { unit: '1', currency: null } : input;
  const show = (value: number) =>
    `${speakQuantity(value, measure.unit, measure.currency)}${isMultiplier ? ' times' : ''}`;
  if (typeof quantity === 'number') return show(quantity);
  const triple = tripleOf(quantity);
  if (triple !== null) {
    const [low, middle, high] = triple;
    return formOfLeaf(quantity) === 'range'
      ? `${show(low)} to ${show(high)}, most likely ${show(middle)}`
      : `${show(middle)}, 8 of 10 within ${show(low)} to ${show(high)}`;
  }
  const sketch = input.sketches[pointer];
  if (sketch !== undefined) {
    const median = medianOf(sketch);
    return `${show(sensibleNumber(median, median))}, 8 of 10 within ${spreadInWords(sketch, measure)}`;
  }
  return 'dist' in quantity && typeof quantity.dist === 'string'
    ? `a ${nameInWords(quantity.dist).toLowerCase()} distribution`
    : 'other percentiles';
}

function medianOf({ quantiles }: Sketch): number {
  return ((quantiles[24] ?? 0) + (quantiles[25] ?? 0)) / 2;
}
