import { normalQuantile } from '../numeric/normal.ts';
import type { Sketch } from './briefing.ts';
import { formOfLeaf, tripleOf } from './leaf-form.ts';
import type { Triple } from './leaf-form.ts';
import type { Quantity } from './value-form.ts';

/** Standard deviations from the middle to an end, and to the 90th percentile. */
const toEnd = 2.8;
const toP90 = normalQuantile(0.9);

/**
 * About how a range or percentiles look, until a run has told: two halves of bells, right in the
 * middle, and in the percentiles where there are some. null for other leaves.
 */
export function roughSketch(leaf: Quantity): Sketch | null {
  const triple = tripleOf(leaf);
  if (triple === null) return null;
  const isRange = formOfLeaf(leaf) === 'range';
  const { max = Infinity, min = -Infinity } = leaf as { readonly max?: number; min?: number };
  const [low, , high] = triple;
  const middle = isRange ? medianOf(triple) : triple[1];
  const distance = isRange ? toEnd : toP90;
  const quantiles = Array.from({ length: 50 }, (_, index) => {
    const z = normalQuantile((index + 0.5) / 50);
    const value = middle + (Math.abs(z) / distance) * ((z < 0 ? low : high) - middle);
    return Math.min(max, Math.max(min, value));
  });
  return { quantiles, mean: null };
}

/** The median of a PERT: that of a beta distribution to within a hundredth of its width. */
function medianOf([low, mode, high]: Triple): number {
  const width = high - low;
  if (!(width > 0)) return mode;
  return low + (width * (2 / 3 + (4 * (mode - low)) / width)) / (6 - 2 / 3);
}
