import { simplestNumber } from './simplest-number.ts';
import type { SliderScale } from './slider-scale.ts';

/**
 * The value one step further on a slider. It stops at `stop` on the way, and goes on by tenths where
 * the value is beyond the slider's ends.
 */
export function nextValue(
  { placeOf, steps, valueAt }: SliderScale,
  value: number,
  direction: -1 | 1,
  stop: number | null = null,
): number {
  const at = placeOf(value) * steps;
  // Values of a step lie at or near its whole number, and never at half of it.
  const here = Math.round(at);
  const own = valueAt(here);
  const isShort = direction > 0 ? value < own : value > own;
  const isBeyond = direction > 0 ? here >= steps && value >= own : here <= 0 && value <= own;
  const next = isBeyond
    ? beyond(value, direction)
    : isShort
      ? own
      : valueAt(Math.min(steps, Math.max(0, here + direction)));
  const isOnTheWay =
    stop !== null && (stop - value) * direction > 0 && (next - stop) * direction > 0;
  return isOnTheWay ? stop : next;
}

function beyond(value: number, direction: -1 | 1): number {
  const tenth = Math.abs(value) / 10;
  if (tenth === 0) return value;
  return direction > 0
    ? simplestNumber(value + tenth / 2, value + 2 * tenth)
    : simplestNumber(value - 2 * tenth, value - tenth / 2);
}
