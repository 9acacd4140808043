import { comparedPosture } from '../present/compared-posture.ts';
import { ofHundred } from '../present/format-share.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { histogram } from './histogram.ts';
import { postureRole } from './posture-look.ts';
import { savingDotplot } from './saving-dotplot.ts';
import type { Scene } from './scene.ts';

/** What the compared posture saves against each of the others, as histograms around a line at zero. */
export function savingHistogram(
  result: Result,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const name = result.postures.find(({ id }) => id === comparedPosture(result))?.label;
  const rows = result.postures.flatMap(({ id, label }, index) => {
    const own = result.distributions.saving[id];
    const saving = result.saving[id];
    if (own === undefined || saving === undefined) return [];
    const note = `costs more in ${ofHundred(1 - saving.probabilityPositive)}`;
    return [{ label: `against ${label}`, role: postureRole(index), bins: own.bins, note }];
  });
  // The claim, the words and the numbers are those of the dots: only the drawing differs.
  const dots = savingDotplot(result, size, currency);
  if (name === undefined || rows.length === 0 || dots === null) return null;
  return {
    ...dots,
    ...histogram(rows, {
      width: size.width,
      currency,
      zero: { below: `${name} costs more`, above: `${name} costs less` },
    }),
    hint: `The higher a bar, the more futures save that much. Bars left of the line are futures in which ${name} costs more.`,
    description: dots.description.replace(
      /^[^.]*\./,
      `Histogram with ${rows.length} rows on one axis of saving, with a line at zero.`,
    ),
  };
}
