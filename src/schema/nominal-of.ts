import { isDistribution } from './value-form.ts';
import type { Quantity } from './value-form.ts';

/**
 * The number that a leaf is written about: its mode, median or mean, else the middle of its bounds.
 * Where a sketch is known, its median says more. null for words, and where nothing is near.
 */
export function nominalOf(leaf: Quantity): number | null {
  if (typeof leaf === 'number') return leaf;
  if (typeof leaf === 'string') return null;
  const given: Readonly<Record<string, unknown>> = { ...leaf };
  const number = (name: string) => (typeof given[name] === 'number' ? given[name] : null);
  for (const name of ['mode', 'p50', 'median', 'mean']) {
    const value = number(name);
    if (value !== null) return value;
  }
  const pairs = [
    ['p10', 'p90'],
    ['p5', 'p95'],
    ['min', 'max'],
  ] as const;
  for (const [low, high] of pairs) {
    const [a, b] = [number(low), number(high)];
    if (a !== null && b !== null) return (a + b) / 2;
  }
  if (isDistribution(leaf) && leaf.dist === 'mixture') {
    const [first] = leaf.components;
    return first === undefined ? null : nominalOf(first);
  }
  return null;
}
