import { figureInWords } from '../present/decision-figures-in-words.ts';
import { formatPercent } from '../present/format-share.ts';
import type { Decision } from '../schema/decision.ts';
import type { ChartSize } from './cost-dotplot.ts';
import { shareMeasure } from './measure.ts';
import type { Scene } from './scene.ts';
import { valueBars } from './value-bars.ts';
import type { ValueBar } from './value-bars.ts';

const most = 8;
const least = 0.005;

/** How much of the spread of a figure each input explains, and how much is luck that no input tells. */
export function driverShares(decision: Decision, figure: string, size: ChartSize): Scene | null {
  const told = decision.figures.find(({ id }) => id === figure);
  if (told === undefined || told.variance === 0) return null;
  const bars = decision.drivers
    .flatMap(({ kind, label, shares }): ValueBar[] => {
      const { error = 0, value = 0 } = shares[figure] ?? {};
      // What cannot be told from nothing is none.
      if (value < least || value < 2 * error) return [];
      const words = formatPercent(value);
      return [{ label, value, error, words, role: kind === 'input' ? 'less' : 'more' }];
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, most);
  const of = figureInWords(decision, told);
  const sum = bars.reduce((total, { value }) => total + value, 0);
  const luck = bars.reduce((total, { role, value }) => total + (role === 'more' ? value : 0), 0);
  const known = sum - luck;
  if (bars.length === 0) return null;
  return valueBars(
    {
      title: titleOf(of, known, luck),
      subtitle: 'Share of the variance that each explains by itself, of 100',
      hint: `Strong: uncertain inputs, which can be found out.${luck > 0 ? ' Pale: luck, which nobody can.' : ''}${sum < 0.97 ? ` The remaining ${formatPercent(1 - sum)} are what several do together, and what is too small to be shown.` : ''}`,
      bars,
      measure: { ...shareMeasure('of 100', formatPercent), nice: () => [0, 1] },
      head: ['Driver', 'Share of the variance'],
      read: ({ label, words }) => `${label} explains ${words}`,
    },
    size,
  );
}

/** What most of a spread comes of, where one thing by itself makes up more than half. */
function titleOf(of: string, known: number, luck: number): string {
  if (luck > 0.5)
    return `Most of the spread of ${of} is luck: when events happen and what each costs`;
  if (known > 0.5)
    return `Most of the spread of ${of} comes of what is uncertain${luck > 0 ? ', not of luck' : ''}`;
  return known + luck < 0.5
    ? `Most of the spread of ${of} is what several inputs or events do together`
    : `The spread of ${of} comes of uncertain inputs and of luck, neither of them most of it`;
}
