import type { Plausibility } from '../schema/plausibility.ts';
import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { formatPercent, ofHundred } from './format-share.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** What a scenario implies, in a sentence that anyone can believe or not. */
export interface ImpliedInWords {
  readonly text: string;
  /** Whether it is reason to look at the inputs again. */
  readonly isOdd: boolean;
}

/** More than so many of an event in a year, and so much of an amount beyond its cap, are worth a second look. */
const oftenAYear = 1;
const muchBeyond = 0.05;

/** What a result implies of events, caps and turnover: what is odd comes first. */
export function impliedInWords(
  { beyondCaps, events, ruin, years }: Plausibility,
  { inputs, labels, postures }: Result,
  currency: ShownCurrency,
): readonly ImpliedInWords[] {
  const name = (id: string) => postures.find((each) => each.id === id)?.label ?? id;
  const kinds = [...new Set(events.map(({ event }) => event))];
  const told = kinds.flatMap((event): ImpliedInWords[] => {
    const often = events.filter((each) => each.event === event && each.mean / years > oftenAYear);
    if (often.length === 0) return [];
    const under = often.map(
      ({ mean, posture }) => `${formatNumber(mean / years, 1)} a year under ${name(posture)}`,
    );
    return [
      {
        text: `\u201c${labels.events[event] ?? event}\u201d happens more than once a year: ${under.join(', ')}.`,
        isOdd: true,
      },
    ];
  });
  const beyond = beyondCaps.map(({ capAmount, cap, input, posture, share }): ImpliedInWords => ({
    text: `${formatPercent(share)} of \u201c${inputs[input]?.label ?? input}\u201d under ${name(posture)} lies beyond \u201c${inputs[cap]?.label ?? cap}\u201d, ${formatMoney(capAmount, { currency })}: what is above counts as the cap.`,
    isOdd: share > muchBeyond,
  }));
  const worst = ruin.toSorted((a, b) => b.chance - a.chance)[0];
  const turnover =
    worst === undefined
      ? []
      : [
          {
            text:
              worst.chance === 0
                ? `In no simulated future does a year cost more than the company turns over in one, ${formatMoney(worst.turnover, { currency, error: worst.turnover / 50 })}.`
                : `In ${ofHundred(worst.chance)} futures under ${name(worst.posture)} a year costs more than the company turns over in one, ${formatMoney(worst.turnover, { currency, error: worst.turnover / 50 })}.`,
            isOdd: worst.chance > 0,
          },
        ];
  return [...told, ...beyond, ...turnover].toSorted((a, b) => Number(b.isOdd) - Number(a.isOdd));
}

/** How often an event happens under a posture, in words. */
export interface ImpliedRow {
  readonly event: string;
  readonly posture: string;
  /** Such as `18 of 100`. */
  readonly atLeastOne: string;
  /** Such as `25 years`. */
  readonly oneIn: string;
}

/** Events that can happen, with their chances and return periods; the most frequent of each first. */
export function impliedRows(
  { events }: Plausibility,
  { labels, postures }: Result,
): readonly ImpliedRow[] {
  const kinds = [...new Set(events.map(({ event }) => event))];
  return kinds.flatMap((kind) =>
    events
      .filter(({ event, mean }) => event === kind && mean > 0)
      .toSorted((a, b) => b.mean - a.mean)
      .map(({ chance, event, posture, returnPeriod }) => ({
        event: labels.events[event] ?? event,
        posture: postures.find(({ id }) => id === posture)?.label ?? posture,
        atLeastOne: ofHundred(chance),
        oneIn: returnPeriod === null ? 'never' : periodInWords(returnPeriod),
      })),
  );
}

function periodInWords(years: number): string {
  if (years < 1) return `${formatNumber(12 * years, 0)} months`;
  // A return period of centuries is a rate and no forecast: two digits of it are enough.
  const rounded = years < 10 ? years : Number(years.toPrecision(2));
  return `${formatNumber(rounded, years < 10 ? 1 : 0)} years`;
}

/** What is odd, as a claim; or that nothing is. */
export function impliedClaim(implied: readonly ImpliedInWords[]): string {
  const odd = implied.filter(({ isOdd }) => isOdd).length;
  if (odd === 0) return 'Nothing that these figures imply looks out of range';
  return `${odd === 1 ? 'One thing' : `${odd} things`} that these figures imply ${odd === 1 ? 'is' : 'are'} worth a second look`;
}
