/**
 * Between which values the middle one of three percentiles must lie so that a smooth curve goes
 * through all: a sixth away from either end, on the scale of odds or logarithms where the curve is
 * bounded (Keelin 2016).
 */
export function middleRange(
  low: number,
  high: number,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
): readonly [number, number] {
  const bend = (value: number): number => {
    if (min !== undefined && max !== undefined) return Math.log((value - min) / (max - value));
    if (min !== undefined) return Math.log(value - min);
    return max === undefined ? value : -Math.log(max - value);
  };
  const unbend = (bent: number): number => {
    if (min !== undefined && max !== undefined) {
      const odds = Math.exp(bent);
      return (min + max * odds) / (1 + odds);
    }
    if (min !== undefined) return min + Math.exp(bent);
    return max === undefined ? bent : max - Math.exp(-bent);
  };
  const [start, end] = [bend(low), bend(high)];
  return [unbend(start + (end - start) * nearest), unbend(end - (end - start) * nearest)];
}

/** Keelin's 0.1666 for the percentiles 10, 50 and 90, rounded to the safe side. */
const nearest = 0.1667;
