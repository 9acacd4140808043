import type { Footing } from '../analysis/foundation.ts';
import { foundationClaim, groundWords } from '../present/foundation-in-words.ts';
import { formatPercent } from '../present/format-share.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { shareMeasure } from './measure.ts';
import type { Scene } from './scene.ts';
import { valueBars } from './value-bars.ts';

/** How much of what drives a figure rests on each class of evidence; `of` is the figure in words. */
export function foundationBars(
  footings: readonly Footing[],
  of: string,
  size: ChartSize,
): Scene | null {
  const shown = footings.filter(({ share }) => share >= 0.005);
  if (shown.length === 0) return null;
  return valueBars(
    {
      title: foundationClaim(footings, of),
      subtitle: `Share of what drives ${of}, of 100, by the evidence behind each figure`,
      hint: 'A figure weighs as much as it explains of the spread. How often something happens counts as the rate behind it.',
      bars: shown.map(({ ground, share }) => ({
        label: `${groundWords[ground].slice(0, 1).toUpperCase()}${groundWords[ground].slice(1)}`,
        value: share,
        error: null,
        words: formatPercent(share),
        role: ground === 'claim' || ground === 'none' ? 'more' : 'less',
      })),
      measure: { ...shareMeasure('of 100', formatPercent), nice: () => [0, 1] },
      head: ['Rests on', 'Share'],
      read: ({ label, words }) => `${label}: ${words}`,
    },
    size,
  );
}
