import { ofHundred } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { histogram } from './histogram.ts';
import { inRows, savingDotplot } from './saving-dotplot.ts';
import { savingRows } from './saving-rows.ts';
import type { Scene } from './scene.ts';

/** What the compared posture saves against each of the others, as histograms around a line at zero. */
export function savingHistogram(
  result: Result,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const savings = savingRows(result);
  // The claim, the words and the numbers are those of the dots: only the drawing differs.
  const dots = savingDotplot(result, size, currency);
  if (savings === null || dots === null) return null;
  const { name } = savings;
  const rows = savings.rows.flatMap(({ chances, distribution, label, role }) => {
    const note = `costs more in ${ofHundred(chances.more)}`;
    return distribution === undefined ? [] : [{ label, role, bins: distribution.bins, note }];
  });
  if (rows.length === 0) return null;
  return {
    ...dots,
    ...histogram(rows, {
      width: size.width,
      currency,
      of: 'Saving',
      zero: { below: `${name} costs more`, above: `${name} costs less` },
    }),
    hint: `The higher a bar, the more futures save that much. Bars left of the line are futures in which ${name} costs more.`,
    description: dots.description.replace(
      /^[^.]*\./,
      `Histogram with ${inRows(rows.length)} on one axis of saving, with a line at zero.`,
    ),
  };
}
