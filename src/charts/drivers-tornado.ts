import { formatQuantity } from '../present/format-quantity.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import type { Scene } from './scene.ts';
import { tornado } from './tornado.ts';
import type { TornadoBar } from './tornado.ts';

/**
 * The tornado of a figure such as `saving.pipl-only`: each uncertain input at its 10th and 90th
 * percentile, and whether it alone would change the choice.
 */
export function driversTornado(
  decision: Decision,
  figure: string,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const told = decision.figures.find(({ id }) => id === figure);
  if (told === undefined || told.kind === 'wins') return null;
  const bars = decision.drivers.flatMap((driver): TornadoBar[] => {
    const swing = driver.swings?.[figure];
    if (swing === undefined || driver.ends === null || swing.low === swing.high) return [];
    const show = (value: number) => formatQuantity(value, driver.unit, currency);
    return [
      {
        label: driver.label,
        low: swing.low,
        lowLabel: show(driver.ends.low),
        high: swing.high,
        highLabel: show(driver.ends.high),
        turns: driver.ties?.map(({ value }) => show(value)) ?? [],
      },
    ];
  });
  const [widest] = bars.toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  if (widest === undefined) return null;
  const name = (id: string) => decision.postures.find((each) => each.id === id)?.label ?? id;
  const against = told.posture === 'bestSingle' ? 'the best single law' : name(told.posture);
  const of =
    told.kind === 'tco' ? `cost of ${against}` : `saving of ${name(decision.of)} on ${against}`;
  const turning = bars.filter(({ turns = [] }) => turns.length > 0).length;
  const choice =
    turning === 0
      ? 'no input alone changes the choice'
      : `${turning} of ${bars.length} inputs can change the choice`;
  const scale = moneyScale([widest.low, widest.high, told.mean], currency);
  return tornado(
    {
      title: `${widest.label} moves the ${of} most; ${choice}`,
      subtitle: `Mean ${of} with each input at its 10th and 90th percentile, ${scale.words}`,
      base: told.mean,
      bars,
    },
    size,
    currency,
  );
}
