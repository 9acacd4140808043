import { formatNumber } from './format-number.ts';

/** A share as a whole percentage; what is nearly never or nearly always says so. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.01) return 'below 1 %';
  if (share < 1 && share > 0.99) return 'above 99 %';
  return `${formatNumber(100 * share, 0)} %`;
}

/** A chance as people read it best: `83 of 100`. */
export function ofHundred(share: number): string {
  if (share > 0 && share < 0.01) return 'fewer than 1 of 100';
  if (share < 1 && share > 0.99) return 'more than 99 of 100';
  return `${formatNumber(100 * share, 0)} of 100`;
}

/** A return on investment to the percent, or to ten where its standard error is larger: 418 %. */
export function formatRatio(ratio: number, error = 0): string {
  const step = error > 0.05 ? 10 : 1;
  return `${formatNumber(step * Math.round((100 * ratio) / step), 0)} %`;
}

/**
 * The chances of alternatives of which one must come true, as percentages: in whole ones where those
 * add up to 100, else with a decimal, 48.5 + 48.5 + 3.0 rather than 49 + 49 + 3.
 */
export function formatPercents(shares: readonly number[]): readonly string[] {
  return told(shares, formatPercent, '%');
}

/** The same as people read it best: `48.5 of 100`. */
export function ofHundreds(shares: readonly number[]): readonly string[] {
  return told(shares, ofHundred, 'of 100');
}

function told(
  shares: readonly number[],
  alone: (share: number) => string,
  unit: string,
): readonly string[] {
  const total = (of: (share: number) => number) => shares.reduce((all, each) => all + of(each), 0);
  const isWhole =
    Math.abs(total((each) => each) - 1) > 1e-6 || total((each) => Math.round(100 * each)) === 100;
  return shares.map((share) =>
    isWhole || share < 0.01 || share > 0.99
      ? alone(share)
      : `${formatNumber(100 * share, 1)} ${unit}`,
  );
}
