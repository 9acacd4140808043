import { firstAtLeast, isDiscrete } from './discrete-distribution.ts';
import type { Distribution } from './distribution.ts';
import { rememberLast } from './remember-last.ts';

/** A mixture, which can be solved within a bracket too: the answer depends on nothing asked before. */
export interface MixtureDistribution extends Distribution {
  /** The quantile, known to lie between two values. */
  quantileBetween(p: number, upper: boolean, low: number, high: number): number;
}

/** A mixture: each component with its weight; the weights add up to 1. */
export function mixtureDistribution(
  components: readonly Distribution[],
  weights: readonly number[],
): MixtureDistribution {
  const cdf = (x: number) =>
    components.reduce((sum, component, index) => sum + (weights[index] ?? 0) * component.cdf(x), 0);
  const rawMoment = (k: number) =>
    components.reduce(
      (sum, component, index) => sum + (weights[index] ?? 0) * component.rawMoment(k),
      0,
    );
  const mean = components.reduce(
    (sum, component, index) => sum + (weights[index] ?? 0) * component.mean,
    0,
  );
  const atoms = atomsOf(components);
  const quantileBetween = (p: number, upper: boolean, low: number, high: number): number =>
    cdf(low) >= (upper ? 1 - p : p)
      ? low
      : smallestReaching(cdf, upper ? 1 - p : p, low, high, atoms);
  const quantile = rememberLast((p, upper) => {
    // No component lies beyond its own quantile: the mixture's is between the least and the greatest.
    const own = components.map((component) => component.quantile(p, upper));
    return quantileBetween(p, upper, Math.min(...own), Math.max(...own));
  });
  const slope = (p: number, upper = false): number => {
    const x = quantile(p, upper);
    const density = components.reduce((sum, component, index) => {
      const tail = component.cdf(x);
      const inside = tail > 0 && tail < 1 ? 1 / component.slope(tail) : 0;
      return sum + (weights[index] ?? 0) * inside;
    }, 0);
    return 1 / density;
  };
  return {
    kind: components.every((component) => component.kind === 'continuous')
      ? 'continuous'
      : 'discrete',
    quantile,
    quantileBetween,
    slope,
    cdf,
    mean,
    variance: components.reduce((sum, component, index) => {
      const shift = component.mean - mean;
      return sum + (weights[index] ?? 0) * (component.variance + shift * shift);
    }, 0),
    rawMoment,
    min: Math.min(...components.map((component) => component.min)),
    max: Math.max(...components.map((component) => component.max)),
  };
}

/** All values that have a probability of their own, rising. */
function atomsOf(components: readonly Distribution[]): Float64Array {
  const values = components.flatMap((component) =>
    isDiscrete(component) ? [...component.values] : [],
  );
  return Float64Array.from(new Set(values)).sort();
}

/**
 * The smallest x with cdf(x) >= target, between a `low` that is too small and a `high` that is not:
 * by false position with Illinois weights (Dowell and Jarratt 1971), halving where that is slow.
 */
function smallestReaching(
  cdf: (x: number) => number,
  target: number,
  low: number,
  high: number,
  atoms: Float64Array,
): number {
  let below = cdf(low) - target;
  let above = Math.max(0, cdf(high) - target);
  let lastWidth = Infinity;
  for (let iteration = 0; iteration < 200; iteration++) {
    const width = high - low;
    if (width <= 4e-16 * Math.max(Math.abs(low), Math.abs(high)) || above === 0) break;
    const halve = iteration % 3 === 2 && width > 0.5 * lastWidth;
    if (iteration % 3 === 2) lastWidth = width;
    let x = halve ? low + width / 2 : low + (width * below) / (below - above);
    if (!(x > low && x < high)) x = low + width / 2;
    if (x === low || x === high) break;
    const value = cdf(x) - target;
    if (value >= 0) {
      high = x;
      above = value;
      if (!halve) below /= 2;
    } else {
      low = x;
      below = value;
      if (!halve) above /= 2;
    }
  }
  // Halving comes close to a jump, but only by chance upon it.
  const atom = atoms[firstAtLeast(atoms, low)];
  return atom !== undefined && atom > low && atom < high ? atom : high;
}
