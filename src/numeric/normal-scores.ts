import { normalQuantile } from './normal.ts';
import { sortedCopy } from './sorted-copy.ts';

const knots = 1024;

/**
 * Values made into normal scores by their ranks; equal values have the score of their middle rank.
 * Scores are read off a grid of 1024 ranks, so that nearly equal values may share one.
 */
export function normalScores(values: Float64Array): Float64Array {
  const n = values.length;
  const sorted = sortedCopy(values);
  const places = Float64Array.from({ length: knots }, (_, knot) =>
    Math.floor((knot * (n - 1)) / (knots - 1)),
  );
  const grid = places.map((place) => sorted[place] as number);
  const scores = new Float64Array(knots);
  for (let first = 0; first < knots;) {
    let last = first;
    while (last + 1 < knots && grid[last + 1] === grid[first]) last++;
    const middle = ((places[first] as number) + (places[last] as number)) / 2;
    scores.fill(normalQuantile((middle + 0.5) / n), first, last + 1);
    first = last + 1;
  }
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    let low = 0;
    let high = knots - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((grid[middle] as number) <= value) low = middle;
      else high = middle - 1;
    }
    const next = Math.min(knots - 1, low + 1);
    const width = (grid[next] as number) - (grid[low] as number);
    const part = width > 0 ? (value - (grid[low] as number)) / width : 0;
    const score = scores[low] as number;
    result[i] = score + part * ((scores[next] as number) - score);
  }
  return result;
}
