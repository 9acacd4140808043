import type { Triple } from './leaf-form.ts';
import { sensibleNumber } from './sensible-number.ts';
import type { PercentilesValue } from './value-form.ts';

/** Beyond this ratio of its percentiles a curve that starts at 0 has a tail that outweighs the rest. */
const widest = 20;
/** How near to a bound a percentile may lie, as a share of the distance between the bounds. */
const margin = 0.001;

/**
 * Percentiles that a smooth curve can go through, as near to the given ones as that allows: rising,
 * within 0 to 1 for a share, above 0 where all are positive, and the middle one not too near to the
 * others.
 */
export function fitPercentiles([p10, p50, p90]: Triple, isShare: boolean): PercentilesValue {
  let [low, middle, high] = [p10, p50, p90];
  if (isShare) {
    low = Math.min(1 - 2 * margin, Math.max(margin, low));
    high = Math.min(1 - margin, Math.max(2 * margin, high));
  }
  const bounds = isShare ? { min: 0, max: 1 } : low > 0 && high <= widest * low ? { min: 0 } : {};
  const outer = high - low;
  [low, high] = [sensibleNumber(low, outer), sensibleNumber(high, outer)];
  if (isShare && low <= 0) low = margin;
  if (!isFeasible(low, middle, high, bounds)) middle = centre(low, high, bounds);
  const rounded = sensibleNumber(middle, high - low);
  if (isFeasible(low, rounded, high, bounds)) middle = rounded;
  return { p10: low, p50: middle, p90: high, ...bounds };
}

type Bounds = { readonly min?: number; readonly max?: number };

/**
 * A metalog goes through three percentiles if the middle one is no nearer than a sixth to either end
 * (Keelin 2016), on the scale of odds or of logarithms where it is bounded; a fifth is safe.
 */
function isFeasible(low: number, middle: number, high: number, bounds: Bounds): boolean {
  if (!(low < middle && middle < high)) return false;
  if (bounds.min === undefined) {
    const place = (middle - low) / (high - low);
    return place >= 0.2 && place <= 0.8;
  }
  const [a, b, c] = [low, middle, high].map((value) => oddsOf(value, bounds)) as [
    number,
    number,
    number,
  ];
  // A fifth of the logarithm of a ratio, without logarithms.
  return fifthPower(b / a) >= c / a && fifthPower(c / b) >= c / a;
}

function centre(low: number, high: number, bounds: Bounds): number {
  if (bounds.min === undefined) return (low + high) / 2;
  const odds = Math.sqrt(oddsOf(low, bounds) * oddsOf(high, bounds));
  return bounds.max === undefined ? odds : odds / (1 + odds);
}

function oddsOf(value: number, { max }: Bounds): number {
  return max === undefined ? value : value / (max - value);
}

function fifthPower(ratio: number): number {
  const square = ratio * ratio;
  return square * square * ratio;
}
