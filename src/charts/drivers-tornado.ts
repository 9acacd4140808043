import { figureInWords } from '../present/decision-figures-in-words.ts';
import { postureName } from '../present/posture-name.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision, Driver, Swing } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { moneyMeasure, shareMeasure } from './measure.ts';
import { postureRole } from './posture-look.ts';
import type { Scene } from './scene.ts';
import { tornado } from './tornado.ts';
import type { TornadoBar, Turn } from './tornado.ts';

/**
 * The tornado of a figure such as `saving.one-law`: each uncertain input at its 10th and 90th
 * percentile, and whether it alone would change the choice.
 */
export function driversTornado(
  decision: Decision,
  figure: string,
  size: ChartSize,
  currency: ShownCurrency,
): Scene | null {
  const told = decision.figures.find(({ id }) => id === figure);
  if (told === undefined) return null;
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
        error: swing.error,
        turns: turnsOf(decision, driver, swing, show),
      },
    ];
  });
  const [widest] = bars.toSorted((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  if (widest === undefined) return null;
  const of = figureInWords(decision, told);
  const turning = bars.filter(({ turns = [] }) => turns.length > 0).length;
  const choice =
    turning === 0
      ? 'no input, within its own uncertainty, changes the choice'
      : bars.length === 1
        ? 'it can change the choice'
        : `${turning} of ${bars.length} inputs can change the choice`;
  const measure =
    told.kind === 'wins'
      ? shareMeasure('of 100 simulated futures')
      : moneyMeasure([widest.low, widest.high, told.mean], currency);
  const mean = told.kind === 'wins' ? of : `${of} on average`;
  return tornado(
    {
      title: `${of.slice(0, 1).toUpperCase()}${of.slice(1)} depends most on ${widest.label}; ${choice}`,
      subtitle: `${mean.slice(0, 1).toUpperCase()}${mean.slice(1)} with each input at its 10th and 90th percentile, ${measure.words}`,
      base: told.mean,
      bars,
      measure,
    },
    size,
  );
}

function turnsOf(
  decision: Decision,
  { ends, swings, ties }: Driver,
  swing: Swing,
  show: (value: number) => string,
): readonly Turn[] {
  if (ends === null || ties === null) return [];
  const costs = decision.postures.map(({ id }) => ({
    id,
    low: swings?.[`tco.${id}`]?.low ?? Infinity,
  }));
  const atLow = costs.reduce((a, b) => (b.low < a.low ? b : a)).id;
  return ties.map(({ best, value }, index): Turn => {
    // What is best above the tie is told, unless it is best now: then what is best below it.
    const isBelow = best === decision.best;
    const first = value >= ends.low && atLow !== best ? atLow : null;
    const then = isBelow ? (ties[index - 1]?.best ?? first) : best;
    const part = (value - ends.low) / (ends.high - ends.low);
    const place = Math.min(1, Math.max(0, part));
    return {
      words: `${isBelow ? 'below' : 'from'} ${show(value)}${isBelow ? '' : ' on'} ${then === null ? 'another posture' : postureName(decision, then)} costs least`,
      role: postureRole(decision.postures.findIndex(({ id }) => id === (then ?? best))),
      figure: swing.low + place * (swing.high - swing.low),
    };
  });
}
