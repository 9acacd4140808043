import { formatMoney } from '../../present/format-money.ts';
import { formatPercent } from '../../present/format-share.ts';
import { knowingInWords } from '../../present/knowing-in-words.ts';
import { switchingRows } from '../../present/switching.ts';
import type { Decision } from '../../schema/decision.ts';
import { markup, table } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReportParts } from './report-parts.ts';
import { toldFigure } from './told-figure.ts';

const mostDrivers = 6;
const mostBreakEven = 8;
/** Shares below are not worth a name. */
const leastShare = 0.02;

/** What the decision turns on, and where it would turn. */
export function turnsPart({ currency, decision, result, switching }: ReportParts): Markup {
  const rows = switchingRows(result, switching, currency);
  const left = rows.length - mostBreakEven;
  const money = (hkd: number, error: number) =>
    formatMoney(hkd, { currency, error: Math.max(error, hkd / 50) });
  return markup`<section aria-labelledby="turns"><h3 id="turns">What would change the answer</h3>${
    rows.length === 0
      ? markup`<p>No figure, changed alone within its sensible range, would change which posture costs least on average.</p>`
      : table(
          `Break-even: each of these alone, with all else as it is, makes another posture cheapest on average.${left > 0 ? ` The nearest ${mostBreakEven} of ${rows.length}.` : ''}`,
          ['Figure', 'Now', 'Would have to be', 'Then cheapest'],
          rows
            .slice(0, mostBreakEven)
            .map(({ best, changed, label, now, times }) => [
              label,
              now,
              `${changed} (${times})`,
              best,
            ]),
        )
  }<p>${knowingInWords(decision, money)}</p></section>`;
}

/** What explains the spread of the difference, the weightiest first, in a sentence. */
export function driversSentence(decision: Decision): string {
  const told = toldFigure(decision);
  const of = told.slice(told.indexOf('.') + 1);
  const name = (id: string) => decision.postures.find((each) => each.id === id)?.label ?? id;
  const figure = told.startsWith('saving')
    ? `the saving of ${name(decision.of)} on ${name(of)}`
    : `the cost of ${name(of)}`;
  const drivers = decision.drivers
    .map(({ label, shares }) => ({ label, share: shares[told]?.value ?? 0 }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostDrivers)
    .map(({ label, share }) => `\u201c${label}\u201d ${formatPercent(share)}`);
  if (drivers.length === 0)
    return `No single uncertain figure explains much of the spread of ${figure} by itself.`;
  return `Of the spread of ${figure}, counted as variance, these explain by themselves: ${drivers.join(', ')}.`;
}
