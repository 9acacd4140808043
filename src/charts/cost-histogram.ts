import { formatMoneyRange } from '../present/format-money.ts';
import { ofHundred } from '../present/format-share.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { costDotplot } from './cost-dotplot.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { histogram } from './histogram.ts';
import { postureRole } from './posture-look.ts';
import type { Scene } from './scene.ts';

/** What each posture costs, as one histogram each on a common axis. */
export function costHistogram(
  result: Result,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const rows = result.postures.flatMap(({ id, label }, index) => {
    const own = result.distributions.tco[id];
    if (own === undefined) return [];
    const { above } = own.bins;
    const note = above === 0 ? '' : `${ofHundred(above)} cost more than is drawn`;
    return [{ label, role: postureRole(index), bins: own.bins, note }];
  });
  const [first] = rows;
  if (first === undefined) return null;
  const { start, width: bin, shares } = first.bins;
  const { words } = moneyScale([start + bin * shares.length], currency);
  // The claim, the words and the numbers are those of the dots: only the drawing differs.
  const { title, description } = costDotplot(result, size, currency);
  return {
    width: size.width,
    ...histogram(rows, { width: size.width, currency, of: 'Cost' }),
    title,
    subtitle: `Share of futures by total cost, in steps of ${stepOf(bin, currency)}, ${words}`,
    hint: 'The higher a bar, the more futures cost that much. All rows have the same scale.',
    description: description.replace(
      /^[^.]*\./,
      `Histogram with ${rows.length === 1 ? 'one row' : `${rows.length} rows`} on one axis of cost.`,
    ),
  };
}

function stepOf(bin: number, currency: ShownCurrency): string {
  return formatMoneyRange(0, bin, currency).replace(/^.* to /, '');
}
