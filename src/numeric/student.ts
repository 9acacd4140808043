import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantileOfTail } from './normal.ts';

/** P(T > t) of Student's distribution, for t >= 0. */
export function studentTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
}

const steps = 100;
/** With more degrees of freedom it is the normal distribution, as far as anyone can tell. */
const asNormal = 1e6;

/** The t that is exceeded with a probability below one half. */
export function studentQuantileOfTail(tail: number, degrees: number): number {
  if (degrees > asNormal) return normalQuantileOfTail(tail);
  let low = 0;
  let high = 2;
  while (studentTail(high, degrees) > tail && high < 1e12) high *= 2;
  for (let step = 0; step < steps && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
