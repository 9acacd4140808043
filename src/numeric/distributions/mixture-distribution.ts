import type { Distribution } from './distribution.ts';

/** A mixture: each component with its weight; the weights add up to 1. */
export function mixtureDistribution(
  components: readonly Distribution[],
  weights: readonly number[],
): Distribution {
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
  const quantile = (p: number, upper = false): number => {
    const target = upper ? 1 - p : p;
    // No component lies beyond its own quantile: the mixture's is between the least and the greatest.
    const own = components.map((component) => component.quantile(p, upper));
    let low = Math.min(...own);
    let high = Math.max(...own);
    for (let i = 0; i < 200 && low < high; i++) {
      const middle = low + (high - low) / 2;
      if (middle === low || middle === high) break;
      if (cdf(middle) >= target) high = middle;
      else low = middle;
    }
    return cdf(low) >= target ? low : high;
  };
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
