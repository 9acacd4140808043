/** A share as a whole percentage; what is nearly never or nearly always says so. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.01) return 'below 1 %';
  if (share < 1 && share > 0.99) return 'above 99 %';
  return `${Math.round(100 * share)} %`;
}

/** A chance as people read it best: `83 of 100`. */
export function ofHundred(share: number): string {
  if (share > 0 && share < 0.01) return 'fewer than 1 of 100';
  if (share < 1 && share > 0.99) return 'more than 99 of 100';
  return `${Math.round(100 * share)} of 100`;
}

/** A return on investment, such as 418 %. */
export function formatRatio(ratio: number): string {
  const percent = Math.round(100 * ratio);
  return `${percent < 0 ? '\u2212' : ''}${new Intl.NumberFormat('en').format(Math.abs(percent))} %`;
}
