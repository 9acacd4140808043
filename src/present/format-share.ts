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
